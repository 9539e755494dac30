import type { Design } from "../../design/design.ts";
import { cooldownDays, minimums, tools } from "../versions.ts";
import { containerEnvironment, pipSetup, venvInImage, virtualEnvironment } from "./pip-steps.ts";
import type { Toolchain } from "./toolchain.ts";

/**
 * uv is used here as a compiler only: pip-compile's result fits one platform and it does not read dependency groups;
 * `--universal` gives one file for every developer, CI and the image (DM03).
 */
const compile = ({ floor }: Design): readonly string[] => {
  const command = `uv pip compile --universal --generate-hashes --python-version ${floor.text} --exclude-newer "${cooldownDays} days" pyproject.toml`;
  return [
    `python -m pip install uv==${tools.uv}`,
    `${command} --output-file requirements.txt`,
    `${command} --group dev --output-file requirements-dev.txt`,
  ];
};

const development = [
  "python -m pip install --require-hashes --requirement requirements-dev.txt",
  "python -m pip install --no-deps --editable .",
];

export const pipRequirements: Toolchain = {
  label: "pip with requirements files",
  tool: { name: "pip", version: minimums.pip, home: "https://pip.pypa.io/en/stable/installation/" },
  buildSystem: { backend: "hatchling", entry: "hatchling.build" },
  tables: ({ packageName }) => ({ hatch: { build: { targets: { wheel: { packages: [`src/${packageName}`] } } } } }),
  lock: { files: ["requirements.txt", "requirements-dev.txt"], by: "uv pip compile", make: compile },
  install: {
    environment: virtualEnvironment,
    development,
    ci: development,
    production: [
      "python -m pip install --require-hashes --requirement requirements.txt",
      "python -m pip install --no-deps .",
    ],
  },
  run: (command) => command,
  ciSetup: pipSetup,
  ciEnvironment: {},
  image: {
    prepare: () => venvInImage,
    dependencies: () => [
      "COPY requirements.txt ./",
      "RUN .venv/bin/pip install --no-cache-dir --require-hashes --requirement requirements.txt",
    ],
    project: () => ["RUN .venv/bin/pip install --no-cache-dir --no-deps ."],
  },
  devcontainer: { install: () => [...containerEnvironment, ...development], environment: {} },
  preCommit: null,
  dependabot: "pip",
  gitignore: [".venv/"],
  files: [],
  build: ["python -m pip install build", "python -m build"],
  notes: [
    "`requirements.txt` and `requirements-dev.txt` hold the exact version and hash of every package; they are compiled from `pyproject.toml`: commit them, never edit them by hand.",
    `Packages younger than ${cooldownDays} days are left out when compiling (\`--exclude-newer\`).`,
    "pip checks every hash (`--require-hashes`); the project itself is installed in a second call, because hash mode refuses editable installs.",
  ],
  record: {
    title: "Requirements files are compiled by uv",
    context:
      "pip installs from requirements files with hashes, but does not make them. pip-compile makes them for one platform and does not read dependency groups.",
    decision:
      "`uv pip compile --universal` writes `requirements.txt` and `requirements-dev.txt` from `pyproject.toml`; pip alone installs from them.",
    consequence:
      "One pair of files serves every developer, CI and the image. uv is needed to renew them, at no other time.",
  },
};
