import { action } from "../documents/actions.ts";
import { cooldownDays, tools } from "../versions.ts";
import type { Toolchain } from "./toolchain.ts";

export const pdm: Toolchain = {
  label: "PDM",
  tool: { name: "pdm", version: tools.pdm, home: "https://pdm-project.org/en/latest/#installation" },
  buildSystem: { backend: "pdm-backend", entry: "pdm.backend" },
  tables: () => ({
    pdm: {
      distribution: true,
      resolution: { "exclude-newer": `${cooldownDays}d` },
    },
  }),
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
    { name: "Install PDM", run: `pipx install pdm==${tools.pdm}` },
  ],
  ciEnvironment: { PDM_CHECK_UPDATE: "false" },
  image: {
    prepare: () => [
      "ENV PDM_CHECK_UPDATE=false PDM_NON_INTERACTIVE=1",
      `RUN python -m venv /opt/pdm && /opt/pdm/bin/pip install --no-cache-dir pdm==${tools.pdm}`,
    ],
    dependencies: () => ["COPY pyproject.toml pdm.lock ./", "RUN /opt/pdm/bin/pdm install --check --prod --no-self"],
    project: () => ["RUN /opt/pdm/bin/pdm install --check --prod --no-editable"],
  },
  devcontainer: {
    install: () => [`pipx install pdm==${tools.pdm}`, "pdm install"],
    environment: { PDM_CHECK_UPDATE: "false" },
  },
  preCommit: { tool: "pdm", repo: "https://github.com/pdm-project/pdm", rev: tools.pdm, hook: "pdm-lock-check" },
  dependabot: null,
  gitignore: [".venv/", ".pdm-python", ".pdm-build/"],
  files: [],
  build: ["pdm build"],
  notes: [
    "`pdm.lock` holds the exact version and hash of every package; commit it.",
    `Packages younger than ${cooldownDays} days are left out of the lock (\`exclude-newer\`).`,
    "Dependabot does not update `pdm.lock`: run `pdm update` now and then, and read what changed.",
  ],
  record: null,
};
