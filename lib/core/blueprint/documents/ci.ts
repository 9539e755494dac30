import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { images, tools } from "../versions.ts";
import { action } from "./actions.ts";
import { checkCommands, documentationCommand, testCommand } from "./commands.ts";
import { pythonMinors } from "./pyproject.ts";
import * as has from "./traits.ts";
import { checkout, type Job, prepared, step, workflowDocument } from "./workflow.ts";

const lint = (design: Design): Job => ({
  id: "lint",
  name: "Lint",
  minutes: 10,
  steps: [
    ...prepared(design, design.floor.text),
    ...checkCommands(design).style.map(({ name, command }) => step(name, command)),
    ...(design.tier >= 4
      ? [
          {
            name: "Check the workflows",
            uses: action("zizmorcore/zizmor-action"),
            with: { "advanced-security": false },
          },
        ]
      : []),
  ],
});

const types = (design: Design): Job => ({
  id: "types",
  name: "Types",
  minutes: 10,
  steps: [
    ...prepared(design, design.floor.text),
    ...checkCommands(design).types.map(({ name, command }) => step(name, command)),
  ],
});

/** The database of the tests lives as long as the job and is reached from it alone, so it needs no password. */
const testDatabase = ({ packageName }: Design) => ({
  postgres: {
    image: images.postgres,
    env: { POSTGRES_DB: `${packageName}_test`, POSTGRES_HOST_AUTH_METHOD: "trust" },
    ports: ["127.0.0.1:5432:5432"],
    options: "--health-cmd pg_isready --health-interval 2s --health-timeout 5s --health-retries 20",
  },
});

const tests = (design: Design): Job => ({
  id: "tests",
  name: "Tests",
  minutes: 15,
  ...(has.hasPostgres(design)
    ? {
        services: testDatabase(design),
        environment: {
          [has.testDatabaseVariable(design)]: `postgresql+asyncpg://postgres@127.0.0.1:5432/${design.packageName}_test`,
        },
      }
    : {}),
  steps: [...prepared(design, design.floor.text), step("Test", testCommand(design).coverage)],
});

/** A design without tests still proves that the package can be imported; pytest would fail with "no tests" (TS02). */
const importSmoke = (design: Design): Job => ({
  id: "import",
  name: "Import",
  minutes: 10,
  steps: [
    ...prepared(design, design.floor.text),
    step("Import the package", toolchainOf(design).run(`python -c "import ${design.packageName}"`)),
  ],
});

/** Builds the image, migrates a fresh database with it, and waits until the service says it is ready. */
const image = (design: Design): Job => ({
  id: "image",
  name: "Image",
  minutes: 20,
  steps: [
    checkout,
    step("Build the image", "cp .env.example .env", "docker compose build"),
    ...(has.hasPostgres(design)
      ? [step("Migrate the database", `docker compose run --rm app python -m ${design.packageName} migrate`)]
      : []),
    step(
      "Start the service",
      "docker compose up --detach --wait --wait-timeout 60 app",
      "curl --fail --silent --show-error http://127.0.0.1:8000/health/ready",
    ),
    step("Stop it", "docker compose down --volumes"),
  ],
});

/** nox comes with uv, which the run on the lowest versions needs, whatever manager the project uses. */
const nox = (arguments_: string): string => `pipx run --spec "nox[uv]==${tools.nox}" nox ${arguments_}`;
const download = { uses: action("actions/download-artifact"), with: { name: "Packages", path: "dist" } };
const python = (version: string) => ({ uses: action("actions/setup-python"), with: { "python-version": version } });

function wheelJobs(design: Design): Job[] {
  const minors = pythonMinors(design);
  // biome-ignore-start lint/suspicious/noTemplateCurlyInString: GitHub's own expressions
  const matrix = "${{ matrix.python }}";
  return [
    {
      id: "package",
      name: "Package",
      minutes: 10,
      steps: [checkout, { uses: action("hynek/build-and-inspect-python-package") }],
    },
    {
      id: "tests",
      name: `Tests on Python ${matrix}`,
      minutes: 15,
      needs: ["package"],
      matrix: { python: minors },
      environment: { PYTHON_MINOR: matrix },
      steps: [
        checkout,
        python(matrix),
        download,
        step("Test the built wheel", nox('--session "tests-$PYTHON_MINOR" -- dist/*.whl')),
        {
          uses: action("actions/upload-artifact"),
          with: {
            name: `coverage-${matrix}`,
            path: ".coverage.*",
            "include-hidden-files": true,
            "if-no-files-found": "error",
          },
        },
      ],
    },
    // biome-ignore-end lint/suspicious/noTemplateCurlyInString: as above
    {
      id: "lowest",
      name: "Tests on the lowest versions",
      minutes: 15,
      steps: [checkout, python(design.floor.text), step("Test", nox(`--session lowest`))],
    },
    {
      id: "coverage",
      name: "Coverage",
      minutes: 10,
      needs: ["tests"],
      steps: [
        checkout,
        python(design.floor.text),
        { uses: action("actions/download-artifact"), with: { pattern: "coverage-*", "merge-multiple": true } },
        step("Combine and hold the bar", nox("--session coverage")),
      ],
    },
    publicApi(design),
  ];
}

/** Compares the public API with the last release; before the first one there is nothing to compare (python-standard 1.6). */
const publicApi = (design: Design): Job => ({
  id: "api",
  name: "Public API",
  minutes: 10,
  steps: [
    { uses: action("actions/checkout"), with: { "persist-credentials": false, "fetch-depth": 0 } },
    python(design.floor.text),
    step(
      "Compare with the last release",
      'release="$(git describe --tags --abbrev=0 2>/dev/null || true)"',
      `if [ -n "$release" ]; then ${nox('--session api -- "$release"')}; fi`,
    ),
  ],
});

const documentation = (design: Design): Job => ({
  id: "docs",
  name: "Documentation",
  minutes: 10,
  steps: [...prepared(design, design.floor.text), step("Build, a warning is an error", documentationCommand(design))],
});

function jobs(design: Design): Job[] {
  const wheel = has.hasSessions(design);
  return [
    lint(design),
    ...(has.isFull(design) ? [types(design)] : []),
    ...(wheel ? wheelJobs(design) : has.hasTests(design) ? [tests(design)] : [importSmoke(design)]),
    ...(has.hasSphinx(design) ? [documentation(design)] : []),
    ...(has.hasImage(design) && has.isService(design) ? [image(design)] : []),
  ];
}

/** `.github/workflows/ci.yml`: the commands of the README, on every change. */
export const ciWorkflow = (design: Design): string =>
  workflowDocument(design, {
    name: "CI",
    triggers: { push: { branches: ["main"] }, pull_request: null, workflow_dispatch: null },
    jobs: jobs(design),
    gate: true,
  });

/** `.github/workflows/audit.yml`: known advisories, by the week, so that a new one does not block unrelated work. */
export function auditWorkflow(design: Design): string {
  const { run } = toolchainOf(design);
  return workflowDocument(design, {
    name: "Audit",
    triggers: { schedule: [{ cron: "23 4 * * 1" }], workflow_dispatch: null },
    jobs: [
      {
        id: "advisories",
        name: "Known advisories",
        minutes: 10,
        steps: [
          ...prepared(design, design.floor.text),
          step(
            "Audit the installed packages",
            `packages="$(${run(`python -c "import sysconfig; print(sysconfig.get_path('purelib'))"`)})"`,
            `pipx run pip-audit==${tools["pip-audit"]} --skip-editable --path "$packages"`,
          ),
        ],
      },
    ],
  });
}
