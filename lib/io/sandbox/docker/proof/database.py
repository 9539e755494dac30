"""A PostgreSQL of this container alone: a prepared data directory, copied to memory, and one empty database."""

import glob
import shutil
import subprocess
import time
from pathlib import Path

PREPARED = Path("/opt/pgdata")
DATA = Path("/tmp/pgdata")
WORDS = Path("/tmp/postgres.log")
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
        command = [self.binaries / "postgres", "-D", DATA, "-k", "/tmp", "-c", "listen_addresses=127.0.0.1"]
        with WORDS.open("wb") as words:
            self.process = subprocess.Popen(command, stdin=subprocess.DEVNULL, stdout=words, stderr=words)

    def wait(self) -> bool:
        """Wait until the database is there; false when it will not come."""
        if self.process is None:
            return False
        create = [self.binaries / "createdb", "-h", "/tmp", "-U", "postgres", self.asked["name"]]
        for _ in range(SECONDS * 20):
            made = subprocess.run(create, capture_output=True, text=True, check=False)
            if made.returncode == 0:
                self.state = "ready"
                return True
            if self.process.poll() is not None:
                self.state = _last(WORDS.read_text(errors="replace"))
                return False
            time.sleep(0.05)
        self.state = _last(made.stderr)
        return False


def _last(words: str) -> str:
    return (words.strip().splitlines() or ["it ended without a word"])[-1][:300]


def start_database(asked: dict[str, str]) -> Database:
    database = Database(asked)
    try:
        database.start()
    except OSError as error:
        database.state = str(error)[:300]
    return database
