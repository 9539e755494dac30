import { afterAll, beforeAll, beforeEach, expect, inject, test } from "vitest";
import { examples } from "#lib/core/catalog/examples.ts";
import type { Proof } from "#lib/core/checks/proof.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { dockerDriver } from "#lib/io/sandbox/docker/docker-driver.ts";
import { openEngine } from "#lib/io/sandbox/docker/engine.ts";
import type { SandboxDriver } from "#lib/io/sandbox/driver.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { buildFaults, cycleFaults, testFaults, typeFaults } from "./container-faults.fixture.ts";
import { type Fault, lineOf, withFault } from "./fault.fixture.ts";

const { image, reason } = inject("sandbox");
let driver: SandboxDriver;

beforeAll(async () => {
  if (image === undefined) return;
  const opened = await openEngine({ image });
  if (!opened.engine) throw new Error(opened.reason);
  driver = dockerDriver(opened.engine, image);
});
beforeEach(({ skip }) => {
  if (reason) skip(reason);
});
afterAll(() => driver?.close());

/** The repository of an example with these faults put in, each into a file of its own. */
function seeded(faults: readonly Fault[]): {
  texts: Map<string, string>;
  repository: ReturnType<typeof repositoryUnderCheck>;
} {
  const [{ design: id } = { design: "" }] = faults;
  const answers = examples.find((example) => example.id === id)?.answers;
  if (!answers) throw new Error(`There is no example ${id}.`);
  const { design, blueprint } = render(answers);
  const texts = new Map(blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  for (const fault of faults) texts.set(fault.path, withFault(texts.get(fault.path) ?? "", fault));
  return { texts, repository: repositoryUnderCheck(design, blueprint, texts) };
}

async function proved(faults: readonly Fault[], paths?: readonly string[]) {
  const { texts, repository } = seeded(faults);
  const wanted = paths ?? repository.files.map(({ path }) => path);
  const proof = await driver.prove(repository, wanted);
  return { texts, proof };
}

type Proved = Awaited<ReturnType<typeof proved>>;

const lineIn = ({ texts }: Proved, { path, seenIn, at }: Fault): number => lineOf(texts.get(seenIn ?? path) ?? "", at);

/** What a check says about a fault: its status, the line it names, and what it leaves without a way to mend it. */
function said(run: Proved, fault: Fault) {
  const { title, path, seenIn, check } = fault;
  const { status, findings = [] } = run.proof.outcomes[seenIn ?? path]?.find((one) => one.check === check) ?? {};
  const line = findings.find((finding) => finding.line === lineIn(run, fault))?.line;
  return { title, status, line: line ?? findings, unmended: findings.filter(({ mend }) => !mend) };
}

const expected = (run: Proved, fault: Fault) => ({
  title: fault.title,
  status: "fail",
  line: lineIn(run, fault),
  unmended: [],
});

const failures = (proof: Proof, ...ignored: string[]): string[] =>
  Object.entries(proof.outcomes)
    .flatMap(([path, own]) => own.filter(({ status }) => status === "fail").map(({ check }) => `${check} ${path}`))
    .filter((line) => !ignored.some((check) => line.startsWith(check)))
    .sort();

test("one run finds every fault of types and tests that was put into the service, and fails nothing else", async () => {
  const faults = [...typeFaults, ...testFaults];
  const run = await proved(faults);
  expect(faults.map((fault) => said(run, fault))).toEqual(faults.map((fault) => expected(run, fault)));
  // A failing test fails whatever it reaches; every other check fails where the fault is and nowhere else.
  const others = faults.flatMap(({ path, check, also = [] }) => [check, ...also].map((one) => `${one} ${path}`));
  expect(failures(run.proof, "tests")).toEqual(others.filter((line) => !line.startsWith("tests")).sort());
});

test.each([...buildFaults, ...cycleFaults].map((fault) => [fault.title, fault] as const))("%s", async (_, fault) => {
  const run = await proved([fault], [fault.path]);
  expect(said(run, fault)).toEqual(expected(run, fault));
  expect(failures(run.proof)).toEqual(
    [fault.check, ...(fault.also ?? [])].map((check) => `${check} ${fault.path}`).sort(),
  );
});

test.each(examples.slice(0, 2).map(({ id, answers }) => [id, answers] as const))(
  "no file of %s fails in containers before a fault is put in",
  async (_, answers) => {
    const { design, blueprint } = render(answers);
    const texts = new Map(blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
    const repository = repositoryUnderCheck(design, blueprint, texts);
    const proof = await driver.prove(repository, [...texts.keys()]);
    expect(failures(proof)).toEqual([]);
    for (const check of ["types", "tests", "build"])
      expect(
        Object.values(proof.outcomes)
          .flat()
          .filter((one) => one.check === check && one.status === "pass"),
      ).not.toEqual([]);
  },
);
