#!/usr/bin/env bash
# How long the packaged service takes from its launch to its first answer, its embedded PostgreSQL included, and how much
# memory it then uses. Once on an empty folder, then several times on the data of the first start.
# Usage: ./mvnw -DskipTests package && src/bench/startup.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-5}
port=${PORT:-18080}
java=${JAVA_HOME:+$JAVA_HOME/bin/}java
address=http://localhost:$port/api/v1/comparisons/nodejs-vs-python-backend
folder=$(mktemp -d)
service=
trap '[ -z "$service" ] || kill "$service" 2>/dev/null || true; wait; rm -rf "$folder"' EXIT

round() {
    local begin end
    begin=$(date +%s%N)
    QUARKUS_HTTP_PORT=$port TRADEOFF_DATABASE_EMBEDDED_FOLDER=$folder/postgres \
        "$java" -jar target/quarkus-app/quarkus-run.jar >"$folder/log" 2>&1 &
    service=$!
    for _ in $(seq 1200); do
        curl -sf -o /dev/null "$address" && break
        kill -0 "$service" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
        sleep 0.05
    done
    end=$(date +%s%N)
    sleep 2 # until what runs at start has settled; memory at rest is wanted
    local own database
    own=$(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$service/status")
    database=$(ps -eo pid=,args= | awk -v d="$folder/postgres" 'index($0, "postgres") && index($0, d) && !/awk/ { print $1; exit }')
    printf '%s\t%s\t%s\n' "$(((end - begin) / 1000000))" "$own" \
        "$(ps -o pid= --ppid "$database" | cat - <(echo "$database") | while read -r p; do
            awk '/^Pss:/ { sum += $2 } END { print sum }' "/proc/$p/smaps_rollup" 2>/dev/null; done |
            awk '{ sum += $1 } END { printf "%d", sum / 1024 }')"
    kill "$service"
    wait "$service" || true
    service=
}

"$java" -version 2>&1 | head -n 1
printf '%s cores, %s\n\n' "$(nproc)" "$(uname -sm)"
printf 'start\tto first answer, ms\tservice resident, MiB\tPostgreSQL, proportional share, MiB\n'
printf 'first\t%s\n' "$(round)"
for i in $(seq "$rounds"); do
    printf '%s\t%s\n' "$i" "$(round)"
done | tee "$folder/rounds"
printf 'median\t%s\n' "$(cut -f2- "$folder/rounds" | sort -n | awk '{ line[NR] = $0 } END { print line[int((NR + 1) / 2)] }')"
