"""Knowledge of any size, the same for the same seed: comparisons in the shape that the import takes."""

import itertools
import random
import re
from dataclasses import dataclass

from comparing import vocabulary as words

SEED = 20
FACTORS, USE_CASES, FAQS = 8, 4, 5
ASKED_COMPARISONS, ASKED_FAQS = 25, 200
FITS = ("strong", "good", "limited", "poor")
CONFIDENCES = ("high", "moderate", "low", "very-low")
SCORES = (1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5, 5)


@dataclass(frozen=True)
class Size:
    """How many comparisons of the usual size, and how many with 200 FAQs each."""

    comparisons: int
    asked: int

    @property
    def total(self):
        return self.comparisons + self.asked


Size.MAIN = Size(1_000, ASKED_COMPARISONS)


def slug(text):
    return re.sub(r"[^a-z0-9]+", "-", text.lower()).strip("-")


class Phrases:
    """Draws phrases as people use them: few of them often, most of them rarely."""

    def __init__(self, random_numbers):
        self._random = random_numbers
        self._weights = {}

    def one(self, phrases):
        return self.some(phrases, 1)[0]

    def some(self, phrases, count):
        weights = self._weights.setdefault(
            id(phrases), list(itertools.accumulate(1 / (rank + 6) for rank in range(len(phrases))))
        )
        return self._random.choices(phrases, cum_weights=weights, k=count)

    def question(self, a, b):
        thing, quality, situation = self.one(words.THINGS), self.one(words.QUALITIES), self.one(words.SITUATIONS)
        return self._random.choice(
            (
                f"How does {a} handle {thing} {situation}?",
                f"Is {a} or {b} the better choice for {thing} {situation}?",
                f"What does {thing} cost in {quality} {situation}?",
                f"Can {b} improve {quality} without giving up {thing}?",
                f"Which problems with {thing} do {self.one(words.AUDIENCES)} meet {situation}?",
                f"When should a team move {thing} from {a} to {b}?",
            )
        )

    def answer(self, a, b):
        return self.sentence(a, b) + " " + self.sentence(a, b)

    def sentence(self, a, b):
        thing, other = self.one(words.THINGS), self.one(words.THINGS)
        quality, cause = self.one(words.QUALITIES), self.one(words.CAUSES)
        text = self._random.choice(
            (
                f"{a} treats {thing} as a matter of {quality}, while {b} leaves {other} to the application",
                f"most trouble with {thing} comes from {cause} {self.one(words.SITUATIONS)}",
                f"{self.one(words.AUDIENCES)} report better {quality} once {thing} is separated from {other}",
                f"{self.one(words.ADVICE)}, because {cause} hurt {quality} first",
                f"with {b}, {thing} and {other} share one configuration, which helps {quality}",
                f"{a} is the safer choice {self.one(words.SITUATIONS)}, and {thing} stays simple",
            )
        )
        return text[0].upper() + text[1:] + "."


def technologies():
    """As many names as there are pairs of a beginning and an ending."""
    return [
        {"slug": slug(beginning + " " + ending), "name": beginning + ending, "kind": "framework", "summary": ""}
        for beginning in words.NAME_BEGINNINGS
        for ending in words.NAME_ENDINGS
    ]


def comparisons(size, seed=SEED):
    """One after the other, so that any number fits into memory."""
    known = technologies()
    for number in range(size.total):
        yield _comparison(number, FAQS if number < size.comparisons else ASKED_FAQS, known, seed)


def _comparison(number, faqs, known, seed):
    draw = random.Random(seed * 1_000_003 + number)
    phrases = Phrases(draw)
    first, second = draw.sample(known, 2)
    a, b = first["name"], second["name"]
    topics = draw.sample(words.TOPICS, 3)
    factors = [_factor(name, topics, a, b, draw, phrases) for name in draw.sample(words.FACTORS, FACTORS)]
    return {
        "slug": f"{first['slug']}-vs-{second['slug']}-{number:06d}",
        "title": f"{a} vs. {b}: {phrases.one(words.THINGS)}",
        "question": f"Is {a} or {b} the better choice {phrases.one(words.SITUATIONS)}?",
        "summary": phrases.sentence(a, b),
        "tags": sorted({slug(phrases.one(words.QUALITIES)) for _ in range(3)}),
        "options": [_option(option, a, b, phrases) for option in (first, second)],
        "topics": [{"slug": slug(name), "name": name, "summary": ""} for name in topics],
        "factors": factors,
        "findings": [],
        "useCases": [_use_case(name, factors, a, b, draw, phrases) for name in draw.sample(words.USE_CASES, USE_CASES)],
        "claims": [],
        "sources": [],
        "faqs": [_faq(position, factors, a, b, draw, phrases) for position in range(faqs)],
        "recommendations": [],
    }


def _option(technology, a, b, phrases):
    return {
        "slug": technology["slug"],
        "technology": technology["slug"],
        "name": technology["name"],
        "tagline": phrases.one(words.QUALITIES),
        "summary": phrases.sentence(a, b),
        "bestFor": [phrases.one(words.THINGS) for _ in range(2)],
        "verdict": phrases.sentence(a, b),
    }


def _factor(name, topics, a, b, draw, phrases):
    return {
        "slug": slug(name),
        "name": name,
        "topic": slug(draw.choice(topics)),
        "question": f"How good is {name.lower()} {phrases.one(words.SITUATIONS)}?",
        "kind": "rating",
        "weight": draw.randint(1, 5),
        "scale": {"1": "Hardly usable", "3": "Good enough", "5": "As good as it gets"},
        "assessments": [
            {
                "option": slug_of_name(option),
                "verdict": f"{phrases.one(words.QUALITIES).capitalize()} {phrases.one(words.SITUATIONS)}",
                "score": draw.choice(SCORES),
                "confidence": draw.choice(CONFIDENCES),
                "rationale": f"Rests on {phrases.one(words.THINGS)}.",
                "claims": [],
            }
            for option in (a, b)
        ],
    }


def slug_of_name(name):
    """Of a technology, whose name is written as one word."""
    return _SLUGS[name]


_SLUGS = {technology["name"]: technology["slug"] for technology in technologies()}


def _use_case(name, factors, a, b, draw, phrases):
    return {
        "slug": slug(name),
        "name": name,
        "description": phrases.sentence(a, b),
        "examples": phrases.some(words.THINGS, 2),
        "fits": [{"option": slug_of_name(option), "fit": draw.choice(FITS), "rationale": ""} for option in (a, b)],
        "weights": {factor["slug"]: draw.randint(1, 5) for factor in factors[:3]},
    }


def _faq(position, factors, a, b, draw, phrases):
    return {
        "slug": f"question-{position + 1}",
        "question": phrases.question(a, b),
        "answer": phrases.answer(a, b),
        "options": [],
        "factors": [draw.choice(factors)["slug"]],
        "useCases": [],
        "claims": [],
    }


# ---- What is asked -------------------------------------------------------------------------------------------------

# English words that no text search keeps.
_COMMON = frozenset(
    """a about after all an and any are as at be because before better by can does do during first for from has have how
    in is it its not of off on once one or out over should so than that the their then there they this to under up was
    what when where which while who with without whole own several other most""".split()
)
FEWEST_ANSWERS = 20


def questions(all_comparisons, count, seed=SEED):
    """
    Distinct questions of two or three words, each with at least a page of FAQs that hold all of them. Words that stand in
    more than one FAQ of five tell nothing, and nobody asks for them.
    """
    where, total = _where_words_stand(all_comparisons)
    draw = random.Random(seed)
    usual = sorted(word for word, faqs in where.items() if FEWEST_ANSWERS <= len(faqs) <= total / 5)
    found = {}
    for _ in range(count * 200):
        asked = tuple(draw.sample(usual, 3 if draw.random() < 1 / 3 else 2))
        if len(set.intersection(*(where[word] for word in asked))) >= FEWEST_ANSWERS:
            found[" ".join(asked)] = None
        if len(found) == count:
            return list(found)
    return list(found)  # a small set of knowledge answers fewer


def _where_words_stand(all_comparisons):
    where = {}
    number = 0
    for comparison in all_comparisons:
        for faq in comparison["faqs"]:
            number += 1
            for word in set(re.findall(r"[a-z]{3,}", (faq["question"] + " " + faq["answer"]).lower())) - _COMMON:
                where.setdefault(word, set()).add(number)
    return where, number
