"""The main set: one PostgreSQL, the same knowledge for all, everything measured in turn."""

import contextlib
import shutil

from comparing import dataset, equivalence, open_model, publishing, ranking, relational, setting, starting, works
from comparing.contestants import FastApi, Nginx, Node, SpringBoot, Tradeoff
from comparing.measuring import Pace, Rounds, say
from comparing.postgres import Cluster

BUNDLED = "/api/v1/comparisons/nodejs-vs-python-backend"
STARTING, RANKING, OPEN_MODEL, PUBLISHING = "starting", "ranking", "open-model", "publishing"
PARTS = [STARTING, RANKING, "comparison", "list", "search", "recommendation", OPEN_MODEL, PUBLISHING, "creating"]


class MainSet:
    def __init__(self, folder, asked):
        self._folder = folder
        self._quick = asked.quick
        self._only = asked.only
        self._port = asked.port
        self._pace = Pace.of(asked)
        self._size = dataset.Size(50, 1) if asked.quick else dataset.Size.MAIN
        self._files = folder / "files"

    def run(self, results):
        """Fills in the results, each part as soon as it is there; whatever was started is stopped."""
        cluster = Cluster(self._port)
        with contextlib.ExitStack() as ending:
            ending.callback(cluster.stop)
            cluster.start()
            results["setting"] = setting.describe(cluster)
            first_content = self._first_content(cluster, ending)
            if self._wanted(RANKING):
                results[RANKING] = self._ranking(cluster, first_content)
            if self._only != [RANKING]:
                self._compare(results, cluster, first_content, ending)

    def _first_content(self, cluster, ending):
        """Ours with its first content only."""
        cluster.create("first_content")
        ours = Tradeoff("Tradeoff", self._port + 6, self._folder, cluster, "first_content", bundled=True)
        ending.callback(ours.stop)
        return ours

    def _ranking(self, cluster, first_content):
        first_content.start(BUNDLED)
        try:
            return ranking.measure(cluster, "ranking", first_content)
        finally:
            first_content.stop()

    def _compare(self, results, cluster, first_content, ending):
        say("Generating")
        knowledge = works.Knowledge.of(self._size)
        servers = self._servers(cluster)
        for server in servers.values():
            ending.callback(server.stop)
        self._load(cluster, servers, knowledge)
        if self._wanted(STARTING):
            results[STARTING] = self._starting(cluster, first_content, servers, knowledge)
        for server in servers.values():
            server.start(works.comparison_path(knowledge.usual[0]["slug"]))
        equivalence.check(servers, knowledge)
        say("All answer the same")
        self._measure(results, cluster, servers, knowledge, ending)

    def _wanted(self, name):
        return not self._only or name in self._only

    def _servers(self, cluster):
        of_peers = (self._folder, cluster, "peers")
        servers = {
            "Tradeoff": Tradeoff("Tradeoff", self._port + 1, self._folder, cluster, "tradeoff"),
            "nginx": Nginx("nginx", self._port + 2, self._folder, relational.PEERS / "nginx" / "files.conf", files=self._files),
            "Fastify": Node("Fastify", self._port + 3, *of_peers, "fastify.js"),
            "Express": Node("Express", self._port + 4, *of_peers, "express.js"),
            "FastAPI": FastApi("FastAPI", self._port + 5, *of_peers),
        }
        if SpringBoot.JAR.exists():
            servers["Spring Boot"] = SpringBoot("Spring Boot", self._port + 8, *of_peers)
        return servers

    def _load(self, cluster, servers, knowledge):
        say("Loading")
        relational.load(cluster, "peers", knowledge.all)
        cluster.create("tradeoff")
        ours = servers["Tradeoff"]
        ours.start()
        ours.load(dataset.technologies(), knowledge.all)
        shutil.rmtree(self._files, ignore_errors=True)
        for comparison in knowledge.usual:
            path = works.comparison_path(comparison["slug"])
            file = self._files / path.lstrip("/")
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(ours.ask(path).body)
        ours.stop()
        cluster.sql("tradeoff", "VACUUM ANALYZE")

    def _starting(self, cluster, first_content, servers, knowledge):
        """Ours with its first content, on a database that has it already (the launch that does not count brings it there)."""
        first = works.comparison_path(knowledge.usual[0]["slug"])
        launches = [(first_content, BUNDLED), *((server, first) for name, server in servers.items() if name != "Tradeoff")]
        found = starting.measure(launches, self._pace.rounds, 1 if self._quick else starting.SETTLING)
        full = Tradeoff("Tradeoff, the main set", self._port + 6, self._folder, cluster, "tradeoff")
        return found | starting.measure([(full, first)], self._pace.rounds)

    def _measure(self, results, cluster, servers, knowledge, ending):
        rounds = Rounds(self._folder, self._pace)
        every = works.works(servers, knowledge)
        reading = [work for work in every if not work.writes and self._wanted(work.name)]
        writing = [work for work in every if work.writes and self._wanted(work.name)]
        for work in reading:
            results.setdefault("works", {})[work.name] = rounds.measure(work)
        if self._wanted(OPEN_MODEL):
            results[OPEN_MODEL] = self._open_model(servers, knowledge)
        if self._wanted(PUBLISHING):
            replica = Tradeoff("Tradeoff replica", self._port + 7, self._folder, cluster, "tradeoff")
            ending.callback(replica.stop)
            replica.start()
            results[PUBLISHING] = self._publishing(servers["Tradeoff"], replica, knowledge)
            replica.stop()
        for work in writing:
            results.setdefault("works", {})[work.name] = rounds.measure(work)

    def _open_model(self, servers, knowledge):
        paths = open_model.reads(knowledge)
        path = works.comparison_path(knowledge.usual[-1]["slug"])
        found = {}
        for name in ("Tradeoff", "Fastify", "Express", "FastAPI"):
            server = servers[name]
            publish = _inserting(server, path)
            if name == "Tradeoff":
                publish = publishing.Publisher(server.port, [server.port], path).publish
            found[name] = open_model.measure(
                server,
                paths,
                rate=200 if self._quick else open_model.RATE,
                warm_up=2 if self._quick else 10,
                seconds=3 if self._quick else 30,
                publish=publish,
                folder=self._folder,
            )
        return found

    def _publishing(self, ours, replica, knowledge):
        """Milliseconds from the publisher's answer until the new revision is shown, on both replicas."""
        path = works.comparison_path(knowledge.usual[-1]["slug"])
        publisher = publishing.Publisher(ours.port, [ours.port, replica.port], path)
        for _ in range(2 if self._quick else 50):
            publisher.publish()
        shown = [publisher.publish() for _ in range(5 if self._quick else 300)]
        found = {}
        for place, name in enumerate(("publishing", "other")):
            times = [each[place] for each in shown]
            found[name] = {share: publishing.quantile(times, int(share[1:])) for share in ("p50", "p99", "p100")}
            say(f"Publishing, the {name} replica: {found[name]}")
        return found


def _inserting(server, path):
    """What publishing is to the peers: one insert."""
    numbers = iter(range(1_000_000))

    def insert():
        slug = f"inserted-{server.port}-{next(numbers)}"
        server.ask(f"{path}/draft/faqs/{slug}", {"question": "Is it shown?", "answer": "It is."}, "PUT")

    return insert
