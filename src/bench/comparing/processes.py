"""Processes that the benchmark starts, what they use, and that each of them ends."""

import contextlib
import os
import signal
import subprocess
import time
import urllib.error
import urllib.request
from pathlib import Path

_TICK = os.sysconf("SC_CLK_TCK")


class Failed(Exception):
    """Said to the person at the terminal, without a stack trace."""


class Running:
    """One process with its children."""

    def __init__(self, name, command, *, log, environment=None, folder=None):
        self.name = name
        self.log = Path(log)
        self.started = time.monotonic()
        with self.log.open("ab") as output:
            self._process = subprocess.Popen(
                command,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=output,
                env={**os.environ, **(environment or {})},
                cwd=folder,
                start_new_session=True,
            )

    @property
    def pid(self):
        return self._process.pid

    def until_answering(self, url, seconds=900):
        """How many seconds after its launch it answered with success for the first time."""
        while time.monotonic() - self.started < seconds:
            if self._process.poll() is not None:
                raise Failed(f"{self.name} ended by itself; its last words:\n{self.last_words()}")
            if _answers(url):
                return time.monotonic() - self.started
            time.sleep(0.005)
        raise Failed(f"{self.name} did not answer {url} within {seconds} s; its last words:\n{self.last_words()}")

    def last_words(self):
        return "\n".join(self.log.read_text(errors="replace").splitlines()[-20:])

    def cpu_seconds(self):
        """User and system time so far, of the process and of its children that run."""
        return sum(_cpu_ticks(pid) for pid in self._family()) / _TICK

    def resident_mib(self):
        """Resident memory; pages that children share with their parent count once (proportionally)."""
        family = self._family()
        kib = _field(f"/proc/{family[0]}/status", "VmRSS:") if len(family) == 1 else sum(map(_shared_kib, family))
        return kib / 1024

    def stop(self, how=signal.SIGTERM):
        if self._process.poll() is not None:
            return
        self._process.send_signal(how)
        try:
            self._process.wait(20)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()

    def _family(self):
        family, unseen = [], [self.pid]
        while unseen:
            pid = unseen.pop()
            family.append(pid)
            with contextlib.suppress(OSError):
                for thread in os.listdir(f"/proc/{pid}/task"):
                    unseen += map(int, Path(f"/proc/{pid}/task/{thread}/children").read_text().split())
        return family


def _answers(url):
    try:
        with urllib.request.urlopen(url, timeout=5) as answer:
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False


def _cpu_ticks(pid):
    try:
        behind_the_name = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0
    return int(behind_the_name[11]) + int(behind_the_name[12])


def _shared_kib(pid):
    with contextlib.suppress(OSError):
        return _field(f"/proc/{pid}/smaps_rollup", "Pss:")
    return 0


def _field(path, name):
    for line in Path(path).read_text().splitlines():
        if line.startswith(name):
            return int(line.split()[1])
    raise Failed(f"{path} has no {name}")


def run(command, **how):
    """Its output; a failure is told with what it said."""
    done = subprocess.run(command, capture_output=True, text=True, **how)
    if done.returncode:
        raise Failed(f"{' '.join(map(str, command))} failed:\n{done.stderr[-2000:] or done.stdout[-2000:]}")
    return done.stdout
