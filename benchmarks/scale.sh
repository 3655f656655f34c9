#!/usr/bin/env bash
# Whole runs by number of rows, as published for this platform: full scoring to all outputs against a majority vote in SQL over the same file, in turn, medians of five.
# Usage: benchmarks/scale.sh [ROWS…]; needs GNU time. 10^8 rows need 2 GB of disk for the corpus and 5 GB for the results.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${RUNS:-5}
work=${WORK:-artifacts/scale}
[ $# -gt 0 ] || set -- 100000 1000000 10000000
scoring=$(benchmarks/publish.sh)
dotnet build -c Release benchmarks/Scoring.MajorityInSql --nologo -v quiet >&2
majority=artifacts/bin/Scoring.MajorityInSql/release/majority-in-sql
mkdir -p "$work"

timed() { /usr/bin/time -f '%e %M' -o "$work/time" "$@"; }
median() { sort -n | awk '{ a[NR] = $1 } END { print a[int((NR + 1) / 2)] }'; }

echo "| rows | SQL majority s | MiB | scoring s | MiB | ratio | starting | reading | indexing | learning | explaining | writing |"
echo "|---|---|---|---|---|---|---|---|---|---|---|---|"
for rows in "$@"; do
  corpus=$work/$rows
  [ -e "$corpus/claims.csv" ] || "$scoring" simulate --items $((rows / 10)) --sources $((rows / 100)) --per-item 10 --values 4 --seed 1 --out "$corpus" >/dev/null
  : >"$work/sql" && : >"$work/own" && : >"$work/stages"
  for _ in $(seq "$runs"); do
    # Both write files that are not there yet: to replace earlier ones takes the system longer, the more there is of them.
    rm -rf "$work/winners.csv" "$work/out"
    timed "$majority" "$corpus/claims.csv" "$work/winners.csv" && cat "$work/time" >>"$work/sql"
    timed "$scoring" score "$corpus/claims.csv" --out "$work/out" --timings >/dev/null 2>"$work/said" && cat "$work/time" >>"$work/own"
    grep -oE '(starting|reading|indexing|learning|explaining|writing) [0-9.]+ s' "$work/said" | awk '{ printf "%s ", $2 } END { print "" }' >>"$work/stages"
  done
  stage() { awk -v n="$1" '{ print $n }' "$work/stages" | median; }
  sql=$(cut -d' ' -f1 "$work/sql" | median)
  own=$(cut -d' ' -f1 "$work/own" | median)
  awk -v rows="$rows" -v sql="$sql" -v own="$own" -v sm="$(cut -d' ' -f2 "$work/sql" | median)" -v om="$(cut -d' ' -f2 "$work/own" | median)" \
    -v stages="$(stage 1) $(stage 2) $(stage 3) $(stage 4) $(stage 5) $(stage 6)" 'BEGIN {
      gsub(/ /, " | ", stages)
      printf "| %d | %.2f | %d | %.2f | %d | %.2f | %s |\n", rows, sql, sm / 1024, own, om / 1024, own / sql, stages }'
done
