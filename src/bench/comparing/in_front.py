"""HTTP caches in front of the service: what they answer by themselves, what they ask after, how soon they show what is new."""

import contextlib
import json
import re
import shutil
import subprocess
from statistics import median

from comparing import command, dataset, http, publishing, report, setting, works, wrk
from comparing.command import FOLDER
from comparing.contestants import PROJECT, Nginx, Server, Tradeoff
from comparing.measuring import CONNECTIONS, Pace, say
from comparing.postgres import Cluster
from comparing.processes import Failed

CONFIGURATIONS = PROJECT / "src" / "bench" / "in-front"
RESULTS = FOLDER / "in-front.json"
DIRECT = "none"

_COUNT = re.compile(r"^http_server_requests_seconds_count\{(.*)\} ([0-9.E]+)$", re.MULTILINE)


class Varnish(Server):
    def __init__(self, name, port, folder, configuration, service):
        super().__init__(name, port, folder)
        self._configuration = self.folder / "tradeoff.vcl"
        self._configuration.write_text(configuration.read_text().replace("@service@", str(service)))

    def _command(self):
        program = shutil.which("varnishd") or "/usr/sbin/varnishd"
        listening = ["-a", f"127.0.0.1:{self.port}", "-f", self._configuration]
        return [program, "-F", "-n", self.folder / "work", "-s", "malloc,256m", *listening], {}


class Fronts:
    def __init__(self, asked):
        self._port = asked.port
        self._pace = Pace.of(asked)
        self._size = dataset.Size(50, 1) if asked.quick else dataset.Size.MAIN
        self._publications = 3 if asked.quick else 30

    def measure(self):
        cluster = Cluster(self._port)
        with contextlib.ExitStack() as ending:
            ending.callback(cluster.stop)
            cluster.start()
            cluster.create("tradeoff")
            ours = Tradeoff("Tradeoff", self._port + 1, FOLDER, cluster, "tradeoff")
            ending.callback(ours.stop)
            ours.start("/q/health/ready")
            knowledge = works.Knowledge.of(self._size)
            ours.load(dataset.technologies(), knowledge.all)
            fronts = self._fronts(ours.port)
            for front in fronts.values():
                ending.callback(front.stop)
                front.start()
            versions = {"nginx": setting.nginx(), "Varnish": _varnish_version()}
            found = {"setting": setting.describe(cluster), "versions": versions}
            return found | {"fronts": self._rounds(ours, {DIRECT: ours, **fronts}, knowledge)}

    def _fronts(self, service):
        return {
            "nginx, a second": Nginx("nginx in front", self._port + 2, FOLDER, CONFIGURATIONS / "nginx.conf", service=service),
            "Varnish, a second": Varnish("Varnish second", self._port + 3, FOLDER, CONFIGURATIONS / "second.vcl", service),
            "Varnish, asking each time": Varnish(
                "Varnish each time", self._port + 4, FOLDER, CONFIGURATIONS / "each-time.vcl", service
            ),
        }

    def _rounds(self, ours, fronts, knowledge):
        path = works.comparison_path(knowledge.usual[-1]["slug"])
        requests = works.write(works.whole(knowledge), FOLDER / "in-front.requests")
        for name, front in fronts.items():
            _check(name, front, path)
            self._load(ours, front, requests, self._pace.longest_warm_up // 4)
        runs = {name: [] for name in fronts}
        for number in range(self._pace.rounds):
            for name, front in fronts.items():
                one = self._load(ours, front, requests, self._pace.seconds)
                runs[name].append(one)
                kept = f"{one['kept']:.1%} answered by itself, {one['not-modified']:.1%} asked after"
                say(f"In front, round {number + 1}, {name}: {one['rate']:,.0f}/s, {kept}, failed {one['failed']}")
        return {
            name: {
                **{figure: median(one[figure] for one in runs[name]) for figure in runs[name][0]},
                "failed": sum(one["failed"] for one in runs[name]),
                "shown": self._shown(ours, front, path),
            }
            for name, front in fronts.items()
        }

    def _load(self, ours, front, requests, seconds):
        before, cpu = _answered(ours), ours.running.cpu_seconds()
        load = wrk.load(front.running, front.address, requests, connections=CONNECTIONS, seconds=max(1, seconds))
        after = _answered(ours)
        cpu = ours.running.cpu_seconds() - cpu
        count = load.rate * max(1, seconds)
        whole, not_modified = after["200"] - before["200"], after["304"] - before["304"]
        return {
            "rate": load.rate,
            "failed": load.failed,
            "cpu-service": cpu * 1e6 / count,
            "cpu-front": 0.0 if front is ours else load.cpu,
            "kept": 0.0 if front is ours else max(0.0, 1 - (whole + not_modified) / count),
            "not-modified": not_modified / count,
        }

    def _shown(self, ours, front, path):
        publisher = publishing.Publisher(ours.port, [front.port], path)
        times = [publisher.publish()[0] for _ in range(self._publications)]
        return {"p50": publishing.quantile(times, 50), "max": max(times)}


def _check(name, front, path):
    """Whether the ETag comes through, is honoured, and each encoding keeps its own."""
    url = front.address + path
    etag = http.ask(url).headers["ETag"]
    packed = http.ask(url, headers={"Accept-Encoding": "gzip"}).headers
    if packed["Content-Encoding"] != "gzip" or packed["ETag"] == etag:
        raise Failed(f"{name}: asked for gzip, it answers {packed['Content-Encoding']} with the ETag {packed['ETag']}")
    status = http.status(url, {"If-None-Match": etag})
    if status != 304:
        raise Failed(f"{name}: its own ETag as If-None-Match is answered {status}")


def _answered(ours):
    """How many requests the service has answered with 200 and 304, by its own metrics."""
    counts = {"200": 0.0, "304": 0.0}
    for labels, count in _COUNT.findall(ours.ask("/q/metrics").body.decode()):
        for status in counts:
            if f'status="{status}"' in labels:
                counts[status] += float(count)
    return counts


def _varnish_version():
    said = subprocess.run([shutil.which("varnishd") or "/usr/sbin/varnishd", "-V"], capture_output=True, text=True).stderr
    return re.search(r"varnish-([0-9.]+)", said)[1]


_HEAD = [
    "in front",
    "requests/s",
    "answered by it",
    "asked after, 304",
    "its CPU µs a request",
    "the service's",
    "published to visible, p50 ms",
    "longest ms",
    "failed",
]


def markdown(found):
    about = found["setting"]
    versions = ", ".join(f"{name} {version}" for name, version in found["versions"].items())
    rows = [
        (
            name,
            f"{one['rate']:,.0f}",
            f"{one['kept']:.1%}",
            f"{one['not-modified']:.1%}",
            f"{one['cpu-front']:,.0f}",
            f"{one['cpu-service']:,.1f}",
            f"{one['shown']['p50']:,.0f}",
            f"{one['shown']['max']:,.0f}",
            one["failed"],
        )
        for name, one in found["fronts"].items()
    ]
    said = f"Measured on {about['date']} by `src/bench/in-front.sh` on {about['machine']}. {versions}."
    return said + "\n\n" + report.table(_HEAD, rows)


def measure(asked):
    found = Fronts(asked).measure()
    RESULTS.write_text(json.dumps(found, indent=1))
    if not asked.quick:
        report.between(report.DOCUMENT, "in front", markdown(found))
    print(markdown(found))


if __name__ == "__main__":
    command.carry_out(command.arguments("src/bench/in-front.sh", __doc__).parse_args(), measure, in_front=True)
