#!/usr/bin/env bash
# Accuracy, calibration and time of the default and of a plain vote on every data set of a folder, as a Markdown table.
# Usage: benchmarks/accuracy.sh DATA_FOLDER [METHODS]; each subfolder holds claims.csv and truth.csv.
set -euo pipefail
data=${1:?usage: benchmarks/accuracy.sh DATA_FOLDER [METHODS]}
methods=${2:-auto,majority}
root=$(cd "$(dirname "$0")/.." && pwd)
scoring=$("$root/benchmarks/publish.sh")
for folder in "$data"/*/; do
  "$scoring" evaluate "$folder/claims.csv" --truth "$folder/truth.csv" --format csv --method "$methods" |
    grep -v '^method,' | sed "s/^/$(basename "$folder"),/"
done | awk -F, '
  BEGIN {
    print "| set | method | accuracy % | log loss | Brier | ECE | gold | seconds |"
    print "|---|---|---|---|---|---|---|---|"
  }
  {
    printf "| %s | %s | %.2f | %.3f | %.3f | %.3f | %d | %.2f |\n", $1, $2, 100 * $3, $4, $5, $6, $8, $9
    if (!($2 in n)) order[++m] = $2
    n[$2]++; accuracy[$2] += $3; loss[$2] += $4; brier[$2] += $5; ece[$2] += $6; seconds[$2] += $9
  }
  END {
    for (i = 1; i <= m; i++) {
      k = order[i]
      printf "| **mean** | %s | %.2f | %.3f | %.3f | %.3f | | %.2f in all |\n", k, 100 * accuracy[k] / n[k], loss[k] / n[k], brier[k] / n[k], ece[k] / n[k], seconds[k]
    }
  }'
