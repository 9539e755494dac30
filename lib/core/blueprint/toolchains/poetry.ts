import { action } from "../documents/actions.ts";
import { cooldownDays, minimums, tools } from "../versions.ts";
import type { Toolchain } from "./toolchain.ts";

export const poetry: Toolchain = {
  label: "Poetry",
  tool: { name: "poetry", version: tools.poetry, home: "https://python-poetry.org/docs/#installation" },
  buildSystem: { backend: "poetry-core", entry: "poetry.core.masonry.api" },
  tables: ({ packageName }) => ({
    poetry: {
      "requires-poetry": `>=${minimums.poetry}`,
      packages: [{ include: packageName, from: "src" }],
    },
  }),
  lock: { files: ["poetry.lock"], by: "poetry lock", make: () => ["poetry lock"] },
  install: {
    environment: () => [],
    development: ["poetry sync"],
    ci: ["poetry check --lock", "poetry sync"],
    production: ["poetry sync --only main"],
  },
  run: (command) => `poetry run ${command}`,
  ciSetup: (python) => [
    { uses: action("actions/setup-python"), with: { "python-version": python } },
    { name: "Install Poetry", run: `pipx install poetry==${tools.poetry}` },
  ],
  ciEnvironment: {},
  image: {
    prepare: () => [
      "ENV PIP_NO_CACHE_DIR=1 POETRY_VIRTUALENVS_IN_PROJECT=1 POETRY_NO_INTERACTION=1",
      `RUN python -m venv /opt/poetry && /opt/poetry/bin/pip install --no-cache-dir poetry==${tools.poetry}`,
    ],
    dependencies: () => [
      "COPY pyproject.toml poetry.lock poetry.toml ./",
      "RUN /opt/poetry/bin/poetry sync --only main --no-root --no-directory",
    ],
    // A wheel, not Poetry's editable install: the final stage has no src folder.
    project: () => [
      "RUN /opt/poetry/bin/poetry build --format wheel \\",
      " && python -m pip --python .venv/bin/python install --no-cache-dir --no-deps dist/*.whl",
    ],
  },
  devcontainer: { install: () => [`pipx install poetry==${tools.poetry}`, "poetry sync"], environment: {} },
  preCommit: {
    repo: "https://github.com/python-poetry/poetry",
    rev: tools.poetry,
    hooks: [{ id: "poetry-check", args: ["--lock"] }],
  },
  dependabot: "pip",
  gitignore: [".venv/"],
  files: [
    {
      path: "poetry.toml",
      purpose: "Poetry's own settings: environment inside the project, no packages of the last days",
      text: () => `[virtualenvs]\nin-project = true\n\n[solver]\nmin-release-age = ${cooldownDays}\n`,
    },
  ],
  build: ["poetry build"],
  notes: [
    "`poetry.lock` holds the exact version and hash of every package; commit it.",
    `Packages younger than ${cooldownDays} days are left out of the lock (\`solver.min-release-age\` in \`poetry.toml\`).`,
  ],
  record: null,
};
