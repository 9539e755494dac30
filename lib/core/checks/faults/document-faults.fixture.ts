import { type Fault, joined } from "./fault.fixture.ts";

const clinic = (path: string) => ({ design: "clinic-booking", path });
const tide = (path: string) => ({ design: "tidewindow", path });

const CI = ".github/workflows/ci.yml";
const LOOK = "      - name: Look for the lock\n";

/** Mistakes in files that are not Python. */
export const documentFaults: readonly Fault[] = [
  {
    title: "broken TOML",
    ...clinic("pyproject.toml"),
    edits: [["[project]\n", "[project\n"]],
    check: "syntax",
    at: "[project",
  },
  {
    title: "a TOML key twice",
    ...tide("pyproject.toml"),
    edits: [['version = "0.1.0"\n', 'version = "0.1.0"\nversion = "0.2.0"\n']],
    check: "syntax",
    at: 'version = "0.2.0"',
  },
  {
    title: "a field that no package has",
    ...clinic("pyproject.toml"),
    edits: [['readme = "README.md"\n', 'read-me = "README.md"\n']],
    check: "contract",
    at: "read-me",
  },
  {
    title: "a requirement that is none",
    ...clinic("pyproject.toml"),
    edits: [['"asyncpg>=0.31"', '"asyncpg >> 0.31"']],
    check: "contract",
    at: "asyncpg >>",
  },
  {
    title: "a README that is not there",
    ...tide("pyproject.toml"),
    edits: [['readme = "README.md"', 'readme = "READTHIS.md"']],
    check: "contract",
    at: "READTHIS.md",
  },
  {
    title: "broken YAML",
    ...clinic(CI),
    edits: [["permissions: {}\n\nconcurrency:", "permissions: {\n\nconcurrency:"]],
    check: "syntax",
    at: "concurrency:",
  },
  {
    title: "a YAML key twice",
    ...clinic(".github/dependabot.yml"),
    edits: [["version: 2\n", "version: 2\nversion: 1\n"]],
    check: "syntax",
    at: "version: 1",
  },
  {
    title: "an expression of a stranger in a shell",
    ...clinic(".github/workflows/audit.yml"),
    edits: [
      [
        "        run: uv sync --locked\n",
        `        run: echo "\${{ github.event.pull_request.title }}" && uv sync --locked\n`,
      ],
    ],
    check: "security",
    at: "github.event.pull_request.title",
  },
  {
    title: "an action by a movable tag",
    ...clinic(".github/workflows/audit.yml"),
    edits: [["actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1", "actions/checkout@v7"]],
    check: "security",
    at: "actions/checkout@v7",
  },
  {
    title: "a workflow that may write everything",
    ...clinic(".github/workflows/audit.yml"),
    edits: [["permissions: {}\n", "permissions: write-all\n"]],
    check: "security",
    at: "permissions: write-all",
  },
  {
    title: "a workflow of strangers with the rights of the target",
    ...clinic(CI),
    edits: [["  pull_request:\n", "  pull_request_target:\n"]],
    check: "security",
    at: "pull_request_target",
  },
  {
    title: "a secret that a workflow prints",
    ...clinic(".github/workflows/audit.yml"),
    edits: [[LOOK, `      - run: echo "\${{ secrets.PYPI_TOKEN }}"\n${LOOK}`]],
    check: "security",
    at: "secrets.PYPI_TOKEN",
  },
  {
    title: "broken JSON",
    ...clinic(".devcontainer/devcontainer.json"),
    edits: [["    8000\n", "    8000,\n"]],
    check: "syntax",
    at: "  ],",
  },
  {
    title: "a service of compose without an image",
    ...clinic("compose.yaml"),
    edits: [["    image: postgres:18-trixie\n", ""]],
    check: "contract",
    at: "\n  database:",
  },
  {
    title: "a dependency of compose that does not exist",
    ...clinic("compose.yaml"),
    edits: [["    depends_on:\n      database:\n", "    depends_on:\n      databse:\n"]],
    check: "contract",
    at: "databse:",
  },
  {
    title: "a password in compose",
    ...clinic("compose.yaml"),
    edits: [
      ["      POSTGRES_HOST_AUTH_METHOD: trust\n", `      POSTGRES_PASSWORD: ${joined("x9Kq72Lm", "Pz04RtWv")}\n`],
    ],
    check: "security",
    at: "POSTGRES_PASSWORD",
  },
  {
    title: "a container that owns the machine",
    ...clinic("compose.yaml"),
    edits: [["    read_only: true\n", "    privileged: true\n"]],
    check: "security",
    at: "privileged",
  },
  {
    title: "the engine's socket in a container",
    ...clinic("compose.yaml"),
    edits: [["      - database:/var/lib/postgresql\n", "      - /var/run/docker.sock:/var/run/docker.sock\n"]],
    check: "security",
    at: "docker.sock",
  },
  {
    title: "an image that runs as root",
    ...clinic("Dockerfile"),
    edits: [["USER 10001:10001\n", ""]],
    check: "security",
    at: "FROM python:3.13-slim-trixie AS run",
  },
  {
    title: "an image that says it runs as root",
    ...clinic("Dockerfile"),
    edits: [["USER 10001:10001\n", "USER root\n"]],
    check: "security",
    at: "USER root",
  },
  {
    title: "a base image by a movable tag",
    ...clinic("Dockerfile"),
    edits: [["FROM python:3.13-slim-trixie AS run", "FROM python:latest AS run"]],
    check: "style",
    at: "python:latest",
  },
  {
    title: "a secret in the image",
    ...clinic("Dockerfile"),
    edits: [["EXPOSE 8000\n", `ENV API_TOKEN=${joined("x9Kq72Lm", "Pz04RtWv")}\nEXPOSE 8000\n`]],
    check: "security",
    at: "API_TOKEN",
  },
  {
    title: "an instruction that no Dockerfile has",
    ...clinic("Dockerfile"),
    edits: [["EXPOSE 8000\n", "EXPOSES 8000\n"]],
    check: "syntax",
    at: "EXPOSES",
  },
  {
    title: "a link to a file that is not there",
    ...clinic("docs/index.md"),
    edits: [["(operations.md)", "(operation.md)"]],
    check: "contract",
    at: "(operation.md)",
  },
  {
    title: "a link to a heading that is not there",
    ...tide("docs/index.md"),
    edits: [["(tutorial.md)", "(#nowhere-at-all)"]],
    check: "contract",
    at: "nowhere-at-all",
  },
  {
    title: "a block of code without an end",
    ...tide("docs/index.md"),
    edits: [["adr/0001-testing-unit-integration\n```\n", "adr/0001-testing-unit-integration\n"]],
    check: "syntax",
    at: "```{toctree}",
  },
  {
    title: "a secret among the names of variables",
    ...clinic(".env.example"),
    edits: [
      [
        "# Least important level",
        `CLINIC_BOOKING_API_TOKEN=${joined("x9Kq72Lm", "Pz04RtWv")}\n\n# Least important level`,
      ],
    ],
    check: "security",
    at: "CLINIC_BOOKING_API_TOKEN",
  },
  {
    title: "a hook by a movable branch",
    ...clinic(".pre-commit-config.yaml"),
    edits: [["    rev: v1.32.0\n", "    rev: main\n"]],
    check: "contract",
    at: "rev: main",
  },
];
