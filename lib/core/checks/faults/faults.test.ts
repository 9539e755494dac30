import { afterAll, describe, expect, test } from "vitest";
import { examples } from "#lib/core/catalog/examples.ts";
import type { Outcome } from "#lib/core/checks/check.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { checkStatically, closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { contractFaults } from "./contract-faults.fixture.ts";
import { documentFaults } from "./document-faults.fixture.ts";
import { type Fault, lineOf, withFault } from "./fault.fixture.ts";
import { pythonFaults } from "./python-faults.fixture.ts";
import { securityFaults } from "./security-faults.fixture.ts";

afterAll(closeEmbedded);

const FAULTS = [...contractFaults, ...pythonFaults, ...securityFaults, ...documentFaults];

const repositories = new Map(
  examples.map(({ id, answers }) => {
    const { design, blueprint } = render(answers);
    const texts = new Map(blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
    return [id, repositoryUnderCheck(design, blueprint, texts)] as const;
  }),
);

const fileOf = ({ design, path }: Fault) => {
  const file = repositories.get(design)?.files.find((one) => one.path === path);
  if (!file) throw new Error(`${design} has no ${path}.`);
  return file;
};

const failed = (outcomes: Outcome[]) => outcomes.filter(({ status }) => status === "fail").map(({ check }) => check);

describe("a seeded fault fails the right check at the right line, which says how to mend it", () => {
  test.each(FAULTS.map((fault) => [fault.title, fault] as const))("%s", async (_, fault) => {
    const file = fileOf(fault);
    const text = withFault(file.text, fault);
    const outcomes = await checkStatically({ ...file, text });
    const found = outcomes.find(({ check }) => check === fault.check)?.findings ?? [];
    expect(found.map(({ line }) => line)).toContain(lineOf(text, fault.at));
    expect(found.filter(({ mend }) => !mend)).toEqual([]);
    expect(failed(outcomes).sort()).toEqual([fault.check, ...(fault.also ?? [])].sort());
  });
});

test.each([...repositories.keys()])("no file of %s fails before a fault is put in", async (id) => {
  const failures: string[] = [];
  for (const file of repositories.get(id)?.files ?? [])
    for (const { check, status, findings } of await checkStatically(file))
      if (status === "fail")
        failures.push(`${file.path} ${check}: ${findings.map(({ message }) => message).join("; ")}`);
  expect(failures).toEqual([]);
});
