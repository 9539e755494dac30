"""What the tests covered: which lines ran is told by their process, all the rest is found out here.

Sources and settings are those the tests began with. They are read in a process of its own that sees no code of the
repository, when none of the processes of the tests is left.
"""

import json
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

SETTINGS = (".coveragerc", ".coveragerc.toml", "setup.cfg", "tox.ini", "pyproject.toml")
SECONDS = 60

READ = """
import contextlib, io, json, os, sys
from pathlib import Path
import coverage

ran = json.load(sys.stdin)
measured = coverage.Coverage(data_file=None)
packages = [name.replace(".", "/") for name in measured.get_option("run:source_pkgs") or []]
folders = [place for name in packages for place in (f"src/{name}", name) if Path(place).is_dir()]
if packages:
    measured.set_option("run:source_pkgs", [])
    measured.set_option("run:source", [*(measured.get_option("run:source") or []), *folders])
# Nothing runs in between: this names the files that count, also those that no test has loaded.
measured.start()
measured.stop()
data = measured.get_data()
inside = set(data.measured_files())
branch = bool(measured.get_option("run:branch"))
everything = not measured.get_option("run:source")
told = {os.path.abspath(file): what for file, what in ran.items()}
own = {file: what for file, what in told.items() if everything or file in inside}
if branch:
    data.add_arcs({file: [tuple(pair) for pair in what] for file, what in own.items()})
else:
    data.add_lines(own)
said = io.StringIO()
with contextlib.redirect_stdout(said):
    measured.json_report(outfile="-")
report = json.loads(said.getvalue())
def counts(summary):
    return {
        "statements": summary["num_statements"],
        "covered": summary["covered_lines"],
        "branches": summary.get("num_branches", 0),
        "coveredBranches": summary.get("covered_branches", 0),
    }
json.dump({
    "tool": f"coverage {coverage.__version__}",
    "branch": branch,
    "floor": measured.get_option("report:fail_under") or None,
    "total": counts(report["totals"]),
    "files": [{"path": path, **counts(file["summary"])} for path, file in sorted(report["files"].items())],
}, sys.stdout)
"""


class Standing:
    """Sources and settings of a repository as they are now."""

    def __init__(self, repository: Path) -> None:
        self.repository = repository
        self.hashes = self.now()

    def now(self) -> dict[str, str]:
        found = [*self.repository.rglob("*.py"), *(self.repository / name for name in SETTINGS)]
        files = [file for file in found if file.is_file()]
        return {str(file.relative_to(self.repository)): sha256(file.read_bytes()).hexdigest() for file in files}

    def measure(self, ran: dict[str, list], unmeasured: str | None) -> dict[str, object]:
        """The figures by file and in sum, or the reason why there are none."""
        try:
            return {"reason": unmeasured} if unmeasured is not None else self.count(ran)
        except Exception as error:  # What the tests left behind must not hide how they ended.
            return {"reason": f"coverage could not be read: {error}"[:300]}

    def count(self, ran: dict[str, list]) -> dict[str, object]:
        now = self.now()
        changed = sorted(path for path in {*self.hashes, *now} if self.hashes.get(path) != now.get(path))
        if changed:
            return {"reason": f"the tests changed {changed[0]} while they ran"}
        # -I: nothing that the tests could have written is imported.
        done = subprocess.run(
            [sys.executable, "-I", "-c", READ],
            input=json.dumps(ran),
            capture_output=True,
            text=True,
            check=False,
            env={},
            timeout=SECONDS,
        )
        return json.loads(done.stdout) if done.returncode == 0 else {"reason": last(done.stderr)}


def last(words: str) -> str:
    return (words.strip().splitlines() or ["it ended without a word"])[-1][:300]
