#!/usr/bin/env bash
# Measures the packaged service beside Express, Fastify, FastAPI and nginx, on this machine, over the same knowledge, and writes
# docs/performance.md. Takes about forty minutes; --help tells how to try it in two, and how to measure a part.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"
PYTHONDONTWRITEBYTECODE=1 exec python3 -m comparing "$@"
