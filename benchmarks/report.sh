#!/usr/bin/env bash
# Size of the report of 2,000 claims, and how soon a headless Chromium draws and filters it. Usage: benchmarks/report.sh
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run -c Release --project benchmarks/Scoring.Benchmarks -- report artifacts/report-2000.html
