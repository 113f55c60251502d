"""From the launch to the first answer, and memory at rest, each server alone and in turn."""

import time
from statistics import median

from comparing.measuring import say

SETTLING = 5  # seconds from the first answer until memory is read


def measure(launches, rounds, settling=SETTLING):
    """Of servers that do not run, each with the address of its first answer; a launch before the first round counts not."""
    found = {server.name: {"seconds": [], "resident": []} for server, _ in launches}
    for number in range(rounds + 1):
        for server, first in launches:
            seconds, resident = _launch(server, first, settling if number else 0)
            if number:
                found[server.name]["seconds"].append(seconds)
                found[server.name]["resident"].append(resident)
                say(f"Starting, round {number}, {server.name}: {seconds:.2f} s, {resident:,.0f} MiB at rest")
    return {
        name: {"seconds": median(runs["seconds"]), "resident": median(runs["resident"]), "runs": runs}
        for name, runs in found.items()
    }


def _launch(server, first, settling):
    seconds = server.start(first)
    try:
        time.sleep(settling)
        return seconds, server.running.resident_mib()
    finally:
        server.stop()
