#!/usr/bin/env bash
# Kills the service and its PostgreSQL in turn, so many times in all (100 by default), while publishers publish, and checks
# that each acknowledged publication is there, once and whole. A hundred kills take a quarter of an hour on two cores.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
exec ./mvnw -B -ntp verify -Dtest=none -Dsurefire.failIfNoSpecifiedTests=false -Dit.test=CrashIT -Dtradeoff.kills="${1:-100}"
