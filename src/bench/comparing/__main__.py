"""Measures the packaged service beside its peers; src/bench/run.sh is the way to start it."""

import argparse
import json
import shutil
import signal
import sys

from comparing import prerequisites, report
from comparing.contestants import PACKAGE, PROJECT
from comparing.main_set import MainSet
from comparing.measuring import say
from comparing.processes import Failed, run
from comparing.relational import PEERS

FOLDER = PROJECT / "target" / "bench"
RESULTS = FOLDER / "results.json"


def main():
    arguments = _arguments()
    signal.signal(signal.SIGTERM, lambda *_: sys.exit("stopped"))  # so that what was started is stopped
    try:
        prerequisites.check()
        _build(arguments.no_build)
        _measure(arguments)
    except Failed as failure:
        sys.exit(str(failure))


def _arguments():
    parser = argparse.ArgumentParser(prog="src/bench/run.sh", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="little data and short rounds, to try the benchmark itself")
    parser.add_argument("--only", action="append", default=[], metavar="WORK", help="starting, comparison, list, search, "
                        "recommendation, open-model, publishing, creating; may be repeated")  # fmt: skip
    parser.add_argument("--no-build", action="store_true", help="takes the package that is there")
    parser.add_argument("--port", type=int, default=18_400, help="of PostgreSQL; the next ten are taken too")
    return parser.parse_args()


def _build(skip):
    if not skip:
        say("Building")
        run([PROJECT / "mvnw", "-B", "-ntp", "-DskipTests", "package"], cwd=PROJECT)
    if not PACKAGE.exists():
        raise Failed(f"there is no {PACKAGE}: build it first, or leave out --no-build")
    node = PEERS / "node"
    if not (node / "node_modules").exists():
        run(["npm", "ci", "--no-audit", "--no-fund"], cwd=node)


def _measure(arguments):
    FOLDER.mkdir(parents=True, exist_ok=True)
    results = {"command": "src/bench/run.sh " + " ".join(sys.argv[1:])}
    try:
        MainSet(FOLDER, quick=arguments.quick, only=arguments.only, port=arguments.port).run(results)
    finally:
        RESULTS.write_text(json.dumps(results, indent=1))
    if not arguments.quick and not arguments.only:
        report.write(results)
        shutil.copy(RESULTS, FOLDER / "last-whole-run.json")
    report.show(results)


if __name__ == "__main__":
    main()
