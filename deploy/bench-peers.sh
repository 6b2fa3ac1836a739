#!/usr/bin/env bash
# Installs what `./build.sh bench` compares with, under artifacts/peers; what is there already stays.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
peers=$root/artifacts/peers

# @xterm/headless, for the suite `terminal`.
command -v npm > /dev/null || { printf 'bench-peers.sh: npm is missing (Debian: apt-get install npm)\n' >&2; exit 1; }
mkdir -p "$peers/xterm"
cp "$root"/tests/ActorTerm.Benchmarks/Terminal/peer/* "$peers/xterm/"
(cd "$peers/xterm" && npm ci --silent --no-audit --no-fund)
