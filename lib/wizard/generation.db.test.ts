import { afterAll, expect, test } from "vitest";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { acceptTasks } from "./accept-tasks.ts";
import { answerReview } from "./answer-review.ts";
import type { Caller } from "./caller.ts";
import { approvePlan, changePlan } from "./change-plan.ts";
import { checkDrafts } from "./check-draft.ts";
import { compareDrafts } from "./compare-drafts.ts";
import { confirmStage } from "./confirm-stage.ts";
import { createProject } from "./create-project.ts";
import { decideTask } from "./decide-task.ts";
import { deliverZip } from "./deliver-project.ts";
import { lintText } from "./lint-text.ts";
import { loadGeneration } from "./load-generation.ts";
import { runReview } from "./run-review.ts";
import { saveDraft } from "./save-draft.ts";

afterAll(closeEmbedded);

const caller: Caller = {
  ownerHash: sha256("owner"),
  actor: { kind: "owner", name: "you" },
  now: new Date("2026-11-21T00:00:00Z"),
};
const answers = (examples[0] as { answers: Answers }).answers;
const FEW = ["LICENSE", ".gitignore", ".editorconfig"];

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.error.map(({ code }: Problem) => code));

async function reviewed(state: ProjectState, checkpoint: 1 | 2): Promise<ProjectState> {
  await runReview(caller, state.id, checkpoint).then(good);
  return answerReview(caller, state.id, checkpoint, { kind: "proceed", reasons: {} }).then(good);
}

async function planned(): Promise<ProjectState> {
  let state = good(await createProject(caller, answers));
  for (const stage of ["intake", "architecture"])
    state = good(await confirmStage(caller, state.id, state.version, stage));
  state = await reviewed(state, 1);
  for (const stage of ["structure", "features"])
    state = good(await confirmStage(caller, state.id, state.version, stage));
  return reviewed(state, 2);
}
const approved = async (): Promise<ProjectState> => {
  const state = await planned();
  return good(await approvePlan(caller, state.id, state.version));
};
const shas = async (id: string, paths: readonly string[]) =>
  good(await loadGeneration(caller, id)).tasks.flatMap(({ path, draft }) =>
    paths.includes(path) && draft ? [{ path, sha256: draft.sha256 }] : [],
  );

test("files accepted together become drafts of record, each once, and a second acceptance adds none", async () => {
  const state = await approved();
  const named = await shas(state.id, FEW);
  const checked = good(await checkDrafts(caller, state.id, FEW));
  expect(checked.map(({ path }) => path).sort()).toEqual([...FEW].sort());
  let next = good(await acceptTasks(caller, state.id, state.version, named));
  next = good(await acceptTasks(caller, state.id, next.version, named));
  const { drafts, tasks } = good(await loadGeneration(caller, state.id));
  expect(drafts.map(({ path, number, source }) => [path, number, source]).sort()).toEqual(
    FEW.map((path) => [path, 1, "template"]).sort(),
  );
  expect(
    tasks
      .filter(({ status }) => status === "accepted")
      .map(({ path }) => path)
      .sort(),
  ).toEqual([...FEW].sort());
});

test("after the list of files changed, nothing is accepted until the plan is approved again", async () => {
  const state = await approved();
  const named = await shas(state.id, ["LICENSE"]);
  const changed = good(
    await changePlan(caller, state.id, state.version, {
      kind: "add",
      path: "scripts/load.py",
      purpose: "Loads prices",
    }),
  );
  expect(codes(await acceptTasks(caller, state.id, changed.version, named))).toEqual(["stale-plan"]);
  const again = good(await approvePlan(caller, state.id, changed.version));
  expect((await acceptTasks(caller, state.id, again.version, named)).ok).toBe(true);
});

test("a file that was removed from the plan cannot be accepted", async () => {
  const state = await planned();
  const named = await shas(state.id, ["LICENSE"]);
  const removed = good(
    await changePlan(caller, state.id, state.version, { kind: "remove", path: "LICENSE", reason: "kept elsewhere" }),
  );
  const next = good(await approvePlan(caller, state.id, removed.version));
  expect(codes(await acceptTasks(caller, state.id, next.version, named))).toEqual(["removed"]);
});

test("deciding about a file that the plan does not have is refused, and so is deferring without a reason", async () => {
  const { id } = await approved();
  expect(codes(await decideTask(caller, id, { kind: "defer", path: "none.py", reason: "later" }))).toEqual([
    "not-found",
  ]);
  expect(codes(await decideTask(caller, id, { kind: "defer", path: "LICENSE", reason: " " }))).toEqual([
    "reason-needed",
  ]);
});

test("a zip that leaves files out must name their number", async () => {
  const state = await approved();
  await acceptTasks(caller, state.id, state.version, await shas(state.id, FEW)).then(good);
  const all = good(await loadGeneration(caller, state.id)).tasks.length;
  expect(new Set(codes(await deliverZip(caller, state.id, 0)))).toEqual(new Set(["unfinished"]));
  expect(new Set(codes(await deliverZip(caller, state.id, 1)))).toEqual(new Set(["unfinished"]));
  const delivered = good(await deliverZip(caller, state.id, all - FEW.length));
  delivered.stream.destroy();
});

test("a text that is being typed is judged and not kept", async () => {
  const { id } = await approved();
  const path = good(await loadGeneration(caller, id)).tasks.find((task) => task.path.endsWith("settings.py"))
    ?.path as string;
  const judged = good(await lintText(caller, id, path, "import requests\nx = eval(input())\n"));
  expect(judged.verdict.accept).toBe("no");
  expect(good(await loadGeneration(caller, id)).drafts).toEqual([]);
});

test("a draft is compared with the built-in one line by line, and an unknown number is refused", async () => {
  const { id } = await approved();
  await saveDraft(caller, { projectId: id, path: ".python-version", text: "3.99\n", source: "edit" }).then(good);
  const generation = good(await loadGeneration(caller, id));
  expect(good(await compareDrafts(generation, ".python-version", "built-in", 1))).toMatchObject({
    added: 1,
    removed: 1,
  });
  expect(codes(await compareDrafts(generation, ".python-version", "built-in", 7))).toEqual(["not-found"]);
});

test("a dependency declared in an edited pyproject counts for every other file", async () => {
  const { id } = await approved();
  const path = "src/clinic_booking/log.py";
  const { tasks } = good(await loadGeneration(caller, id));
  const textAt = (wanted: string) => tasks.find((task) => task.path === wanted)?.text ?? "";
  const save = (at: string, text: string) => saveDraft(caller, { projectId: id, path: at, text, source: "edit" });
  const imports = async () =>
    good(await checkDrafts(caller, id, [path]))[0]?.outcomes.find(({ check }) => check === "imports")?.status;
  good(await save(path, textAt(path).replace("import logging\n", "import logging\n\nimport orjson\n")));
  expect(await imports()).toBe("fail");
  const pyproject = textAt("pyproject.toml");
  good(await save("pyproject.toml", pyproject.replace(/^dependencies = \[/m, 'dependencies = [\n  "orjson>=3",')));
  expect(await imports()).toBe("pass");
});

test("a text that comes from Windows is the draft that it would be from anywhere", async () => {
  const { id } = await approved();
  const path = "Dockerfile";
  const text = good(await loadGeneration(caller, id)).tasks.find((task) => task.path === path)?.text ?? "";
  const save = (changed: string) =>
    saveDraft(caller, { projectId: id, path, text: changed, source: "paste" }).then(good);
  const changed = `${text}# Checked.\n`;
  const first = await save(changed);
  expect(first.sha256).toBe(sha256(changed));
  for (const same of [changed.replaceAll("\n", "\r\n"), `\ufeff${changed}`, changed.trimEnd()])
    expect(await save(same)).toEqual(first);
});

test("a text that no database keeps is refused in words, wherever it is typed", async () => {
  const { id } = await approved();
  for (const text of ["Use argon2\u0000", "half \ud83d"])
    expect(codes(await decideTask(caller, id, { kind: "modify", path: "LICENSE", text }))).toEqual(["bad-text"]);
  good(await decideTask(caller, id, { kind: "modify", path: "LICENSE", text: "Say \\u0000 and \u{1f642} in words" }));
});
