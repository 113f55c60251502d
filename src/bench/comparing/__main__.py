"""Measures the packaged service beside its peers, and writes docs/performance.md."""

import json
import shutil
import sys

from comparing import command, report
from comparing.command import FOLDER
from comparing.main_set import PARTS, MainSet

RESULTS = FOLDER / "results.json"


def measure(asked):
    results = {"command": " ".join(["src/bench/run.sh", *sys.argv[1:]])}
    try:
        MainSet(FOLDER, asked).run(results)
    finally:
        RESULTS.write_text(json.dumps(results, indent=1))
    if not asked.quick and not asked.only:
        report.write(results)
        shutil.copy(RESULTS, FOLDER / "last-whole-run.json")
    report.show(results)


if __name__ == "__main__":
    parser = command.arguments("src/bench/run.sh", __doc__)
    parser.add_argument("--only", action="append", default=[], choices=PARTS, help="may be repeated")
    command.carry_out(parser.parse_args(), measure)
