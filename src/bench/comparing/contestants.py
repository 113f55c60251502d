"""Who is measured: the service, what teams would write instead, and nginx with files as the ceiling."""

import functools
import json
import os
import shlex
import shutil
import subprocess
import sys
from pathlib import Path

from comparing import http
from comparing.processes import Failed, Running, run
from comparing.relational import PEERS

PROJECT = Path(__file__).parent.parent.parent.parent
PACKAGE = Path(os.environ.get("BENCH_PACKAGE", PROJECT / "target" / "quarkus-app" / "quarkus-run.jar"))
TOKEN = "tradeoff_" + "benchmark" * 5
LONGEST_DOCUMENT = 32 << 20


@functools.cache
def jdk():
    """The folder of the JDK that Maven runs on."""
    for line in run([PROJECT / "mvnw", "-v"], cwd=PROJECT).splitlines():
        if line.startswith("Java version"):
            return Path(line.rpartition("runtime: ")[2].strip())
    raise Failed("mvnw does not say which JDK it runs on")


def service():
    """
    The command that starts the service, and its environment: by the launcher that the build has put beside it, which knows of
    the AOT cache; where there is none, by java. BENCH_JAVA_OPTIONS are for the JVM.
    """
    options = os.environ.get("BENCH_JAVA_OPTIONS", "")
    launcher = PACKAGE.parent / "tradeoff"
    if launcher.exists():
        return [launcher], {"JAVA_HOME": str(jdk()), "JAVA_OPTS": options}
    return [jdk() / "bin" / "java", *shlex.split(options), "-jar", PACKAGE], {}


def how_started():
    """For the report: the command, and whether it has an AOT cache."""
    command, environment = service()
    words = [*command, *([f"JAVA_OPTS={environment['JAVA_OPTS']}"] if environment.get("JAVA_OPTS") else [])]
    cached = "with" if any(PACKAGE.parent.glob("*.aot")) else "without"
    return " ".join(str(word).replace(str(PROJECT) + "/", "") for word in words) + f", {cached} AOT cache"


@functools.cache
def python_with_fastapi():
    for candidate in ("/usr/bin/python3", sys.executable, "python3"):
        try:
            done = subprocess.run([candidate, "-c", "import fastapi, uvicorn, asyncpg"], capture_output=True)
        except OSError:
            continue
        if done.returncode == 0:
            return candidate
    return None


class Server:
    """Something that can be started on a port, and started again."""

    def __init__(self, name, port, folder):
        self.name = name
        self.port = port
        self.folder = Path(folder) / f"{name}-{port}".lower().replace(" ", "-")
        self.folder.mkdir(parents=True, exist_ok=True)
        self.running = None

    @property
    def address(self):
        return f"http://127.0.0.1:{self.port}"

    def start(self, first="/api/v1/comparisons?limit=1"):
        """How many seconds it took to its first answer."""
        command, environment = self._command()
        self.running = Running(
            self.name, command, log=self.folder / "log", environment=environment, folder=self._working_folder()
        )
        return self.running.until_answering(self.address + first)

    def stop(self):
        if self.running:
            self.running.stop()
            self.running = None

    def ask(self, path, body=None, method=None):
        """With the token of whoever may do everything, where there is one."""
        return http.ask(self.address + path, body, method, self.token)

    token = None

    def _command(self):
        raise NotImplementedError

    def _working_folder(self):
        return self.folder


class Tradeoff(Server):
    token = TOKEN

    def __init__(self, name, port, folder, cluster, database, bundled=False):
        super().__init__(name, port, folder)
        self._database = {
            **cluster.jdbc(database),
            "QUARKUS_HTTP_PORT": str(port),
            "QUARKUS_HTTP_HOST": "127.0.0.1",
            "TRADEOFF_ACCESS_ADMIN_TOKEN": TOKEN,
            "TRADEOFF_CONTENT_BUNDLED": str(bundled).lower(),
        }

    def _command(self):
        command, environment = service()
        return command, environment | self._database

    def load(self, technologies, comparisons):
        """Through the import, in documents that are short enough."""
        document, length = [], 0
        self._load(technologies, [])
        for comparison in comparisons:
            text = json.dumps(comparison, separators=(",", ":"))
            if length + len(text) > LONGEST_DOCUMENT or len(document) == 1_000:
                self._load([], document)
                document, length = [], 0
            document.append(text)
            length += len(text)
        self._load([], document)

    def _load(self, technologies, documents):
        body = '{"technologies":' + json.dumps(technologies) + ',"comparisons":[' + ",".join(documents) + "]}"
        self.ask("/api/v1/import", body.encode(), "POST")


class Node(Server):
    def __init__(self, name, port, folder, cluster, database, program):
        super().__init__(name, port, folder)
        self._program = PEERS / "node" / program
        self._environment = {"DATABASE_URL": cluster.url(database), "PORT": str(port), "NODE_ENV": "production"}

    def _command(self):
        return ["node", self._program], self._environment


class FastApi(Server):
    def __init__(self, name, port, folder, cluster, database):
        super().__init__(name, port, folder)
        self._environment = {"DATABASE_URL": cluster.url(database), "PYTHONDONTWRITEBYTECODE": "1"}

    def _command(self):
        uvicorn = ["-m", "uvicorn", "app:app", "--port", str(self.port), "--log-level", "warning", "--no-access-log"]
        return [python_with_fastapi(), *uvicorn], self._environment

    def _working_folder(self):
        return PEERS / "fastapi"


class SpringBoot(Server):
    """Answers whole comparisons only."""

    JAR = PEERS / "spring" / "target" / "peer.jar"

    def __init__(self, name, port, folder, cluster, database):
        super().__init__(name, port, folder)
        jdbc = cluster.jdbc(database)
        address, user = jdbc["QUARKUS_DATASOURCE_JDBC_URL"], jdbc["QUARKUS_DATASOURCE_USERNAME"]
        self._environment = {"JDBC_URL": f"{address}?user={user}", "PORT": str(port)}

    def _command(self):
        return [jdk() / "bin" / "java", "-jar", self.JAR], self._environment


class Nginx(Server):
    """Serves files, or stands in front of another server, as its configuration says."""

    def __init__(self, name, port, folder, configuration, **places):
        super().__init__(name, port, folder)
        text = configuration.read_text()
        for place, value in {"port": port, "folder": self.folder, **places}.items():
            text = text.replace(f"@{place}@", str(value))
        self._configuration = self.folder / "nginx.conf"
        self._configuration.write_text(text)

    def _command(self):
        # Its workers are another user's where it is started by root, and have to reach its folder.
        return [shutil.which("nginx") or "/usr/sbin/nginx", "-c", self._configuration, "-e", self.folder / "error.log"], {}
