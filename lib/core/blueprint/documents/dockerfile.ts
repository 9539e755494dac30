import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { images } from "../versions.ts";

/** One Debian release for both stages, so that compiled packages fit. */
const base = ({ floor }: Design): string => `${images.python}:${floor.text}-slim-trixie`;

/** The user of the final stage: a number, because Kubernetes cannot prove that a name is not root. */
const USER_ID = 10001;

const health = "import urllib.request as u; u.urlopen('http://127.0.0.1:8000/health/live', timeout=2)";

const exec = (...words: readonly string[]): string => `[${words.map((word) => JSON.stringify(word)).join(", ")}]`;

/**
 * The Dockerfile of a service: packages and project are installed in one stage, the other gets the finished
 * environment only, runs without root and answers for its own health (python-standard 2.6, CF07).
 */
export function dockerfile(design: Design): string {
  const { image, lock } = toolchainOf(design);
  const build = [
    ...(lock
      ? [`# Needs ${lock.files[0]}; README.md says how to make it.`]
      : ["# No lock file: the day of the build decides the versions inside."]),
    `FROM ${base(design)} AS build`,
    "WORKDIR /srv",
    ...image.prepare(design),
    ...image.dependencies(design),
    "COPY pyproject.toml README.md LICENSE ./",
    "COPY src ./src",
    ...image.project(design),
  ];
  const run = [
    `FROM ${base(design)} AS run`,
    `RUN groupadd --system --gid ${USER_ID} app \\`,
    ` && useradd --system --uid ${USER_ID} --gid app --no-create-home --shell /usr/sbin/nologin app`,
    "WORKDIR /srv",
    "COPY --from=build /srv/.venv /srv/.venv",
    `ENV PATH=/srv/.venv/bin:$PATH PYTHONUNBUFFERED=1 PYTHONDONTWRITEBYTECODE=1 ${design.envPrefix}HTTP__HOST=0.0.0.0`,
    `USER ${USER_ID}:${USER_ID}`,
    "EXPOSE 8000",
    "STOPSIGNAL SIGTERM",
    "HEALTHCHECK --interval=10s --timeout=3s --start-period=20s --retries=3 \\",
    `  CMD ${exec("python", "-c", health)}`,
    `CMD ${exec("python", "-m", design.packageName, "serve")}`,
  ];
  return `${build.join("\n")}\n\n${run.join("\n")}\n`;
}

/** What never enters the build context. */
export const dockerignore = (): string =>
  [
    ".git",
    ".github",
    ".devcontainer",
    ".venv",
    ".env*",
    "tests",
    "docs",
    "examples",
    "dist",
    ".mypy_cache",
    ".ruff_cache",
    ".pytest_cache",
    "**/__pycache__",
  ]
    .map((line) => `${line}\n`)
    .join("");
