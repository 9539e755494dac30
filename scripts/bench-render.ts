/** Parts of `npm run bench` that need no server: rendering, the command line against cookiecutter, static checks. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { blueprint } from "#lib/core/blueprint/blueprint.ts";
import { contractOf } from "#lib/core/blueprint/contract-of.ts";
import { moduleName } from "#lib/core/blueprint/own-imports.ts";
import { answersFile } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { type DeliveredFile, repositoryFiles } from "#lib/core/delivery/repository.ts";
import { designFrom } from "#lib/core/design/design.ts";
import { checkStatically, closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { loadTemplates } from "#lib/io/templates.ts";
import { toolbox } from "#lib/wizard/toolbox.ts";
import { type Line, measure, median, timesLine, unmeasured } from "./bench-measure.ts";
import { bundleOneFile } from "./cli-bundle.ts";

const ROOT = join(import.meta.dirname, "..");
const COOKIECUTTER = "2.7.1";

const answers = (examples[0] as (typeof examples)[number]).answers;

/** Render and format of the tier-3 service, warm. Nothing is remembered between runs. */
export function benchRender(): Line[] {
  const tools = toolbox();
  const run = () => blueprint(designFrom(answers), tools);
  const files = run().tasks.length;
  const times = measure(run, 40, 5);
  return [timesLine(`render + format, ${files} files, warm`, times, { share: 0.5, ms: 50 })];
}

/** A reader is warm when its interpreter and linter are compiled: opening the workbench has it read a hundred files. */
const WARM_UPS = 100;

/** Static checks of one edited file in the warm child process. */
export async function benchChecks(): Promise<Line[]> {
  const { tasks } = blueprint(designFrom(answers), toolbox());
  const task = [...tasks]
    .filter(({ path }) => path.endsWith(".py"))
    .sort((a, b) => (b.text?.length ?? 0) - (a.text?.length ?? 0))[0];
  if (!task?.text) return [];
  const file = {
    path: task.path,
    layer: task.layer,
    floorMinor: 13,
    packageName: answers.intake.package_name,
    contract: contractOf(task),
    pyproject: tasks.find(({ path }) => path === "pyproject.toml")?.text ?? "",
    modules: tasks.filter(({ path }) => path.endsWith(".py")).map(({ path }) => moduleName(path)),
    paths: tasks.map(({ path }) => path),
  };
  const times: number[] = [];
  for (let run = -WARM_UPS; run < 40; run++) {
    const text = `${task.text}\n# edit ${run}\n`;
    const begun = performance.now();
    await checkStatically({ ...file, text });
    if (run >= 0) times.push(performance.now() - begun);
  }
  closeEmbedded();
  const lines = task.text.split("\n").length;
  return [timesLine(`static checks of an edited file (${lines} lines), warm`, times, { share: 0.95, ms: 150 })];
}

/** The command line: how soon it starts as one file, and `plumbline render` against cookiecutter. */
export async function benchCommandLine(tools: string): Promise<Line[]> {
  const folder = mkdtempSync(join(tmpdir(), "plumbline-bench-"));
  try {
    writeFileSync(join(folder, "answers.json"), answersFile(answers));
    return [...(await starts(folder)), ...againstCookiecutter(folder, tools)];
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The one file with plain Node and nothing beside it. */
async function starts(folder: string): Promise<Line[]> {
  const program = join(folder, "plumbline.mjs");
  await bundleOneFile(program);
  return ["--help", "check", "tier", "review"].map((command) => {
    const args = command === "--help" ? [command] : [command, join(folder, "answers.json")];
    const times = measure(() => timed(process.execPath, [program, ...args]), 15, 2);
    return timesLine(`plumbline ${command} of the one file, cold process`, times, { share: 0.5, ms: 300 });
  });
}

/** In a cold process, in pairs, on as many files of the same sizes; with nothing remembered, and after the first time. */
function againstCookiecutter(folder: string, tools: string): Line[] {
  const what = "plumbline render, cold process, against cookiecutter";
  const cookiecutter = installCookiecutter(tools);
  if (!cookiecutter) return [unmeasured(what, "cookiecutter could not be installed")];
  const design = designFrom(answers);
  const rendered = { design, blueprint: blueprint(design, toolbox()), templatesDigest: loadTemplates().digest };
  const files = repositoryFiles(rendered);
  writeCookiecutter(join(folder, "template"), files);
  const render = (run: string, home: string) =>
    timed(join(ROOT, "bin/plumbline"), ["render", join(folder, "answers.json"), "--out", join(folder, run)], home);
  const first: number[] = [];
  const again: number[] = [];
  const theirs: number[] = [];
  for (let run = 0; run < 10; run++) {
    first.push(render(`first-${run}`, join(folder, `home-${run}`)));
    again.push(render(`again-${run}`, join(folder, "home-0")));
    theirs.push(
      timed(cookiecutter, ["--no-input", "--output-dir", join(folder, `theirs-${run}`), join(folder, "template")]),
    );
  }
  return [
    [`${what}, first time`, first],
    [`${what}, texts remembered`, again],
  ].map(([name, ours]) => comparedLine(`${name} (${files.length} files)`, ours as number[], theirs));
}

function comparedLine(what: string, ours: readonly number[], theirs: readonly number[]): Line {
  const ratio = median(ours) / median(theirs);
  return {
    what,
    value: `${ratio.toFixed(2)} x (${Math.round(median(ours))} ms against ${Math.round(median(theirs))} ms, medians of ${ours.length})`,
    bar: "<= 0.5 x",
    met: ratio <= 0.5,
  };
}

/** @param home where what is remembered between calls stands; absent: this person's own */
function timed(program: string, args: readonly string[], home?: string): number {
  const env = home === undefined ? process.env : { ...process.env, HOME: home };
  const begun = performance.now();
  const { status, stderr } = spawnSync(program, args, { encoding: "utf8", env });
  const took = performance.now() - begun;
  // A review with findings ends with 1.
  if (status !== 0 && status !== 1) throw new Error(`${program} failed: ${stderr}`);
  return took;
}

function installCookiecutter(tools: string): string | null {
  const program = join(tools, "cookiecutter/bin/cookiecutter");
  if (existsSync(program)) return program;
  try {
    execFileSync("python3", ["-m", "venv", join(tools, "cookiecutter")], { stdio: "ignore" });
    execFileSync(join(tools, "cookiecutter/bin/pip"), ["install", "--quiet", `cookiecutter==${COOKIECUTTER}`], {
      stdio: "ignore",
    });
    return program;
  } catch {
    return null;
  }
}

/** A cookiecutter template of the same files: names substituted, everything else literal, as its authors would write it. */
function writeCookiecutter(folder: string, files: readonly DeliveredFile[]): void {
  const names = {
    repo: answers.intake.repository_name,
    package: answers.intake.package_name,
    description: answers.intake.description,
  };
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, "cookiecutter.json"), JSON.stringify(names));
  for (const { path, text } of files) {
    const place = join(folder, "{{cookiecutter.repo}}", path.replaceAll(names.package, "{{cookiecutter.package}}"));
    const literal = text.replaceAll("{{", "{{ '{{' }}").replaceAll("{%", "{{ '{%' }}").replaceAll("{#", "{{ '{#' }}");
    mkdirSync(dirname(place), { recursive: true });
    writeFileSync(
      place,
      literal
        .replaceAll(names.package, "{{cookiecutter.package}}")
        .replaceAll(names.description, "{{cookiecutter.description}}"),
    );
  }
}

/** The version of this package, for the head of the report. */
export const version = (): string =>
  (JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string }).version;
