"""Single requests."""

import json
import urllib.error
import urllib.request
from dataclasses import dataclass

from comparing.processes import Failed


@dataclass(frozen=True)
class Answer:
    body: bytes
    headers: object

    @property
    def json(self):
        return json.loads(self.body)


def ask(url, body=None, method=None, token=None, headers=None):
    """The answer; whatever is no success is a failure, with what the server said."""
    request = urllib.request.Request(url, data=_bytes(body), method=method, headers=headers or {})
    if body is not None:
        request.add_header("Content-Type", "application/json")
    if token:
        request.add_header("Authorization", f"Bearer {token}")
    try:
        with urllib.request.urlopen(request, timeout=1_800) as answer:
            return Answer(answer.read(), answer.headers)
    except urllib.error.HTTPError as refusal:
        raise Failed(f"{request.get_method()} {url}: {refusal.code} {refusal.read()[:2000].decode()}") from refusal
    except OSError as failure:
        raise Failed(f"{request.get_method()} {url}: {failure}") from failure


def status(url, headers):
    """Of the answer, whatever it is."""
    try:
        with urllib.request.urlopen(urllib.request.Request(url, headers=headers), timeout=30) as answer:
            return answer.status
    except urllib.error.HTTPError as answer:
        return answer.code


def _bytes(body):
    return body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
