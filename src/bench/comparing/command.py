"""What the commands have in common."""

import argparse
import signal
import sys

from comparing import prerequisites
from comparing.contestants import PACKAGE, PROJECT, SpringBoot
from comparing.measuring import say
from comparing.processes import Failed, run
from comparing.relational import PEERS

FOLDER = PROJECT / "target" / "bench"

_VARIABLES = (
    "BENCH_JAVA_OPTIONS: options of the service's JVM. "
    "BENCH_PACKAGE: another quarkus-run.jar than this project's, with --no-build."
)


def arguments(program, description):
    parser = argparse.ArgumentParser(prog=program, description=description, epilog=_VARIABLES)
    parser.add_argument("--quick", action="store_true", help="little data and short rounds, to try the benchmark itself")
    parser.add_argument("--rounds", type=int, help="how many; 5 if nothing is said")
    parser.add_argument("--no-build", action="store_true", help="takes the package that is there")
    parser.add_argument("--port", type=int, default=18_400, help="of PostgreSQL; the next ten are taken too")
    return parser


def carry_out(asked, measure, in_front=False):
    """Builds and measures; what is missing or fails is told in one line."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped
    try:
        prerequisites.check(in_front)
        _build(asked.no_build)
        FOLDER.mkdir(parents=True, exist_ok=True)
        measure(asked)
    except Failed as failure:
        sys.exit(str(failure))


def _build(skip):
    if not skip:
        say("Building")
        run([PROJECT / "mvnw", "-B", "-ntp", "-DskipTests", "package"], cwd=PROJECT)
    if not PACKAGE.exists():
        raise Failed(f"there is no {PACKAGE}: build it first, or leave out --no-build")
    node = PEERS / "node"
    if not (node / "node_modules").exists():
        run(["npm", "ci", "--no-audit", "--no-fund"], cwd=node)
    if not SpringBoot.JAR.exists():
        _build_spring()


def _build_spring():
    """Its libraries are many and may be out of reach: then it is left out."""
    try:
        run([PROJECT / "mvnw", "-B", "-ntp", "-q", "package"], cwd=PEERS / "spring")
    except Failed as failure:
        say(f"Spring Boot is left out: {str(failure).splitlines()[-1]}")
