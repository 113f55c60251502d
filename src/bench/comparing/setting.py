"""The machine and the versions, as the report names them."""

import json
import os
import platform
import re
import shutil
import subprocess
from datetime import date
from pathlib import Path

from comparing import contestants
from comparing.processes import run
from comparing.relational import PEERS

_PYTHON_VERSIONS = "import fastapi, uvicorn, asyncpg; print(fastapi.__version__, uvicorn.__version__, asyncpg.__version__)"


def describe(cluster):
    return {
        "date": date.today().isoformat(),
        "machine": _machine(),
        "versions": _versions(cluster),
        "service": contestants.how_started(),
    }


def _machine():
    model = next(
        (line.partition(":")[2].strip() for line in Path("/proc/cpuinfo").read_text().splitlines() if "model name" in line),
        platform.machine(),
    )
    memory = int(Path("/proc/meminfo").read_text().split()[1]) / (1 << 20)
    return f"{os.cpu_count()} cores of {model}, {memory:.0f} GiB, Linux {platform.release()}"


def _versions(cluster):
    node = {
        name: json.loads((PEERS / "node" / "node_modules" / name / "package.json").read_text())["version"]
        for name in ("express", "fastify", "pg")
    }
    fastapi, uvicorn, asyncpg = run([contestants.python_with_fastapi(), "-c", _PYTHON_VERSIONS]).split()
    return {
        "JDK": _jdk(),
        "PostgreSQL": cluster.version,
        "Node.js": run(["node", "--version"]).strip().lstrip("v"),
        "Express": node["express"],
        "Fastify": node["fastify"],
        "pg": node["pg"],
        "FastAPI": fastapi,
        "uvicorn": uvicorn,
        "asyncpg": asyncpg,
        "nginx": nginx(),
        **_spring_boot(),
    }


def _spring_boot():
    pom = (PEERS / "spring" / "pom.xml").read_text()
    version = re.search(r"spring-boot-starter-parent</artifactId>\s*<version>([^<]+)", pom)[1]
    return {"Spring Boot": version} if contestants.SpringBoot.JAR.exists() else {}


def _jdk():
    release = (contestants.jdk() / "release").read_text().splitlines()
    return next(line.split("=")[1].strip('"') for line in release if line.startswith("JAVA_RUNTIME_VERSION"))


def nginx():
    program = shutil.which("nginx") or "/usr/sbin/nginx"
    return subprocess.run([program, "-v"], capture_output=True, text=True).stderr.rpartition("/")[2].strip()
