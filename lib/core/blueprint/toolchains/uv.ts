import { action } from "../documents/actions.ts";
import { cooldownDays, images, minimums, tools } from "../versions.ts";
import type { Toolchain } from "./toolchain.ts";

const cooldown = cooldownDays === 7 ? "1 week" : `${cooldownDays} days`;

export const uv: Toolchain = {
  label: "uv",
  tool: { name: "uv", version: tools.uv, home: "https://docs.astral.sh/uv/" },
  buildSystem: { backend: "uv_build", entry: "uv_build" },
  tables: ({ packageName, repositoryName }) => ({
    uv: {
      "required-version": `>=${minimums.uv}`,
      "exclude-newer": cooldown,
      // uv_build derives the module from the project's name; only a package that is called otherwise must be named.
      "build-backend": repositoryName.replaceAll("-", "_") === packageName ? undefined : { "module-name": packageName },
    },
  }),
  lock: { files: ["uv.lock"], by: "uv lock", make: () => ["uv lock"] },
  install: {
    environment: () => [],
    development: ["uv sync"],
    ci: ["uv sync --locked"],
    production: ["uv sync --locked --no-dev --no-editable"],
  },
  run: (command) => `uv run ${command}`,
  ciSetup: (python) => [{ uses: action("astral-sh/setup-uv"), with: { version: tools.uv, "python-version": python } }],
  ciEnvironment: { UV_LOCKED: "1" },
  image: {
    prepare: () => [
      `COPY --from=${images.uv}:${tools.uv} /uv /bin/uv`,
      "ENV UV_COMPILE_BYTECODE=1 UV_LINK_MODE=copy UV_NO_CACHE=1 UV_PYTHON_DOWNLOADS=never UV_NO_DEV=1",
    ],
    dependencies: () => ["COPY pyproject.toml uv.lock ./", "RUN uv sync --locked --no-install-project"],
    project: () => ["RUN uv sync --locked --no-editable"],
  },
  devcontainer: { install: () => [`pipx install uv==${tools.uv}`, "uv sync"], environment: { UV_LINK_MODE: "copy" } },
  preCommit: { repo: "https://github.com/astral-sh/uv-pre-commit", rev: tools.uv, hooks: [{ id: "uv-lock" }] },
  dependabot: "uv",
  gitignore: [".venv/"],
  files: [
    {
      path: ".python-version",
      purpose: "The Python that uv takes for this project",
      text: ({ floor }) => `${floor.text}\n`,
    },
  ],
  build: ["uv build"],
  notes: [
    "`uv.lock` holds the exact version and hash of every package; commit it.",
    `Packages younger than ${cooldown} are left out of the lock (\`exclude-newer\`), so that a bad release can be found first.`,
  ],
  record: null,
};
