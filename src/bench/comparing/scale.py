"""The same reads at growing sizes, and what they cost; what was measured before is kept, size by size."""

import contextlib
import json
import os
import re
import shutil
import time
from urllib.parse import quote

from comparing import charts, command, contestants, dataset, publishing, report, setting, works
from comparing.command import FOLDER
from comparing.contestants import PROJECT, Tradeoff
from comparing.measuring import Pace, Rounds, say
from comparing.postgres import Cluster
from comparing.processes import Failed, run

SIZES = [1, 100, 10_000, 100_000]
RESULTS = FOLDER / "scale.json"
CHART = PROJECT / "docs" / "performance-scale.svg"
DISK_PER_COMPARISON = 150 << 10  # drafts, revisions, indexes and the write-ahead log
CURSORS = 1_000


class Sizes:
    def __init__(self, port, pace, publications):
        self._port = port
        self._pace = pace
        self._publications = publications

    def measure(self, size):
        free = shutil.disk_usage("/tmp").free
        if free < size * DISK_PER_COMPARISON:
            needed = size * DISK_PER_COMPARISON
            raise Failed(f"{size:,} comparisons need about {needed >> 30} GiB in /tmp, where {free >> 30} GiB are free")
        cluster = Cluster(self._port)
        with contextlib.ExitStack() as ending:
            ending.callback(cluster.stop)
            cluster.start()
            cluster.create("tradeoff")
            ours = Tradeoff("Tradeoff", self._port + 1, FOLDER / "scale", cluster, "tradeoff")
            ending.callback(ours.stop)
            found = {"setting": setting.describe(cluster), "comparisons": size}
            known = self._import(ours, size, found)
            ours.stop()
            cluster.sql("tradeoff", "VACUUM ANALYZE")
            found["database"] = int(cluster.sql("tradeoff", "SELECT pg_database_size('tradeoff')")) / (1 << 20)
            self._start(ours, works.comparison_path(known[0]["slug"]), found)
            rounds = Rounds(FOLDER / "scale", self._pace)
            found["works"] = {work.name: rounds.measure(work)["Tradeoff"] for work in self._works(ours, known)}
            found["resident-under-load"] = ours.running.resident_mib()
            found["heap-under-load"] = _heap_after_collection(ours)
            found["publishing"] = self._publish(ours, works.comparison_path(known[-1]["slug"]))
            return found

    def _import(self, ours, size, found):
        ours.start("/q/health/ready")
        begin = time.monotonic()
        known = []

        def noted():
            for number, comparison in enumerate(dataset.comparisons(dataset.Size(size, 0))):
                known.append(_needed_of(comparison))
                if number % 10_000 == 9_999:
                    say(f"{number + 1:,} sent, {(number + 1) / (time.monotonic() - begin):,.0f} a second")
                yield comparison

        ours.load(dataset.technologies(), noted())
        found["import-rate"] = size / (time.monotonic() - begin)
        say(f"{size:,} imported, {found['import-rate']:,.0f} a second")
        return known

    def _start(self, ours, first, found):
        found["start"] = ours.start(first)
        time.sleep(5)
        found["resident"] = ours.running.resident_mib()
        found["heap"] = _heap_after_collection(ours)
        say(f"Started in {found['start']:.1f} s, {found['resident']:,.0f} MiB resident, {found['heap']:,.0f} MiB live heap")

    def _works(self, ours, known):
        some = works.Knowledge.of_slugs(known)
        requests = {
            "comparison": works.whole(some),
            "list": _pages(ours),
            "search": works.search(some.questions),
            "recommendation": works.new_recommendations(some),
        }
        return [works.Work(name, [works.Line(ours.name, ours, lines)]) for name, lines in requests.items()]

    def _publish(self, ours, path):
        publisher = publishing.Publisher(ours.port, [ours.port], path)
        for _ in range(self._publications // 5):
            publisher.publish()
        times = [publisher.publish()[0] for _ in range(self._publications)]
        return {share: publishing.quantile(times, int(share[1:])) for share in ("p50", "p99")}


def _needed_of(comparison):
    """What requests are made of; a hundred thousand whole ones would take gigabytes."""
    return {"slug": comparison["slug"], "factors": [{"slug": factor["slug"]} for factor in comparison["factors"]]}


def _pages(server):
    """Pages all over the list: cursors of long pages, at most so many of them, lead to short ones."""
    short, long = f"/api/v1/comparisons?limit={works.PAGE}", "/api/v1/comparisons?limit=100"
    requests, cursor = [works.get(short)], None
    for _ in range(CURSORS):
        cursor = server.ask(long + (f"&cursor={quote(cursor)}" if cursor else "")).json["page"]["next"]
        if cursor is None:
            break
        requests.append(works.get(f"{short}&cursor={quote(cursor)}"))
    return requests


def _heap_after_collection(server):
    """MiB of objects that are still used."""
    jcmd, pid = contestants.jdk() / "bin" / "jcmd", str(server.running.pid)
    run([jcmd, pid, "GC.run"])
    generations = re.findall(r"total .*?, used (\d+)K", run([jcmd, pid, "GC.heap_info"]))
    return sum(map(int, generations)) / 1024


# ---- Its report -------------------------------------------------------------------------------------------------------


# Of one size: title, how it is written, and where it stands.
_FIGURES = [
    ("Launch to first answer, s", "{:,.1f}", lambda one: one["start"]),
    ("Resident at rest, MiB", "{:,.0f}", lambda one: one["resident"]),
    ("… of it live heap, MiB", "{:,.0f}", lambda one: one["heap"]),
    ("Resident under load, MiB", "{:,.0f}", lambda one: one["resident-under-load"]),
    ("Published to visible, p50 ms", "{:,.1f}", lambda one: one["publishing"]["p50"]),
    ("Published to visible, p99 ms", "{:,.1f}", lambda one: one["publishing"]["p99"]),
    ("Database, MiB", "{:,.0f}", lambda one: one["database"]),
    ("Imported a second", "{:,.0f}", lambda one: one["import-rate"]),
]


def write(found):
    report.between(report.DOCUMENT, "scale", markdown(found))
    CHART.write_text(charts.curves("Costs by number of comparisons", _panels(found)))


def _panels(found):
    def curve(read):
        return [(one["comparisons"], read(one)) for one in found]

    def of_works(figure):
        return [(works.TITLES[name], curve(lambda one, name=name: one["works"][name][figure])) for name in found[0]["works"]]

    memory = [("resident", curve(lambda one: one["resident"])), ("live heap", curve(lambda one: one["heap"]))]
    time_to = [
        ("first answer", curve(lambda one: one["start"])),
        ("visible, p99", curve(lambda one: max(one["publishing"]["p99"], 0.1) / 1_000)),
    ]
    return [
        ("Throughput", "requests/s", of_works("rate")),
        ("CPU", "µs a request", of_works("cpu")),
        ("Memory at rest", "MiB", memory),
        ("Time to", "s", time_to),
    ]


def markdown(found):
    rows = [
        (f"{title}: {works.TITLES[name]}", *(f"{one['works'][name][figure]:,.0f}" for one in found))
        for title, figure in (("Requests/s", "rate"), ("CPU µs", "cpu"))
        for name in found[0]["works"]
    ]
    rows += [(title, *(form.format(read(one)) for one in found)) for title, form, read in _FIGURES]
    about = found[-1]["setting"]
    dates = ", ".join(sorted({one["setting"]["date"] for one in found}))
    said = (
        f"Measured on {dates} by `src/bench/scale.sh` on {about['machine']}, JDK {about['versions']['JDK']}; the service was "
        f"started by `{about['service']}`."
    )
    return said + "\n\n" + report.table(["comparisons", *(f"{one['comparisons']:,}" for one in found)], rows)


def measure(asked):
    found = {} if asked.again or not RESULTS.exists() else json.loads(RESULTS.read_text())
    sizes = Sizes(asked.port, Pace.of(asked), 10 if asked.quick else 100)
    for size in asked.size or SIZES:
        if str(size) not in found:
            found[str(size)] = sizes.measure(size)
            RESULTS.with_suffix(".new").write_text(json.dumps(found, indent=1))
            os.replace(RESULTS.with_suffix(".new"), RESULTS)
    ordered = sorted(found.values(), key=lambda one: one["comparisons"])
    if not asked.quick:
        write(ordered)
    print(markdown(ordered))


if __name__ == "__main__":
    parser = command.arguments("src/bench/scale.sh", __doc__)
    parser.add_argument("--size", action="append", type=int, help="this many comparisons; may be repeated")
    parser.add_argument("--again", action="store_true", help="forgets what was measured before")
    command.carry_out(parser.parse_args(), measure)
