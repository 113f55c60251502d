#!/usr/bin/env bash
# What decisions cost: the CPU time of one thread for analyses of several sizes, and for recommendations on the first content
# that nobody asked for before, with and without their robustness, rendered as JSON. Takes about two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
classpath=target/benchmark-classpath.txt
./mvnw -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$classpath"
java=$(./mvnw -v | sed -n 's/^Java version.*runtime: //p')/bin/java
for benchmark in dev.tradeoff.mcda.AnalysisBenchmark dev.tradeoff.recommendation.RecommenderBenchmark; do
  "$java" -cp "target/test-classes:target/classes:$(cat "$classpath")" "$benchmark"
done
