#!/usr/bin/env bash
# How long the runner takes for a small corpus: startup.sh [RUNS [PUBLISHED]]. Builds it, publishes it for this platform, and times both and `dotnet run`;
# with the folder of what was published before, builds nothing. The published program and the built one must write the same files.
# Wall time needs a machine that does nothing else; processor time (user + system) suffers less from neighbours. The least of the runs counts.
set -euo pipefail
cd "$(dirname "$0")/.."
runs=${1:-20}
published=${2:-}
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
if [ -z "$published" ]; then
  published=$(dirname "$(benchmarks/publish.sh)")
  dotnet build src/Scoring.Cli -c Release -v q >/dev/null
fi

measure() { # name, runs, command…
  local name=$1 count=$2
  shift 2
  TIMEFORMAT='%R %U %S'
  for _ in $(seq "$count"); do { time "$@" >/dev/null 2>&1; } 2>>"$work/$name.txt"; done
  awk -v name="$name" '{ cpu = $2 + $3; if (NR == 1 || $1 < wall) wall = $1; if (NR == 1 || cpu < least) least = cpu; walls += $1; sum += cpu }
    END { printf "| %s | %d | %.2f | %.2f | %.2f | %.2f |\n", name, NR, wall, walls / NR, least, sum / NR }' "$work/$name.txt"
}

echo "| what | runs | wall, least (s) | wall, mean (s) | user + system, least (s) | user + system, mean (s) |"
echo "|---|---:|---:|---:|---:|---:|"
corpus=data/belarus-call/claims.csv
"$published/scoring" score $corpus --out "$work/published" >/dev/null
artifacts/bin/Scoring.Cli/release/scoring score $corpus --out "$work/built" >/dev/null
diff -r "$work/published" "$work/built" >&2
measure "published: score" "$runs" "$published/scoring" score $corpus --out "$work/out"
measure "published: explain" "$runs" "$published/scoring" explain $corpus --item call-took-place
measure "published: methods" "$runs" "$published/scoring" methods
measure "built: score" "$runs" artifacts/bin/Scoring.Cli/release/scoring score $corpus --out "$work/out"
measure "built: explain" "$runs" artifacts/bin/Scoring.Cli/release/scoring explain $corpus --item call-took-place
measure "built: methods" "$runs" artifacts/bin/Scoring.Cli/release/scoring methods
measure "dotnet run --no-build: score" 5 dotnet run --no-build -c Release --project src/Scoring.Cli -- score $corpus --out "$work/out"
echo
uptime
