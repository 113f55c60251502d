#!/usr/bin/env python3
"""Where the processor time of the starting thread goes, in milliseconds, by what it is doing: its stack is looked at every
few milliseconds, as jcmd does it, and its time is the kernel's (schedstat). Medians over some starts on a database that runs
already and has the content. Linux only.

Usage: QUARKUS_DATASOURCE_JDBC_URL=… QUARKUS_DATASOURCE_USERNAME=… src/bench/start-phases.py [starts]
"""

import collections
import os
import re
import signal
import socket
import statistics
import subprocess
import sys
import tempfile
import time

LAUNCHER = os.path.join(os.path.dirname(__file__), "../../target/quarkus-app/tradeoff")
JAVA = "Java itself: the cache is mapped, its classes are linked"

# What stands in a stack, and what it means; the first that is found counts.
PHASES = [
    ("LoggerProviders", "logging, which opens the jars of the class path"),
    ("generated.Config", "configuration"),
    ("createMetadata", "Hibernate: the model from the annotations"),
    ("startPersistenceUnits", "Hibernate: waits for its persistence unit, made by another thread"),
    ("FlywayProcessor", "Flyway: first connection, first statements, the schema validated"),
    ("MicrometerProcessor", "metrics"),
    ("ResteasyReactive", "REST operations"),
    ("ArcProcessor", "beans"),
    ("Vertx", "Vert.x and HTTP"),
    ("IndexWriter.getReader", "content: the first index is written"),
    ("Loading$Batch.take", "content: waits for the threads that load"),
    ("readTechnologies", "content: technologies, beside the threads that load"),
    ("PublishedKnowledge_Bean.create", "content: Jackson and Lucene are made ready"),
    ("PublishedKnowledge.start", "content: the rest"),
    ("ApplicationImpl", "Quarkus: the rest"),
    ("AotQuarkusEntryPoint", "before Quarkus"),
]


def stacks(pid):
    """The threads of the process and their stacks, by the protocol of jcmd."""
    with socket.socket(socket.AF_UNIX) as vm:
        vm.connect(f"/tmp/.java_pid{pid}")
        vm.sendall(b"1\0threaddump\0\0\0\0")
        return b"".join(iter(lambda: vm.recv(1 << 16), b"")).decode(errors="replace")


def attach(pid):
    while open(f"/proc/{pid}/comm").read().strip() != "java":
        time.sleep(0.002)
    time.sleep(0.1)  # until it does not take the signal for its end
    request = f"/tmp/.attach_pid{pid}"
    open(request, "w").close()
    os.kill(pid, signal.SIGQUIT)
    while not os.path.exists(f"/tmp/.java_pid{pid}"):
        time.sleep(0.002)
    os.path.exists(request) and os.unlink(request)


def phase(stack):
    return next((name for frame, name in PHASES if frame in stack), JAVA)


def start():
    spent = collections.Counter()
    with tempfile.NamedTemporaryFile("r") as log:
        service = subprocess.Popen([LAUNCHER], stdout=open(log.name, "w"), stderr=subprocess.STDOUT)
        try:
            attach(service.pid)
            before = 0
            while "Listening on" not in open(log.name).read():
                thread = re.search(r'"main".*?\[(\d+)\].*?\n\n', stacks(service.pid), re.S)
                if thread is None:
                    break
                now = int(open(f"/proc/{service.pid}/task/{thread[1]}/schedstat").read().split()[0])
                spent[phase(thread[0]) if before else JAVA] += (now - before) / 1e6
                before = now
                time.sleep(0.003)
        finally:
            service.terminate()
            service.wait()
    return spent


def main():
    starts = [start() for _ in range(int(sys.argv[1]) if len(sys.argv) > 1 else 5)]
    names = {name for spent in starts for name in spent}
    medians = {name: statistics.median(spent[name] for spent in starts) for name in names}
    for name, milliseconds in sorted(medians.items(), key=lambda item: -item[1]):
        print(f"{milliseconds:6.0f}  {name}")
    print(f"{sum(medians.values()):6.0f}  together")


main()
