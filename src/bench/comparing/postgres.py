"""One PostgreSQL cluster with its defaults, fsync included, in a fresh folder, as an ordinary user."""

import getpass
import shutil
import subprocess
import tempfile
from pathlib import Path

from comparing.processes import Failed, run

USER = "bench"


def folder_of_programs():
    """Debian's place, the newest version first; else wherever the path leads."""
    installed = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    found = shutil.which("postgres")
    candidates = [*installed, *([Path(found).parent] if found else [])]
    for folder in candidates:
        if (folder / "initdb").exists():
            return folder
    raise Failed("there are no PostgreSQL server programs")


class Cluster:
    def __init__(self, port):
        self.port = port
        self._programs = folder_of_programs()
        self._folder = None
        # PostgreSQL refuses to run as root.
        self._as_user = ["runuser", "-u", "postgres", "--"] if getpass.getuser() == "root" else []

    @property
    def _data(self):
        return self._folder / "data"

    @property
    def version(self):
        return run([self._programs / "postgres", "--version"]).split()[2]

    def start(self):
        self._folder = Path(tempfile.mkdtemp(prefix="tradeoff-benchmark-"))
        if self._as_user:
            shutil.chown(self._folder, "postgres")
        initdb = [self._programs / "initdb", "-D", self._data, "-U", USER, "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8"]
        run([*self._as_user, *initdb], cwd=self._folder)
        options = f"-p {self.port} -k {self._folder} -c listen_addresses=127.0.0.1"
        start = [self._programs / "pg_ctl", "-D", self._data, "-w", "-l", self._folder / "log", "-o", options, "start"]
        # Its output is PostgreSQL's too, which would hold a pipe open.
        done = subprocess.run([*self._as_user, *start], stdout=subprocess.DEVNULL, cwd=self._folder)
        if done.returncode:
            raise Failed(f"PostgreSQL did not start:\n{(self._folder / 'log').read_text()[-2000:]}")

    def stop(self):
        if not self._folder:
            return
        if (self._data / "postmaster.pid").exists():
            run([*self._as_user, self._programs / "pg_ctl", "-D", self._data, "-m", "fast", "-w", "stop"], cwd=self._folder)
        shutil.rmtree(self._folder, ignore_errors=True)

    def create(self, database):
        self.sql("postgres", f"CREATE DATABASE {database}")

    def sql(self, database, text):
        return run([*self._psql(database), "-Atc", text]).strip()

    def script(self, database, path):
        run([*self._psql(database), "-f", path])

    def copy(self, database, table, columns, lines):
        """Loads lines of PostgreSQL's text format."""
        command = [*self._psql(database), "-c", f"COPY {table} ({columns}) FROM STDIN"]
        with subprocess.Popen(command, stdin=subprocess.PIPE, text=True, stdout=subprocess.DEVNULL) as loading:
            loading.stdin.writelines(lines)
        if loading.returncode:
            raise Failed(f"could not load {table}")

    def url(self, database):
        return f"postgresql://{USER}@127.0.0.1:{self.port}/{database}"

    def jdbc(self, database):
        return {
            "QUARKUS_DATASOURCE_JDBC_URL": f"jdbc:postgresql://127.0.0.1:{self.port}/{database}",
            "QUARKUS_DATASOURCE_USERNAME": USER,
            "QUARKUS_DATASOURCE_PASSWORD": "trusted",
        }

    def _psql(self, database):
        address = ["-h", "127.0.0.1", "-p", str(self.port), "-U", USER]
        return [self._programs / "psql", *address, "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", database]
