"""The same reads and writes with FastAPI and asyncpg, which prepares each statement by itself."""

import os
from pathlib import Path

import asyncpg
from fastapi import FastAPI, HTTPException, Response
from pydantic import BaseModel


def _statement(name):
    return (Path(__file__).parent.parent / "sql" / f"{name}.sql").read_text()


COMPARISON, LIST, FAQS, SCORES, NEW_FAQ = map(_statement, ("comparison", "list", "faqs", "scores", "new-faq"))


app = FastAPI()


@app.on_event("startup")
async def _connect():
    app.state.pool = await asyncpg.create_pool(os.environ["DATABASE_URL"], min_size=1, max_size=10)


class Requirements(BaseModel):
    weights: dict[str, float]


class Faq(BaseModel):
    question: str
    answer: str
    options: list[str] = []
    factors: list[str] = []
    useCases: list[str] = []


class Scores(BaseModel):
    slug: str
    scores: dict[str, float]


class Known(BaseModel):
    comparison: str
    revision: int
    factors: list[Scores]


async def _asked(statement, *values):
    body = await app.state.pool.fetchval(statement, *values)
    if body is None:
        raise HTTPException(404)
    return body


def _json(body, status=200):
    """PostgreSQL's JSON as it is: reading and writing it once more is what costs most in Python."""
    return Response(body, status, media_type="application/json")


@app.get("/api/v1/comparisons")
async def list_comparisons(cursor: str = "", limit: int = 20):
    return _json(await _asked(LIST, cursor, limit))


@app.get("/api/v1/comparisons/{slug}")
async def comparison(slug: str):
    return _json(await _asked(COMPARISON, slug))


@app.get("/api/v1/faqs")
async def faqs(q: str, limit: int = 20):
    return _json(await _asked(FAQS, q, limit))


@app.post("/api/v1/comparisons/{slug}/tailored-recommendation")
async def recommendation(slug: str, requirements: Requirements):
    known = Known.parse_raw(await _asked(SCORES, slug))
    total = sum(requirements.weights.values())
    weights = {factor.slug: requirements.weights.get(factor.slug, 0) / total for factor in known.factors}
    sums = {}
    for factor in known.factors:
        for option, score in factor.scores.items():
            sums[option] = sums.get(option, 0) + weights[factor.slug] * (score - 1) / 4
    ranking = sorted(sums.items(), key=lambda one: -one[1])
    return {
        "comparison": known.comparison,
        "revision": known.revision,
        "weights": weights,
        "ranking": [{"rank": place + 1, "option": option, "score": score} for place, (option, score) in enumerate(ranking)],
        "winner": ranking[0][0],
        "margin": ranking[0][1] - ranking[1][1],
    }


@app.put("/api/v1/comparisons/{slug}/draft/faqs/{faq}")
async def create_faq(slug: str, faq: str, sent: Faq):
    values = (sent.question, sent.answer, sent.options, sent.factors, sent.useCases)
    return _json(await _asked(NEW_FAQ, slug, faq, *values), 201)
