import { execFileSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { freePort } from "../../ports.ts";
import { succeeds } from "./commands.ts";
import { findPython, installTool, personEnvironment } from "./python.ts";
import { consoleCommands, type Replaced, runnableHere, sessionScript } from "./readme-script.ts";
import { writeRepository } from "./repository.ts";

/** The index that pip asks by itself, in the form that answers in HTML where nothing else is spoken. */
function defaultIndex(): string {
  const asked = "from pip._internal.models.index import PyPI; print(PyPI.simple_url)";
  return `${execFileSync("python3", ["-c", asked], { encoding: "utf8" }).trim()}/`;
}

export type Followed = { reason: string } | { reason?: undefined; session: string; left: Replaced["left"] };

export interface FollowOptions {
  uv: string;
  /** Where the fresh copy goes. */
  folder: string;
  /** Addresses of two empty databases: for the service, and for its tests. */
  databases: readonly [string, string];
}

/** Makes the managers that are programs of their own commands on the path. */
function installManager(uv: string, manager: string): void {
  if (manager === "poetry") installTool(uv, "poetry");
  // With the exact versions of its release, as the generated workflows install it.
  if (manager === "pdm") installTool(uv, "pdm", "[locked]");
}

/** Poetry asks PyPI for JSON alone, of an index and of each release; some mirrors have one of them, or neither. */
async function indexServesPoetry(): Promise<boolean> {
  const headers = { accept: "application/vnd.pypi.simple.v1+json" };
  const pages = [`${defaultIndex()}poetry-core/`, new URL("../pypi/poetry-core/2.1.0/json", defaultIndex())];
  const answers = await Promise.all(pages.map((page) => fetch(page, { headers }).catch(() => undefined)));
  return answers.every((answer) => answer?.ok && answer.headers.get("content-type")?.includes("json"));
}

/** The one thing a person behind such a mirror has to add. */
function addHtmlIndex(root: string): void {
  const file = join(root, "pyproject.toml");
  const source = `\n[[tool.poetry.source]]\nname = "html"\nurl = "${defaultIndex()}"\npriority = "primary"\n`;
  writeFileSync(file, readFileSync(file, "utf8") + source);
}

/** Does in a fresh copy what its README says, in its order; or says why it cannot. */
export async function followReadme(answers: Answers, { uv, folder, databases }: FollowOptions): Promise<Followed> {
  const found = findPython(uv, answers.intake.python_version);
  if ("reason" in found) return found;
  const name = answers.intake.package_name;
  const manager = answers.architecture.dependency_manager;
  installManager(uv, manager);
  const root = writeRepository(join(folder, `${name}-${manager}`), answers);
  if (manager === "poetry" && !(await indexServesPoetry())) addHtmlIndex(root);
  const port = await freePort();
  const { commands, left } = runnableHere(consoleCommands(readFileSync(join(root, "README.md"), "utf8")), port);
  const prefix = name.toUpperCase();
  const env = {
    ...personEnvironment(uv, found.python),
    [`${prefix}_HTTP__PORT`]: String(port),
    [`${prefix}_HTTP__DRAIN_SECONDS`]: "0",
    [`${prefix}_DATABASE__URL`]: databases[0],
    SERVICE_URL: `http://127.0.0.1:${port}`,
    TEST_DATABASE_VARIABLE: `${prefix}_TEST_DATABASE_URL`,
    TEST_DATABASE_URL: databases[1],
  };
  return { session: await succeeds(["bash", "-c", sessionScript(commands, port)], { cwd: root, env }), left };
}
