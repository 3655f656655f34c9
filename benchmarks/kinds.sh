#!/usr/bin/env bash
# Accuracy in %, log loss and calibration error of every data set of a folder, alone and in one corpus with the next one. Usage: benchmarks/kinds.sh DATA_FOLDER
set -euo pipefail
data=$(cd "${1:?usage: benchmarks/kinds.sh DATA_FOLDER}" && pwd)
cd "$(dirname "$0")/.."
dotnet run -c Release --project benchmarks/Scoring.Benchmarks -- kinds "$data"
