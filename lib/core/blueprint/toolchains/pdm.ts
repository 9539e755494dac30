import { action } from "../documents/actions.ts";
import { cooldownDays, tools } from "../versions.ts";
import type { Toolchain } from "./toolchain.ts";

/** With the versions PDM itself was released with: unpinned, its HTTP cache came in a version that PDM cannot use. */
const PDM = `pdm[locked]==${tools.pdm}`;

export const pdm: Toolchain = {
  label: "PDM",
  tool: { name: "pdm", version: tools.pdm, home: "https://pdm-project.org/en/latest/#installation" },
  buildSystem: { backend: "pdm-backend", entry: "pdm.backend" },
  // No exclude-newer here: against an index without upload times PDM would find no package at all, not even its backend.
  tables: () => ({ pdm: { distribution: true } }),
  lock: { files: ["pdm.lock"], by: "pdm lock", make: () => ["pdm lock"] },
  install: {
    environment: () => [],
    development: ["pdm install"],
    ci: ["pdm lock --check", "pdm sync --dev"],
    production: ["pdm install --check --prod --no-editable"],
  },
  run: (command) => `pdm run ${command}`,
  ciSetup: (python) => [
    { uses: action("actions/setup-python"), with: { "python-version": python } },
    { name: "Install PDM", run: `pipx install "${PDM}"` },
  ],
  ciEnvironment: { PDM_CHECK_UPDATE: "false" },
  image: {
    prepare: () => [
      "ENV PDM_CHECK_UPDATE=false PDM_NON_INTERACTIVE=1",
      `RUN python -m venv /opt/pdm && /opt/pdm/bin/pip install --no-cache-dir "${PDM}"`,
    ],
    dependencies: () => ["COPY pyproject.toml pdm.lock ./", "RUN /opt/pdm/bin/pdm install --check --prod --no-self"],
    project: () => ["RUN /opt/pdm/bin/pdm install --check --prod --no-editable"],
  },
  devcontainer: {
    install: () => [`pipx install "${PDM}"`, "pdm install"],
    environment: { PDM_CHECK_UPDATE: "false" },
  },
  preCommit: {
    repo: "local",
    hooks: [
      {
        id: "pdm-lock-check",
        name: "pdm lock --check",
        entry: "pdm lock --check",
        language: "system",
        files: "^(pyproject\\.toml|pdm\\.lock)$",
        pass_filenames: false,
      },
    ],
  },
  dependabot: null,
  gitignore: [".venv/", ".pdm-python", ".pdm-build/"],
  files: [],
  build: ["pdm build"],
  notes: [
    "`pdm.lock` holds the exact version and hash of every package; commit it.",
    `\`pdm lock --exclude-newer ${cooldownDays}d\` leaves out packages younger than ${cooldownDays} days, where the index knows upload times.`,
    "Dependabot does not update `pdm.lock`: run `pdm update` now and then, and read what changed.",
  ],
  record: null,
};
