"""Whether all answer the same: nothing is measured before they do."""

from comparing import works
from comparing.processes import Failed

COMPARISONS, QUESTIONS, REQUIREMENTS = 25, 25, 10
TIME = "publishedAt"  # each database's own


def check(servers, knowledge):
    ours, nginx = servers["Tradeoff"], servers["nginx"]
    peers = [servers[name] for name in ("Fastify", "Express", "FastAPI")]
    for slug in knowledge.slugs()[:COMPARISONS]:
        _comparison(ours, [*peers, nginx, *works.of_comparisons_only(servers)], slug)
    for peer in peers:
        _list(ours, peer)
    for question in knowledge.questions[:QUESTIONS]:
        _search(ours, peers, question)
    for comparison in knowledge.shuffled[:REQUIREMENTS]:
        _recommendation(ours, peers, comparison)


def _same(what, expected, peer, found):
    if expected != found:
        where = _difference(expected, found)
        raise Failed(f"{what}: {peer.name} does not answer what Tradeoff does, {where}; nothing was measured")


def _difference(expected, found, at=""):
    if isinstance(expected, dict) and isinstance(found, dict) and expected.keys() == found.keys():
        return next(_difference(expected[k], found[k], f"{at}/{k}") for k in expected if expected[k] != found[k])
    if isinstance(expected, list) and isinstance(found, list) and len(expected) == len(found):
        return next(_difference(e, f, f"{at}/{i}") for i, (e, f) in enumerate(zip(expected, found, strict=True)) if e != f)
    return f"at {at or '/'}: {str(found)[:200]} and not {str(expected)[:200]}"


def _without_time(item):
    return {name: value for name, value in item.items() if name != TIME}


def _comparison(ours, others, slug):
    path = works.comparison_path(slug)
    expected = _without_time(ours.ask(path).json)
    for other in others:
        _same(path, expected, other, _without_time(other.ask(path).json))


def _list(ours, peer):
    """The same items page by page; cursors are each one's own."""
    for mine, theirs in zip(works.pages_of_list(ours), works.pages_of_list(peer), strict=True):
        expected, found = (_page(server, line.split("\t")[1]) for server, line in ((ours, mine), (peer, theirs)))
        _same("a page of the list", expected, peer, found)


def _page(server, path):
    return [_without_time(item) for item in server.ask(path).json["items"]]


def _search(ours, peers, question):
    """The peers answer the same page. Ours is ranked by other rules: as many items, each with the same fields."""
    path = works.question_path(question)
    expected = peers[0].ask(path).json
    for peer in peers[1:]:
        _same(path, expected, peer, peer.ask(path).json)
    page = ours.ask(path).json
    if len(page["items"]) != len(expected["items"]):
        raise Failed(f"{path}: {len(page['items'])} items from Tradeoff, {len(expected['items'])} from the others")
    fields = set(expected["items"][0])
    for item in page["items"]:
        if not fields <= set(item):
            raise Failed(f"{path}: an item has the fields {sorted(item)} and lacks some of {sorted(fields)}")
        known = ours.ask(item["href"]).json
        _same(item["href"], known, ours, {field: item[field] for field in known})


def _recommendation(ours, peers, comparison):
    """The same weights, ranks and sums within 1e-9."""
    asked = {"weights": {factor["slug"]: place + 1 for place, factor in enumerate(comparison["factors"])}}
    path = works.recommendation_path(comparison["slug"])
    expected = _sums(ours.ask(path, asked).json)
    for peer in peers:
        _same(path, expected, peer, _sums(peer.ask(path, asked).json))


def _sums(answer):
    return {
        "comparison": answer["comparison"],
        "weights": {factor: round(weight, 9) for factor, weight in answer["weights"].items()},
        "ranking": [(one["rank"], one["option"], round(one["score"], 9)) for one in answer["ranking"]],
        "margin": round(answer["margin"], 9),
    }
