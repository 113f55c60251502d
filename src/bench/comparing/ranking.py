"""Judged questions over the first content, asked of ours and of PostgreSQL's full text search over the same texts."""

import json
import re
from urllib.parse import urlencode

from comparing.contestants import PROJECT
from comparing.measuring import say
from comparing.processes import Failed

JUDGED = PROJECT / "src" / "test" / "resources" / "search" / "judged.yaml"
FIRST = 3
DEPTH = 20

_LINE = re.compile(r'^- \{q: ("(?:[^"\\]|\\.)*"), why: "(?:[^"\\]|\\.)*", first: \[(.*)\]\}$')

_TABLE = """
CREATE TABLE knowledge (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY, item text NOT NULL, title text NOT NULL, body text NOT NULL,
    search tsvector GENERATED ALWAYS AS (
        setweight(to_tsvector('english', title), 'A') || setweight(to_tsvector('english', body), 'B')) STORED);
CREATE INDEX knowledge_search ON knowledge USING gin (search);
"""

# Each as PostgreSQL's users write it: all words, or any of them.
_VARIANTS = {
    "tsvector, all words": "websearch_to_tsquery('english', {q})",
    "tsvector, any word": "replace(websearch_to_tsquery('english', {q})::text, '&', '|')::tsquery",
}

# The field that is an item's title, and those that are its body.
_TEXTS = {
    "factors": ("factor", "name", ("question",)),
    "findings": ("finding", "statement", ()),
    "useCases": ("use-case", "name", ("description",)),
    "claims": ("claim", "statement", ("conditions",)),
    "faqs": ("faq", "question", ("answer",)),
    "recommendations": ("recommendation", "title", ("rationale",)),
}


def judged():
    """Questions, each with the things that must be among the first; a thing is a set of items of which any will do."""
    questions = []
    for line in JUDGED.read_text().splitlines():
        if not line.startswith("- "):
            continue
        read = _LINE.match(line)
        if not read:
            raise Failed(f"{JUDGED.name}: cannot be read: {line}")
        things = [{item.strip() for item in thing.split(",")} for thing in re.findall(r"\[([^\]]*)\]", read[2])]
        questions.append((json.loads(read[1]), things))
    return questions


def measure(cluster, database, ours):
    """Mean reciprocal rank and recall at 3 of each; ours has to run on the first content."""
    if not JUDGED.exists():
        return {}
    _load(cluster, database, ours.ask("/api/v1/export").json)
    questions = judged()
    found = {"Tradeoff": _figures(questions, lambda q: _asked(ours, q))}
    for name, query in _VARIANTS.items():
        found[name] = _figures(questions, lambda q, query=query: _searched(cluster, database, query, q))
    for name, figures in found.items():
        say(f"Ranking, {name}: mean reciprocal rank {figures['mrr']:.3f}, recall at {FIRST} {figures['recall']:.3f}")
    return found


def _figures(questions, search):
    ranks, recalls = [], []
    for question, things in questions:
        items = search(question)
        wanted = set.union(*things)
        ranks.append(next((1 / (place + 1) for place, item in enumerate(items) if item in wanted), 0))
        recalls.append(sum(bool(thing & set(items[:FIRST])) for thing in things) / len(things))
    return {"questions": len(questions), "mrr": sum(ranks) / len(ranks), "recall": sum(recalls) / len(recalls)}


def _asked(ours, question):
    page = ours.ask("/api/v1/search?" + urlencode({"q": question, "limit": DEPTH})).json
    return [_name(item["kind"], item.get("comparison"), item["slug"]) for item in page["items"]]


def _name(kind, comparison, slug):
    return f"{kind} {slug}" if kind in ("technology", "comparison") or not comparison else f"{kind} {comparison}/{slug}"


def _searched(cluster, database, query, question):
    query = query.format(q=_quoted(question))
    output = cluster.sql(
        database,
        f"SELECT item FROM knowledge, (SELECT {query} AS asked) q WHERE search @@ asked "
        f"ORDER BY ts_rank(search, asked) DESC, id LIMIT {DEPTH}",
    )
    return output.splitlines()


def _quoted(text):
    return "'" + text.replace("'", "''") + "'"


def _load(cluster, database, knowledge):
    cluster.create(database)
    cluster.sql(database, _TABLE)
    for item, title, body in _items(knowledge):
        cluster.sql(
            database,
            f"INSERT INTO knowledge (item, title, body) VALUES ({_quoted(item)}, {_quoted(title)}, {_quoted(body)})",
        )


def _items(knowledge):
    for technology in knowledge["technologies"]:
        names = [technology["name"], *technology.get("aliases", [])]
        yield _name("technology", None, technology["slug"]), " ".join(names), technology["summary"]
    for comparison in knowledge["comparisons"]:
        slug = comparison["slug"]
        body = " ".join([comparison["question"], comparison["summary"], *(o["name"] for o in comparison["options"])])
        yield _name("comparison", None, slug), comparison["title"], body
        for collection, (kind, title, fields) in _TEXTS.items():
            for member in comparison[collection]:
                text = " ".join(member.get(field) or "" for field in fields)
                yield _name(kind, slug, member["slug"]), member[title], text
