#!/usr/bin/env bash
# Publishes the console for this platform and prints the path of the program: one native file where there is a C compiler, whose linker that takes, else a program for .NET.
set -euo pipefail
cd "$(dirname "$0")/.."
folder=artifacts/published
rid=$(dotnet --info | sed -n 's/^ *RID: *//p' | head -1)
native=true
command -v clang >/dev/null || command -v gcc >/dev/null || { native=false; echo "note: no C compiler, so it is published for .NET" >&2; }
rm -rf "$folder"
dotnet publish src/Scoring.Cli -c Release -r "$rid" -p:PublishAot=$native --nologo -v quiet -o "$folder" >&2
realpath "$folder/scoring"
