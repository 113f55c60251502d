#!/usr/bin/env bash
# Measures the same reads at 1, 100, 10,000 and 100,000 comparisons, and writes their table and curves into docs/. What was measured is
# kept size by size, so that it can be stopped and called again. The largest takes most of the time, and 15 GB in /tmp.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
PYTHONDONTWRITEBYTECODE=1 exec python3 -m comparing.scale "$@"
