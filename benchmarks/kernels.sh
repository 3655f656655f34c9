#!/usr/bin/env bash
# Time and memory of the kernels, with BenchmarkDotNet. Usage: benchmarks/kernels.sh [BenchmarkDotNet options]
set -euo pipefail
cd "$(dirname "$0")/.."
dotnet run -c Release --project benchmarks/Scoring.Benchmarks -- --filter '*' --artifacts artifacts/benchmarks "$@"
