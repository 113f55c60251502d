#!/usr/bin/env bash
# What a question costs in an index of 10,000 FAQs (and 12,000 other entries): the CPU time of one thread for a page of 20, by
# kind of question, every one another. Takes about two minutes.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/../.."
classpath=target/benchmark-classpath.txt
./mvnw -B -ntp -q test-compile dependency:build-classpath -Dmdep.outputFile="$classpath"
java=$(./mvnw -v | sed -n 's/^Java version.*runtime: //p')/bin/java
"$java" -cp "target/test-classes:target/classes:$(cat "$classpath")" dev.tradeoff.search.SearchBenchmark
