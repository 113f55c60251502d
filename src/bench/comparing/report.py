"""docs/performance.md and its chart, from the results."""

import sys

from comparing import charts
from comparing.contestants import PROJECT
from comparing.measuring import ratio
from comparing.works import TITLES

DOCUMENT = PROJECT / "docs" / "performance.md"
CHART = PROJECT / "docs" / "performance.svg"
OURS = "Tradeoff"


def write(results):
    between(DOCUMENT, "main set", markdown(results))
    groups = [
        (TITLES[name], [(label, figures["rate"]) for label, figures in lines.items()])
        for name, lines in results["works"].items()
    ]
    CHART.write_text(charts.bars("Requests per second by work and server", groups))


def show(results):
    sys.stdout.write(markdown(results) + "\n")


def between(document, part, text):
    """Replaces what stands between the markers of that part."""
    begin, end = f"<!-- {part} -->", f"<!-- end of {part} -->"
    whole = document.read_text()
    before, _, rest = whole.partition(begin)
    _, _, after = rest.partition(end)
    document.write_text(f"{before}{begin}\n{text}\n{end}{after}")


def table(head, rows):
    aligned = ["---"] + ["---:"] * (len(head) - 1)
    return "\n".join("| " + " | ".join(map(str, row)) + " |" for row in (head, aligned, *rows))


def markdown(results):
    parts = [_setting(results)]
    if "works" in results:
        parts += [_bars(results), _works(results["works"])]
    if "open-model" in results:
        parts.append(_open_model(results["open-model"]))
    if "publishing" in results:
        parts.append(_publishing(results["publishing"]))
    if results.get("ranking"):
        parts.append(_ranking(results["ranking"]))
    if "starting" in results:
        parts.append(_starting(results["starting"]))
    return "\n\n".join(parts)


def _setting(results):
    setting = results["setting"]
    versions = ", ".join(f"{name} {version}" for name, version in setting["versions"].items())
    return (
        f"Measured on {setting['date']} by `{results['command'].strip()}` on {setting['machine']}. {versions}. The service was "
        f"started by `{setting['service']}`."
    )


# ---- What was to be shown ---------------------------------------------------------------------------------------------


def _times(work, of, to, wanted):
    def row(results):
        figures = results["works"].get(work, {})
        if of not in figures or to not in figures:
            return None
        found = ratio(figures, of, to)
        times = f"{found:.2g} ×" if found < 10 else f"{found:.0f} ×"
        return (f"{TITLES[work]}: {of} to {to}", f"{wanted:g} ×", times, _yes(found >= wanted))

    return row


def _at_most(what, wanted, unit, read):
    def row(results):
        try:
            found = read(results)
        except KeyError:
            return None
        return (what, f"{wanted:g} {unit}", f"{found:.3g} {unit}", _yes(found <= wanted))

    return row


def _yes(reached):
    return "yes" if reached else "**no**"


_WANTED = [
    _times("comparison", OURS, "Fastify", 20),
    _times("comparison", OURS, "Express", 50),
    _times("comparison", OURS, "nginx", 0.9),
    _times("comparison", OURS, "Fastify, cached", 2),
    _times("list", OURS, "Fastify", 10),
    _times("search", OURS, "Fastify", 5),
    _times("search", OURS + ", 50 questions", "Fastify, 50 questions", 5),
    _times("recommendation", OURS, "Fastify", 4),
    _times("recommendation", OURS + ", asked again", "Fastify", 4),
    _times("recommendation", OURS + ", plain sums", "Fastify", 6),
    _times("recommendation", OURS + ", plain sums, asked again", "Fastify", 6),
    _times("creating", OURS, "Fastify", 0.6),
    _at_most("p99 at 2,000 reads a second", 10, "ms", lambda results: results["open-model"][OURS]["p99"]),
    _at_most("Reads failed meanwhile", 0, "", lambda results: results["open-model"][OURS]["failed"]),
    _at_most("A publication is shown (p99)", 50, "ms", lambda results: results["publishing"]["publishing"]["p99"]),
    _at_most("… by another replica (p99)", 50, "ms", lambda results: results["publishing"]["other"]["p99"]),
    _at_most("Launch to first answer", 1.5, "s", lambda results: results["starting"][OURS]["seconds"]),
    _at_most("Memory at rest", 250, "MiB", lambda results: results["starting"][OURS]["resident"]),
]


def _bars(results):
    rows = [row for row in (wanted(results) for wanted in _WANTED) if row]
    return "### What was to be shown\n\n" + table(["", "wanted", "found", "reached"], rows)


# ---- Everything -------------------------------------------------------------------------------------------------------


def _works(found):
    rows = [_line(name, label, lines) for name, lines in found.items() for label in lines]
    head = [
        "work: server",
        "requests/s, 32 connections",
        "CPU µs a request",
        "median ms, 1 connection",
        "Tradeoff does so many times as many",
        "MiB under load",
        "failed",
    ]
    return "### Throughput, CPU and latency\n\n" + table(head, rows)


def _line(work, label, lines):
    figures = lines[label]
    return (
        f"{TITLES[work]}: {label}",
        f"{figures['rate']:,.0f}",
        f"{figures['cpu']:,.0f}",
        f"{figures['alone'] / 1_000:.2f}",
        "" if label == OURS else f"{ratio(lines, OURS, label):.3g}",
        f"{figures['resident']:,.0f}",
        f"{figures['failed']:,}",
    )


def _open_model(found):
    shares = ("p50", "p99", "p999", "max")
    rows = [
        (
            name,
            f"{one['rate']:,}",
            *(f"{one[share]:.1f}" for share in shares),
            f"{one['failed']:,} of {one['reads']:,}",
        )
        for name, one in found.items()
    ]
    head = ["server", "reads due a second", "p50 ms", "p99 ms", "p99.9 ms", "longest ms", "failed"]
    return "### Latency at a fixed rate of arrival\n\n" + table(head, rows)


def _publishing(found):
    rows = [(name, *(f"{value:.1f}" for value in shares.values())) for name, shares in found.items()]
    return "### From publishing to visible\n\n" + table(["replica", "p50 ms", "p99 ms", "longest ms"], rows)


def _ranking(found):
    rows = [(name, f"{one['mrr']:.3f}", f"{one['recall']:.3f}") for name, one in found.items()]
    questions = next(iter(found.values()))["questions"]
    head = [f"search, {questions} judged questions", "mean reciprocal rank", "recall at 3"]
    return "### What is found\n\n" + table(head, rows)


def _starting(found):
    rows = [(name, f"{one['seconds']:.2f}", f"{one['resident']:,.0f}") for name, one in found.items()]
    head = ["server", "launch to first answer, s", "resident MiB, 5 s later"]
    return "### Start-up and memory at rest\n\n" + table(head, rows)
