"""Closed-loop load by wrk: one thread, so that it takes at most one of the cores."""

import itertools
import json
import os
import time
from dataclasses import dataclass
from pathlib import Path

from comparing.processes import Failed, run

_SCRIPT = Path(__file__).parent / "requests.lua"
_RUNS = itertools.count(int(time.time()) % 1_000_000 * 1_000)


@dataclass(frozen=True)
class Load:
    """
    What one run of wrk found: answers per second, those that were no success, latencies in microseconds, and CPU in
    microseconds per answer of the server's process and its children.
    """

    rate: float
    failed: int
    p50: float
    p99: float
    cpu: float
    resident: float


def load(server, address, requests, *, connections, seconds, token=None):
    """Loads the running server at the address with the requests of a file."""
    environment = {**os.environ, "BENCH_REQUESTS": str(requests), "BENCH_RUN": str(next(_RUNS))}
    if token:
        environment["BENCH_TOKEN"] = token
    before = server.cpu_seconds()
    output = run(
        ["wrk", "-t1", f"-c{connections}", f"-d{seconds}s", "--timeout", "10s", "-s", _SCRIPT, address], env=environment
    )
    cpu = server.cpu_seconds() - before
    found = json.loads(output.strip().splitlines()[-1])
    if not found["requests"]:
        raise Failed(f"{server.name} answered nothing; its last words:\n{server.last_words()}")
    return Load(
        rate=found["requests"] / found["seconds"],
        failed=found["refused"] + found["broken"],
        p50=found["p50"],
        p99=found["p99"],
        cpu=cpu * 1e6 / found["requests"],
        resident=server.resident_mib(),
    )
