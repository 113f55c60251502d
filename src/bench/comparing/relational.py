"""The generated knowledge in the peers' tables."""

import itertools
import json
import shutil
import tempfile
from pathlib import Path

PEERS = Path(__file__).parent.parent / "peers"

_COLUMNS = {
    "comparison": "id, slug, title, question, summary, tags",
    "option": "id, comparison_id, slug, technology, name, tagline, summary, best_for, verdict",
    "topic": "id, comparison_id, slug, name, summary",
    "factor": "id, comparison_id, topic_id, slug, name, question, kind, weight, scale",
    "assessment": "factor_id, option_id, verdict, score, confidence, rationale",
    "use_case": "id, comparison_id, slug, name, description, examples",
    "fit": "use_case_id, option_id, fit, rationale",
    "use_case_weight": "use_case_id, factor_id, weight",
    "faq": "id, comparison_id, slug, question, answer, options, factors, use_cases",
}
_NUMBERED = [table for table, columns in _COLUMNS.items() if columns.startswith("id, ")]


def load(cluster, database, comparisons):
    """Makes the database with its tables, and loads the comparisons."""
    cluster.create(database)
    cluster.script(database, PEERS / "sql" / "schema.sql")
    folder = Path(tempfile.mkdtemp(prefix="tradeoff-rows-"))
    try:
        _Rows(folder).write(comparisons)
        for table, columns in _COLUMNS.items():
            with (folder / table).open() as lines:
                cluster.copy(database, table, columns, lines)
    finally:
        shutil.rmtree(folder)
    for table in _NUMBERED:
        cluster.sql(
            database, f"SELECT setval(pg_get_serial_sequence('{table}', 'id'), (SELECT coalesce(max(id), 1) FROM {table}))"
        )
    cluster.sql(database, "VACUUM ANALYZE")


class _Rows:
    def __init__(self, folder):
        self._folder = folder
        self._ids = {table: itertools.count(1) for table in _NUMBERED}

    def write(self, comparisons):
        self._files = {table: (self._folder / table).open("w") for table in _COLUMNS}
        try:
            for comparison in comparisons:
                self._comparison(comparison)
        finally:
            for file in self._files.values():
                file.close()

    def _row(self, table, *values):
        self._files[table].write("\t".join(map(_text, values)) + "\n")

    def _numbered(self, table, *values):
        number = next(self._ids[table])
        self._row(table, number, *values)
        return number

    def _comparison(self, c):
        own = self._numbered("comparison", c["slug"], c["title"], c["question"], c["summary"], c["tags"])
        options = {
            o["slug"]: self._numbered(
                "option", own, o["slug"], o["technology"], o["name"], o["tagline"], o["summary"], o["bestFor"], o["verdict"]
            )
            for o in c["options"]
        }
        topics = {t["slug"]: self._numbered("topic", own, t["slug"], t["name"], t["summary"]) for t in c["topics"]}
        factors = {f["slug"]: self._factor(own, f, topics, options) for f in c["factors"]}
        for use_case in c["useCases"]:
            self._use_case(own, use_case, factors, options)
        for q in c["faqs"]:
            self._numbered("faq", own, q["slug"], q["question"], q["answer"], q["options"], q["factors"], q["useCases"])

    def _factor(self, own, f, topics, options):
        scale = json.dumps(f["scale"])
        number = self._numbered(
            "factor", own, topics[f["topic"]], f["slug"], f["name"], f["question"], f["kind"], f["weight"], scale
        )
        for a in f["assessments"]:
            self._row("assessment", number, options[a["option"]], a["verdict"], a["score"], a["confidence"], a["rationale"])
        return number

    def _use_case(self, own, u, factors, options):
        number = self._numbered("use_case", own, u["slug"], u["name"], u["description"], u["examples"])
        for fit in u["fits"]:
            self._row("fit", number, options[fit["option"]], fit["fit"], fit["rationale"])
        for factor, weight in u["weights"].items():
            self._row("use_case_weight", number, factors[factor], weight)


def _text(value):
    if value is None:
        return "\\N"
    if isinstance(value, list):
        value = "{" + ",".join('"' + item.replace("\\", "\\\\").replace('"', '\\"') + '"' for item in value) + "}"
    return str(value).replace("\\", "\\\\").replace("\t", "\\t").replace("\n", "\\n")
