#!/usr/bin/env bash
# How long the packaged service takes from its launch to its first answer, what processor time that costs, and how much
# memory it uses two seconds later: on an empty folder once, then in interleaved rounds on a database that runs already and
# on the embedded one, each with the AOT cache and without. At last, where the processor time goes with the cache, by thread.
# Usage: ./mvnw -DskipTests verify && src/bench/startup.sh [rounds]
set -euo pipefail
cd "$(dirname "$0")/../.."

rounds=${1:-10}
port=${PORT:-18080}
launcher=target/quarkus-app/tradeoff
address=http://127.0.0.1:$port/api/v1/comparisons/nodejs-vs-python-backend
folder=$(mktemp -d)
keeper=
service=
trap 'for p in $service $keeper; do kill "$p" 2>/dev/null || true; done; wait; rm -rf "$folder"' EXIT

ticks=$(getconf CLK_TCK)

# Prints the milliseconds of time and of processor time to the first answer, and MiB of memory at rest.
# Arguments: the environment of the service.
start() {
  local begin end cpu
  begin=$(date +%s%N)
  env QUARKUS_HTTP_PORT="$port" "$@" "$launcher" >"$folder/log" 2>&1 &
  service=$!
  until curl -sf -o /dev/null "$address"; do
    kill -0 "$service" 2>/dev/null || { cat "$folder/log" >&2; exit 1; }
    sleep 0.01
  done
  end=$(date +%s%N)
  cpu=$(awk '{ print $14 + $15 }' "/proc/$service/stat")
  threads >"$folder/threads"
  sleep 2 # until what runs at start has settled; memory at rest is wanted
  printf '%s\t%s\t%s\n' "$(((end - begin) / 1000000))" "$((cpu * 1000 / ticks))" \
    "$(awk '/VmRSS/ { printf "%d", $2 / 1024 }' "/proc/$service/status")"
  kill "$service"
  wait "$service" || true
  service=
}

# Prints the name of each thread of the service that lives, and the milliseconds of its processor time.
threads() {
  local task
  for task in /proc/"$service"/task/*; do
    awk -v name="$(cat "$task/comm" 2>/dev/null)" '{ printf "%s\t%d\n", name, $1 / 1e6 }' "$task/schedstat" 2>/dev/null || true
  done
}

median() { sort -n | awk '{ line[NR] = $1 } END { print line[int((NR + 1) / 2)] }'; }

sed -n 's/^IMPLEMENTOR_VERSION="\(.*\)"/\1/p' "${JAVA_HOME:-/nonexistent}/release" 2>/dev/null || true
printf '%s cores, %s, load %s, %s rounds\n\n' "$(nproc)" "$(uname -sm)" "$(cut -d' ' -f1 /proc/loadavg)" "$rounds"
printf 'start\tto first answer, ms\tprocessor time, ms\tresident, MiB\n'
printf 'first, embedded\t%s\n' "$(start TRADEOFF_DATABASE_EMBEDDED_FOLDER="$folder/embedded")"

# A database that runs already: that of another service, which has nothing to do meanwhile.
env QUARKUS_HTTP_PORT=$((port + 1)) TRADEOFF_DATABASE_EMBEDDED_FOLDER="$folder/external" "$launcher" >"$folder/keeper.log" 2>&1 &
keeper=$!
until grep -q 'Listening on' "$folder/keeper.log"; do kill -0 "$keeper"; sleep 0.1; done
database=$(sed -n 's/.*PostgreSQL runs embedded on \([0-9.:]*\),.*/\1/p' "$folder/keeper.log")

external=(QUARKUS_DATASOURCE_JDBC_URL="jdbc:postgresql://$database/postgres" QUARKUS_DATASOURCE_USERNAME=postgres)
embedded=(TRADEOFF_DATABASE_EMBEDDED_FOLDER="$folder/embedded")
for _ in $(seq "$rounds"); do
  start "${external[@]}" >>"$folder/external, with the cache"
  cat "$folder/threads" >>"$folder/threads of all"
  start "${external[@]}" JAVA_OPTS=-XX:AOTMode=off >>"$folder/external, without"
  start "${embedded[@]}" >>"$folder/embedded, with the cache"
  start "${embedded[@]}" JAVA_OPTS=-XX:AOTMode=off >>"$folder/embedded, without"
done
for kind in 'external, with the cache' 'external, without' 'embedded, with the cache' 'embedded, without'; do
  printf '%s\t%s\t%s\t%s\n' "$kind" "$(cut -f1 "$folder/$kind" | median)" "$(cut -f2 "$folder/$kind" | median)" \
    "$(cut -f3 "$folder/$kind" | median)"
done

printf '\nthread\tprocessor time to first answer, ms, mean\n'
awk -F '\t' -v rounds="$rounds" '{ spent[$1] += $2 } END { for (name in spent) if (spent[name] >= 5 * rounds) printf "%s\t%d\n", name, spent[name] / rounds }' \
  "$folder/threads of all" | sort -t "$(printf '\t')" -k2 -nr
