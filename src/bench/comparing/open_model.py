"""Reads at a fixed rate while another client publishes: OpenModel.java, and what it prints."""

import json

from comparing import publishing, works
from comparing.contestants import PACKAGE, PROJECT, jdk
from comparing.measuring import say
from comparing.processes import run

RATE = 2_000
LISTS_EVERY = 10  # one read in ten is a page of the list


def reads(knowledge):
    """Paths of whole comparisons, mixed with pages of the list."""
    paths = []
    for number, slug in enumerate(knowledge.slugs()):
        if number % LISTS_EVERY == 0:
            paths.append(f"/api/v1/comparisons?limit={works.PAGE}")
        paths.append(works.comparison_path(slug))
    return paths


def measure(server, paths, *, rate, warm_up, seconds, publish, folder):
    """What OpenModel found, in milliseconds, while `publish` was called once a second."""
    file = works.write(paths, folder / "open-model.paths")
    libraries = ":".join(str(jar) for jar in sorted((PACKAGE.parent / "lib" / "main").glob("*.jar")))
    options = ["--sun-misc-unsafe-memory-access=allow"] if _knows_unsafe_option() else []
    command = [jdk() / "bin" / "java", *options, "-cp", libraries, PROJECT / "src" / "bench" / "OpenModel.java"]
    with publishing.Regularly(publish) as published:
        output = run([*command, str(server.port), file, str(rate), str(warm_up), str(seconds)])
    found = {"rate": rate, **json.loads(output.strip().splitlines()[-1]), "published": published.results}
    latency = f"p99 {found['p99']:.1f} ms, longest {found['max']:.1f} ms"
    say(f"{server.name}, {rate:,} reads a second due: {latency}, {found['failed']} of {found['reads']:,} failed")
    return found


def _knows_unsafe_option():
    release = dict(line.split("=", 1) for line in (jdk() / "release").read_text().splitlines() if "=" in line)
    return int(release["JAVA_VERSION"].strip('"').split(".")[0]) >= 23
