"""Interleaved rounds of load: A B C, A B C, …; figures are medians, ratios are medians of the ratios of each round."""

import math
import sys
from dataclasses import asdict, dataclass, replace
from statistics import median

from comparing import works, wrk

CONNECTIONS = 32


@dataclass(frozen=True)
class Pace:
    """How long everything takes, in seconds, and how often it is done."""

    rounds: int
    seconds: int
    alone_seconds: int
    warm_up_seconds: int
    longest_warm_up: int

    @staticmethod
    def of(asked):
        """As the command line asks for it."""
        pace = Pace(2, 2, 1, 2, 4) if asked.quick else Pace(5, 5, 2, 4, 60)
        return replace(pace, rounds=asked.rounds or pace.rounds)


def say(text):
    print(text, file=sys.stderr, flush=True)


class Rounds:
    def __init__(self, folder, pace):
        self._folder = folder
        self._pace = pace

    def measure(self, work):
        """The figures of each line of the work, by label."""
        prepared = [
            (line, works.write(line.requests, self._folder / f"{work.name}-{number}.requests"))
            for number, line in enumerate(work.lines)
        ]
        for line, requests in prepared:
            self._warm_up(work, line, requests)
        found = {line.label: {"loaded": [], "alone": []} for line in work.lines}
        for number in range(self._pace.rounds):
            for line, requests in prepared:
                loaded = self._load(work, line, requests, CONNECTIONS, self._pace.seconds)
                alone = self._load(work, line, requests, 1, self._pace.alone_seconds)
                found[line.label]["loaded"].append(asdict(loaded))
                found[line.label]["alone"].append(asdict(alone))
                figures = f"{loaded.rate:,.0f}/s, {loaded.cpu:,.0f} µs CPU, alone {alone.p50:,.0f} µs"
                failed = loaded.failed + alone.failed
                say(f"{work.title}, round {number + 1}, {line.label}: {figures}, failed {failed}")
        return {label: _figures(runs) for label, runs in found.items()}

    def _warm_up(self, work, line, requests):
        """Until two runs in a row need no less CPU a request, by a twentieth, than the best before; or long enough."""
        spent, best, since = 0, math.inf, 0
        while since < 2 and spent < self._pace.longest_warm_up:
            cpu = self._load(work, line, requests, CONNECTIONS, self._pace.warm_up_seconds).cpu
            spent += self._pace.warm_up_seconds
            since = 0 if cpu < best * 0.95 else since + 1
            best = min(best, cpu)
        say(f"{work.title}, {line.label}: warm after {spent} s, {best:,.0f} µs CPU")

    def _load(self, work, line, requests, connections, seconds):
        """Readers are nobody in particular; who writes shows a token."""
        server = line.server
        token = server.token if work.writes else None
        return wrk.load(server.running, server.address, requests, connections=connections, seconds=seconds, token=token)


def _figures(runs):
    loaded, alone = runs["loaded"], runs["alone"]
    return {
        "rate": median(run["rate"] for run in loaded),
        "cpu": median(run["cpu"] for run in loaded),
        "alone": median(run["p50"] for run in alone),
        "failed": sum(run["failed"] for run in loaded + alone),
        "resident": max(run["resident"] for run in loaded),
        "runs": runs,
    }


def ratio(figures, of, to):
    """How many times as many requests per second, round by round."""
    pairs = zip(figures[of]["runs"]["loaded"], figures[to]["runs"]["loaded"], strict=True)
    return median(one["rate"] / other["rate"] for one, other in pairs)
