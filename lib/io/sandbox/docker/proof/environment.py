"""Makes a repository importable as it would be after an installation in place, without running its build backend."""

import os
import site
import sys
from pathlib import Path

ENVIRONMENT = Path("/job/environment")


def make_environment(repository: Path, package: dict) -> dict[str, str]:
    """Lay a virtual environment over the one of the tools, with the package's metadata and commands; return variables."""
    base = Path(sys._base_executable)
    binaries = ENVIRONMENT / "bin"
    packages = ENVIRONMENT / f"lib/python3.{sys.version_info.minor}/site-packages"
    binaries.mkdir(parents=True)
    packages.mkdir(parents=True)
    (ENVIRONMENT / "pyvenv.cfg").write_text(f"home = {base.parent}\ninclude-system-site-packages = false\n")
    python = binaries / "python"
    for name in ("python", "python3", f"python3.{sys.version_info.minor}"):
        (binaries / name).symlink_to(base)
    tools = site.getsitepackages()[0]
    (packages / "repository.pth").write_text(f"import site; site.addsitedir({tools!r})\n{repository / 'src'}\n")
    if package["name"]:
        _add_metadata(packages, package)
    for command, target in package["scripts"].items():
        _add_command(binaries / Path(command).name, python, target)
    return {
        "PATH": f"{binaries}:{os.environ['PATH']}",
        "VIRTUAL_ENV": str(ENVIRONMENT),
        "PROOF_PYTHON": str(python),
    }


def _add_metadata(packages: Path, package: dict) -> None:
    name, version = package["name"].replace("-", "_"), package["version"]
    folder = packages / f"{name}-{version}.dist-info"
    folder.mkdir()
    lines = ["Metadata-Version: 2.4", f"Name: {package['name']}", f"Version: {version}"]
    lines += [f"{field}: {value}" for field, value in package["fields"]]
    (folder / "METADATA").write_text("\n".join([*lines, ""]), encoding="utf-8")
    scripts = [f"{command} = {target}" for command, target in package["scripts"].items()]
    (folder / "entry_points.txt").write_text("\n".join(["[console_scripts]", *scripts, ""]), encoding="utf-8")


def _add_command(file: Path, python: Path, target: str) -> None:
    module, _, function = target.partition(":")
    file.write_text(f"#!{python}\nimport sys\nfrom {module} import {function}\nsys.exit({function}())\n")
    file.chmod(0o755)
