import { cooldownDays, minimums } from "../versions.ts";
import { containerEnvironment, pipSetup, venvInImage, virtualEnvironment } from "./pip-steps.ts";
import type { Toolchain } from "./toolchain.ts";

const development = ["python -m pip install --editable . --group dev"];

export const pipPyproject: Toolchain = {
  label: "pip with pyproject.toml",
  tool: { name: "pip", version: minimums.pip, home: "https://pip.pypa.io/en/stable/installation/" },
  buildSystem: { backend: "hatchling", entry: "hatchling.build" },
  tables: ({ packageName }) => ({ hatch: { build: { targets: { wheel: { packages: [`src/${packageName}`] } } } } }),
  lock: null,
  install: {
    environment: virtualEnvironment,
    development,
    ci: development,
    production: ["python -m pip install ."],
  },
  run: (command) => command,
  ciSetup: (python) => [
    ...pipSetup(python),
    {
      name: "Say that versions are not held",
      run: 'echo "::warning title=No lock file::Each run installs the newest versions that pyproject.toml allows, so two runs can differ."',
    },
  ],
  ciEnvironment: {},
  image: {
    prepare: () => venvInImage,
    dependencies: () => [],
    // Not reproducible: without a lock file, the day of the build decides the versions.
    project: () => ["RUN .venv/bin/pip install --no-cache-dir ."],
  },
  devcontainer: { install: () => [...containerEnvironment, ...development], environment: {} },
  preCommit: null,
  dependabot: "pip",
  gitignore: [".venv/"],
  files: [],
  build: ["python -m pip install build", "python -m build"],
  notes: [
    "There is no lock file: every install takes the newest versions that `pyproject.toml` allows. For the same versions everywhere, write them down with `pip lock` (experimental, one platform) or move to a manager that locks.",
    `To leave out packages younger than ${cooldownDays} days, set \`PIP_UPLOADED_PRIOR_TO=P${cooldownDays}D\` (pip 26.1 or newer).`,
  ],
  record: {
    title: "Versions are not held by a lock file",
    context: "pip with `pyproject.toml` alone resolves again at every installation.",
    decision: "No lock file is kept; ranges in `pyproject.toml` are narrow where a package breaks its users often.",
    consequence:
      "CI, image and laptops can differ from day to day, and CI says so in a warning. Moving to a manager that locks changes no source file.",
  },
};
