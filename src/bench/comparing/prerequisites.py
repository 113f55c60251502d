"""What has to be installed, and how."""

import shutil
from pathlib import Path

from comparing import contestants, postgres
from comparing.processes import Failed


def _program(name):
    return lambda: shutil.which(name) or Path(f"/usr/sbin/{name}").exists()


def _postgres():
    try:
        return postgres.folder_of_programs()
    except Failed:
        return None


_NEEDED = {
    "Node.js (at least 20) with npm": (_program("npm"), "nodejs npm"),
    "PostgreSQL's server programs": (_postgres, "postgresql"),
    "wrk": (_program("wrk"), "wrk"),
    "nginx": (_program("nginx"), "nginx-light"),
    "FastAPI, uvicorn and asyncpg for Python": (
        contestants.python_with_fastapi,
        "python3-fastapi python3-uvicorn python3-asyncpg python3-uvloop python3-httptools",
    ),
}
_NEEDED_IN_FRONT = {"varnish": (_program("varnishd"), "varnish")}


def check(in_front=False):
    needed = {**_NEEDED, **(_NEEDED_IN_FRONT if in_front else {})}
    missing = {what: packages for what, (present, packages) in needed.items() if not present()}
    if missing:
        raise Failed(f"Missing: {', '.join(missing)}. On Debian: apt-get install {' '.join(missing.values())}")
