#!/usr/bin/env bash
# Measures nginx and Varnish in front of the service, as in-front/ configures them, and writes the table into docs/performance.md.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
PYTHONDONTWRITEBYTECODE=1 exec python3 -m comparing.in_front "$@"
