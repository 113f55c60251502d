"""What is measured: for each work, who does it, and the requests that ask for it."""

import json
import random
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote, quote_plus

from comparing import dataset
from comparing.processes import Failed

PAGE = 20
# Answers to so many take more memory than the service keeps answers in.
QUESTIONS, REPEATED_QUESTIONS = 20_000, 50
REPEATED_REQUIREMENTS = 200

TITLES = {
    "comparison": "A whole comparison",
    "list": "A page of the list",
    "search": "A page of FAQs by full text",
    "recommendation": "A recommendation",
    "creating": "Creating a FAQ",
}


@dataclass(frozen=True)
class Line:
    """One server doing the work in one way; its requests are lines for wrk."""

    label: str
    server: object
    requests: list


@dataclass(frozen=True)
class Work:
    name: str
    lines: list
    writes: bool = False

    @property
    def title(self):
        return TITLES[self.name]


class Knowledge:
    """What was generated, as far as requests are made of it."""

    def __init__(self, comparisons, usual, questions):
        self.all = comparisons
        self.usual = comparisons[:usual]
        self.shuffled = list(self.usual)
        random.Random(dataset.SEED).shuffle(self.shuffled)
        self.questions = questions

    @staticmethod
    def of(size):
        comparisons = list(dataset.comparisons(size))
        return Knowledge(comparisons, size.comparisons, dataset.questions(comparisons, QUESTIONS))

    @staticmethod
    def of_slugs(comparisons):
        """Of comparisons of which no more than slugs is known; asked are the questions of the main set."""
        questions = dataset.questions(dataset.comparisons(dataset.Size.MAIN), QUESTIONS)
        return Knowledge(comparisons, len(comparisons), questions)

    def slugs(self):
        return [comparison["slug"] for comparison in self.shuffled]


def get(path):
    return f"GET\t{path}\t"


def sending(method, path, body):
    return f"{method}\t{path}\t{json.dumps(body, separators=(',', ':')) if isinstance(body, dict) else body}"


def comparison_path(slug):
    return f"/api/v1/comparisons/{slug}"


def whole(knowledge, prefix="/api/v1"):
    return [get(f"{prefix}/comparisons/{slug}") for slug in knowledge.slugs()]


def pages_of_list(server):
    """All pages, each by the link that the page before gave."""
    requests, cursor = [], None
    while True:
        path = f"/api/v1/comparisons?limit={PAGE}" + (f"&cursor={quote(cursor)}" if cursor else "")
        requests.append(get(path))
        cursor = server.ask(path).json["page"]["next"]
        if cursor is None:
            return requests[:-1] or requests  # the last page is a short one


def question_path(question):
    return f"/api/v1/faqs?q={quote_plus(question)}&limit={PAGE}"


def search(questions):
    return [get(question_path(question)) for question in questions]


def recommendation_path(slug):
    return comparison_path(slug) + "/tailored-recommendation"


def weights(comparison, weight):
    return ",".join(f'"{factor["slug"]}":{weight()}' for factor in comparison["factors"])


def new_recommendations(knowledge, more=""):
    """With weights that are made anew for each request."""
    return [
        sending("POST", recommendation_path(c["slug"]), f'{{"weights":{{{weights(c, lambda: "@random@")}}}{more}}}')
        for c in knowledge.shuffled
    ]


def repeated_recommendations(knowledge, more=""):
    draw = random.Random(dataset.SEED)
    return [
        sending("POST", recommendation_path(c["slug"]), f'{{"weights":{{{weights(c, lambda: draw.randint(1, 9))}}}{more}}}')
        for c in knowledge.shuffled[:REPEATED_REQUIREMENTS]
    ]


def new_faqs(knowledge):
    return [
        sending(
            "PUT",
            comparison_path(c["slug"]) + "/draft/faqs/new-@new@",
            {field: c["faqs"][0][field] for field in ("question", "answer", "factors")},
        )
        for c in knowledge.shuffled
    ]


def knows_plain_sums(ours, knowledge):
    """Whether the service can be asked for the sums alone."""
    first = knowledge.usual[0]
    try:
        ours.ask(recommendation_path(first["slug"]), {"robustness": False})
    except Failed:
        return False
    return True


def of_comparisons_only(servers):
    return [servers[name] for name in ("Spring Boot",) if name in servers]


def works(servers, knowledge):
    """All of them, what changes the data last."""
    ours, nginx = servers["Tradeoff"], servers["nginx"]
    peers = [servers[name] for name in ("Fastify", "Express", "FastAPI")]
    caching = [server for server in peers if server.name != "FastAPI"]

    def each(requests, among=(ours, *peers), suffix=""):
        return [Line(server.name + suffix, server, requests(server)) for server in among]

    def same(requests, among=(ours, *peers), suffix=""):
        return each(lambda server: requests, among, suffix)

    comparing = same(whole(knowledge), [ours, nginx, *peers, *of_comparisons_only(servers)])
    comparing += same(whole(knowledge, "/cached"), caching, ", cached")
    recommendations = same(new_recommendations(knowledge))
    recommendations += same(repeated_recommendations(knowledge), [ours], ", asked again")
    if knows_plain_sums(ours, knowledge):
        plain = ',"robustness":false'
        recommendations += same(new_recommendations(knowledge, plain), [ours], ", plain sums")
        recommendations += same(repeated_recommendations(knowledge, plain), [ours], ", plain sums, asked again")
    return [
        Work("comparison", comparing),
        Work("list", each(pages_of_list)),
        Work(
            "search",
            same(search(knowledge.questions))
            + same(search(knowledge.questions[:REPEATED_QUESTIONS]), suffix=f", {REPEATED_QUESTIONS} questions"),
        ),
        Work("recommendation", recommendations),
        Work("creating", same(new_faqs(knowledge)), writes=True),
    ]


def write(requests, path):
    Path(path).parent.mkdir(parents=True, exist_ok=True)
    Path(path).write_text("\n".join(requests) + "\n")
    return path
