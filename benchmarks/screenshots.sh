#!/usr/bin/env bash
# Pictures of the sample corpus's report, which the README shows. Usage: benchmarks/screenshots.sh [FOLDER]
set -euo pipefail
cd "$(dirname "$0")/.."
folder=${1:-data/belarus-call}
mkdir -p "$folder"
dotnet run -c Release --project benchmarks/Scoring.Benchmarks -- screenshots data/belarus-call/claims.csv "$folder"
