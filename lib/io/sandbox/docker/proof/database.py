"""A PostgreSQL of this container alone: a prepared data directory, copied to memory, and one empty database."""

import glob
import shutil
import subprocess
import time
from pathlib import Path

PREPARED = Path("/opt/pgdata")
DATA = Path("/tmp/pgdata")
SECONDS = 20


class Database:
    """Starts in the background. `state` is "ready" or the reason why it is not."""

    def __init__(self, asked: dict[str, str]) -> None:
        self.asked = asked
        self.state = "it was not asked for"
        self.process: subprocess.Popen | None = None

    def start(self) -> None:
        found = sorted(glob.glob("/usr/lib/postgresql/*/bin"))
        if not found or not PREPARED.is_dir():
            self.state = "the image has no PostgreSQL"
            return
        self.binaries = Path(found[-1])
        shutil.copytree(PREPARED, DATA)
        DATA.chmod(0o700)
        self.process = subprocess.Popen(
            [self.binaries / "postgres", "-D", DATA, "-k", "/tmp", "-c", "listen_addresses=127.0.0.1"],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.PIPE,
        )

    def wait(self) -> dict[str, str]:
        """Wait until the database is there; return the variable with its address, or nothing."""
        if self.process is None:
            return {}
        create = [self.binaries / "createdb", "-h", "/tmp", "-U", "postgres", self.asked["name"]]
        for _ in range(SECONDS * 20):
            made = subprocess.run(create, capture_output=True, text=True, check=False)
            if made.returncode == 0:
                self.state = "ready"
                self.process.stderr.close()
                return {self.asked["variable"]: self.asked["address"]}
            if self.process.poll() is not None:
                self.state = _last(self.process.stderr.read().decode(errors="replace"))
                return {}
            time.sleep(0.05)
        self.state = _last(made.stderr)
        return {}


def _last(words: str) -> str:
    return (words.strip().splitlines() or ["it ended without a word"])[-1][:300]


def start_database(asked: dict[str, str]) -> Database:
    database = Database(asked)
    try:
        database.start()
    except OSError as error:
        database.state = str(error)[:300]
    return database
