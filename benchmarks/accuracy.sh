#!/usr/bin/env bash
# Accuracy, calibration and time of the default (or of --method …) on every data set of a folder.
# Usage: benchmarks/accuracy.sh DATA_FOLDER [evaluate options]; each subfolder holds claims.csv and truth.csv.
set -euo pipefail
data=${1:?usage: benchmarks/accuracy.sh DATA_FOLDER [options]}
shift
root=$(cd "$(dirname "$0")/.." && pwd)
dotnet build -c Release "$root/src/Scoring.Cli" --nologo -v quiet >&2
scoring="$root/artifacts/bin/Scoring.Cli/release/scoring"
header=1
for folder in "$data"/*/; do
  "$scoring" evaluate "$folder/claims.csv" --truth "$folder/truth.csv" --format csv "$@" | while IFS= read -r line; do
    case "$line" in
      method,*) [ "$header" = 1 ] && printf 'set,%s\n' "$line" ;;
      *) printf '%s,%s\n' "$(basename "$folder")" "$line" ;;
    esac
  done
  header=0
done | awk -F, '
  NR == 1 { print; next }
  { print; n[$2]++; accuracy[$2] += $3; loss[$2] += $4; ece[$2] += $6; seconds[$2] += $9 }
  END { for (m in n) printf "mean,%s,%.4f,%.4f,,%.4f,,,%.2f (sum),\n", m, accuracy[m] / n[m], loss[m] / n[m], ece[m] / n[m], seconds[m] }' |
  column -s, -t
