"""Publishing while others read, and how soon each replica shows what was published."""

import http.client
import json
import re
import threading
import time

from comparing.contestants import TOKEN
from comparing.processes import Failed

_REVISION = re.compile(rb'"revision":(\d+)')


class Reader:
    """One connection to one replica."""

    def __init__(self, port):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)

    def revision(self, path):
        self._connection.request("GET", path)
        answer = self._connection.getresponse()
        body = answer.read()
        if answer.status != 200:
            raise Failed(f"GET {path}: {answer.status}")
        return int(_REVISION.search(body)[1])

    def until_shown(self, path, revision):
        """The moment at which that revision, or a later one, is shown."""
        while self.revision(path) < revision:
            pass
        return time.monotonic()


class Publisher:
    """Publishes a comparison on one port and watches it on others."""

    def __init__(self, port, watched, path):
        self._connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        self._readers = [Reader(each) for each in watched]
        self._path = path
        self._number = 0

    def publish(self):
        """Milliseconds from the answer to the publication until each of the watched shows it."""
        self._number += 1
        faq = {"question": f"Is this publication {self._number}?", "answer": "It is."}
        self._send("PUT", f"{self._path}/draft/faqs/published-{time.time_ns()}", faq)
        _, etag = self._send("GET", f"{self._path}/draft")
        body, _ = self._send("POST", f"{self._path}/revisions", {"message": "Measured"}, etag)
        committed = time.monotonic()
        revision = json.loads(body)["revision"]
        shown = [0.0] * len(self._readers)

        def watch(place):
            shown[place] = self._readers[place].until_shown(self._path, revision)

        watching = [threading.Thread(target=watch, args=(place,)) for place in range(len(self._readers))]
        for thread in watching:
            thread.start()
        for thread in watching:
            thread.join(30)
            if thread.is_alive():
                raise Failed(f"{self._path}: revision {revision} was not shown within 30 s")
        return [max(0.0, moment - committed) * 1_000 for moment in shown]

    def _send(self, method, path, body=None, etag=None):
        headers = {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json"}
        if etag:
            headers["If-Match"] = etag
        self._connection.request(method, path, json.dumps(body) if body is not None else None, headers)
        answer = self._connection.getresponse()
        content = answer.read()
        if answer.status >= 300:
            raise Failed(f"{method} {path}: {answer.status} {content[:500].decode()}")
        return content, answer.headers["ETag"]


class Regularly:
    """Does something once a second on a thread of its own, as long as the block runs."""

    def __init__(self, work, period=1.0):
        self.results = []
        self._work = work
        self._period = period
        self._ended = threading.Event()
        self._failure = None
        self._thread = threading.Thread(target=self._run)

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *failure):
        self._ended.set()
        self._thread.join()
        if self._failure and failure[0] is None:
            raise self._failure

    def _run(self):
        try:
            while not self._ended.wait(self._period):
                self.results.append(self._work())
        except (Failed, OSError) as failure:
            self._failure = failure


def quantile(values, share):
    """The smallest value that at least that share of them does not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * share // 100) - 1)]
