import { buffer } from "node:stream/consumers";
import { afterAll, expect, test } from "vitest";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import type { Evidence } from "#lib/core/delivery/evidence.ts";
import { type DeliveredFile, EVIDENCE_PATH, MANIFEST_PATH, repositoryFiles } from "#lib/core/delivery/repository.ts";
import { replay } from "#lib/core/project/evolve.ts";
import type { ProjectState } from "#lib/core/project/state.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { zipStream } from "#lib/io/delivery/zip.ts";
import { closeEmbedded } from "#lib/io/sandbox/embedded.ts";
import { acceptTasks } from "./accept-tasks.ts";
import { answerQuestions } from "./answer-questions.ts";
import { answerReview } from "./answer-review.ts";
import type { Caller } from "./caller.ts";
import { approvePlan } from "./change-plan.ts";
import { checkDraft } from "./check-draft.ts";
import { confirmStage } from "./confirm-stage.ts";
import { createProject } from "./create-project.ts";
import { decideTask } from "./decide-task.ts";
import { deliverZip } from "./deliver-project.ts";
import { acceptedFiles, readiness } from "./delivering.ts";
import { loadGeneration } from "./load-generation.ts";
import { loadLog, loadProject } from "./load-project.ts";
import { previewChange } from "./preview-change.ts";
import { previewFiles } from "./preview-files.ts";
import { runReview } from "./run-review.ts";
import { saveDraft } from "./save-draft.ts";
import { render } from "./toolbox.ts";
import { undoChange } from "./undo-change.ts";

afterAll(closeEmbedded);

const caller = (owner = "owner"): Caller => ({
  ownerHash: sha256(owner),
  actor: { kind: "owner", name: "" },
  now: new Date("2026-11-21T00:00:00Z"),
});
const answers = (examples[0] as { answers: Answers }).answers;

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}
const codes = (result: Result<unknown>): string[] => (result.ok ? [] : result.error.map(({ code }: Problem) => code));

async function reviewed(state: ProjectState, checkpoint: 1 | 2): Promise<ProjectState> {
  await runReview(caller(), state.id, checkpoint).then(good);
  return answerReview(caller(), state.id, checkpoint, { kind: "proceed", reasons: {} }).then(good);
}

async function approvedProject(given: Answers = answers): Promise<ProjectState> {
  let state = good(await createProject(caller(), given));
  for (const stage of ["intake", "architecture"])
    state = good(await confirmStage(caller(), state.id, state.version, stage));
  state = await reviewed(state, 1);
  for (const stage of ["structure", "features"])
    state = good(await confirmStage(caller(), state.id, state.version, stage));
  state = await reviewed(state, 2);
  return good(await approvePlan(caller(), state.id, state.version));
}

const manifestOf = (files: readonly DeliveredFile[]) =>
  (
    JSON.parse(files.find(({ path }) => path === MANIFEST_PATH)?.text ?? "") as {
      files: { path: string; sha256: string }[];
    }
  ).files;

/** Accepts every file as it stands, in chunks as the page does. */
async function acceptAll(projectId: string): Promise<void> {
  const { tasks, state } = good(await loadGeneration(caller(), projectId));
  const open = tasks
    .filter((task) => task.status === "open" && task.draft)
    .map((task) => ({ path: task.path, sha256: task.draft?.sha256 ?? "" }));
  good(await acceptTasks(caller(), projectId, state.version, open));
}

test.each(examples.slice(0, 2).map(({ id, answers }) => [id, answers] as const))(
  "the whole journey of %s ends in a zip that holds the same bytes as rendering the answers elsewhere",
  {
    timeout: 120_000,
  },
  async (_name, given) => {
    const { id } = await approvedProject(given);
    // A preview renders what the database gives back, in the database's own order of keys.
    good(await previewFiles(caller(), id));
    await acceptAll(id);
    const generation = good(await loadGeneration(caller(), id));
    expect(readiness(generation).unfinished).toEqual([]);
    const zip = await buffer(good(await deliverZip(caller(), id, 0)).stream);
    const again = await buffer(good(await deliverZip(caller(), id, 0)).stream);
    const generationNow = good(await loadGeneration(caller(), id));
    const elsewhere = repositoryFiles(render(given));
    const delivered = await acceptedFiles(generationNow);
    expect(again.equals(zip)).toBe(true);
    expect((await buffer(zipStream(given.intake.repository_name, delivered))).equals(zip)).toBe(true);
    expect(delivered.filter(({ path }) => path !== EVIDENCE_PATH)).toEqual(elsewhere);
    const evidence = JSON.parse(delivered.find(({ path }) => path === EVIDENCE_PATH)?.text ?? "null") as Evidence;
    expect(evidence.unproved).toEqual([]);
    expect(evidence.files.map(({ path, sha256, accepted }) => [path, sha256, accepted?.by])).toEqual(
      manifestOf(elsewhere).map(({ path, sha256 }) => [path, sha256, "owner"]),
    );
    expect(evidence.totals.checks.tests?.pass).toBeUndefined();
    expect(evidence.skipped.map(({ check }) => check)).toContain("tests");
    const log = await loadLog(caller(), id);
    const { undo: _, ...replayed } = replay(id, log);
    expect((await loadProject(caller(), id))?.state).toMatchObject(replayed);
  },
);

test("an acceptance of something else than what stands there now is refused", async () => {
  const { id, version } = await approvedProject();
  const path = "src/clinic_booking/pricing.py";
  const shown = good(await loadGeneration(caller(), id)).tasks.find((task) => task.path === path)?.draft?.sha256 ?? "";
  good(await saveDraft(caller(), { projectId: id, path, text: "# changed meanwhile\n", source: "agent" }));
  expect(codes(await acceptTasks(caller(), id, version, [{ path, sha256: shown }]))).toEqual(["stale-draft"]);
});

test("a file with a failed critical check cannot be accepted whatever one writes", async () => {
  const { id, version } = await approvedProject();
  const path = "src/clinic_booking/pricing.py";
  const draft = good(await saveDraft(caller(), { projectId: id, path, text: "eval(input())\n", source: "paste" }));
  const checked = good(await checkDraft(caller(), id, path));
  expect(checked.verdict.accept).toBe("no");
  expect(
    codes(
      await acceptTasks(caller(), id, version, [{ path, sha256: draft.sha256, acknowledgement: "I know what I do" }]),
    ),
  ).toEqual(["critical"]);
});

test("a design change makes only the accepted files stale that depend on it, and undo mends them", {
  timeout: 60_000,
}, async () => {
  const { id } = await approvedProject();
  await acceptAll(id);
  const before = good(await loadGeneration(caller(), id));
  const change = [{ path: "intake.author", value: "Somebody else" }];
  const impact = good(await previewChange(caller(), id, change));
  expect(impact.steps).toContain("intake");
  good(await answerQuestions(caller(), { projectId: id, version: before.state.version, changes: change }));
  const after = good(await loadGeneration(caller(), id));
  const stale = after.tasks.filter((task) => task.status === "stale").map(({ path }) => path);
  expect(stale.sort()).toEqual([...impact.acceptedFiles].sort());
  expect(stale).toContain("pyproject.toml");
  expect(stale).not.toContain("src/clinic_booking/pricing.py");
  good(await undoChange(caller(), id, after.state.version));
  expect(good(await loadGeneration(caller(), id)).tasks.filter((task) => task.status === "stale")).toEqual([]);
});

test("drafts are append-only: regenerating brings the template back and keeps what was written", async () => {
  const { id } = await approvedProject();
  const path = "README.md";
  good(await saveDraft(caller(), { projectId: id, path, text: "# Mine\n", source: "edit" }));
  good(await decideTask(caller(), id, { kind: "regenerate", path }));
  const { drafts, tasks } = good(await loadGeneration(caller(), id));
  expect(drafts.filter((draft) => draft.path === path).map(({ number, source }) => [number, source])).toEqual([
    [1, "edit"],
    [2, "template"],
  ]);
  const task = tasks.find((one) => one.path === path);
  expect(task?.draft?.sha256).toBe(task?.sha256);
});

test("an earlier draft comes back as a new one under its own source, and what stands on the table does not", async () => {
  const { id } = await approvedProject();
  const path = "README.md";
  for (const text of ["# First\n", "# Second\n"])
    good(await saveDraft(caller(), { projectId: id, path, text, source: "paste" }));
  const back = (number: number) => decideTask(caller(), id, { kind: "take-back", path, number });
  expect(codes(await back(2))).toEqual(["same-text"]);
  expect(codes(await back(9))).toEqual(["not-found"]);
  good(await back(1));
  const { drafts } = good(await loadGeneration(caller(), id));
  const own = drafts.filter((draft) => draft.path === path);
  expect(own.map(({ number, source, reason }) => [number, source, reason])).toEqual([
    [1, "paste", ""],
    [2, "paste", ""],
    [3, "paste", "Draft 1 again"],
  ]);
  expect(own[2]?.sha256).toBe(own[0]?.sha256);
});

test("an aborted generation accepts nothing until it is resumed, and keeps what was accepted", async () => {
  const { id, version } = await approvedProject();
  const readme = good(await loadGeneration(caller(), id)).tasks.find(({ path }) => path === "README.md");
  good(await acceptTasks(caller(), id, version, [{ path: "README.md", sha256: readme?.draft?.sha256 ?? "" }]));
  const license = good(await loadGeneration(caller(), id)).tasks.find(({ path }) => path === "LICENSE");
  const acceptance = [{ path: "LICENSE", sha256: license?.draft?.sha256 ?? "" }];
  good(await decideTask(caller(), id, { kind: "abort", reason: "Budget" }));
  expect(codes(await acceptTasks(caller(), id, version, acceptance))).toEqual(["aborted"]);
  good(await decideTask(caller(), id, { kind: "resume" }));
  good(await acceptTasks(caller(), id, version, acceptance));
  expect(readiness(good(await loadGeneration(caller(), id))).ready.sort()).toEqual(["LICENSE", "README.md"]);
});

test("two tabs answering different questions both win, and the second answer to the same question is refused with the newer state", async () => {
  const { id, version } = good(await createProject(caller(), answers));
  good(
    await answerQuestions(caller(), {
      projectId: id,
      version,
      changes: [{ path: "architecture.logging", value: "stdlib" }],
    }),
  );
  good(
    await answerQuestions(caller(), {
      projectId: id,
      version,
      changes: [{ path: "architecture.testing", value: "unit" }],
    }),
  );
  const late = await answerQuestions(caller(), {
    projectId: id,
    version,
    changes: [{ path: "architecture.logging", value: "minimal" }],
  });
  expect(codes(late)).toEqual(["stale-version"]);
  expect((await loadProject(caller(), id))?.state.answers.architecture).toMatchObject({
    logging: "stdlib",
    testing: "unit",
  });
});

test("ten writers at once lose no accepted answer", { timeout: 60_000 }, async () => {
  const { id, version } = good(await createProject(caller(), answers));
  const lists = Array.from({ length: 10 }, (_, writer) => `no ${"abcdefghij"[writer]}`);
  const outcomes = await Promise.all(
    lists.map((text) =>
      answerQuestions(caller(), { projectId: id, version, changes: [{ path: "intake.non_goals", value: [text] }] }),
    ),
  );
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1);
  const winner = lists[outcomes.findIndex(({ ok }) => ok)];
  expect((await loadProject(caller(), id))?.state.answers.intake?.non_goals).toEqual([winner]);
  expect((await loadLog(caller(), id)).map((one) => one.version)).toEqual([1, 2]);
});

test("a stranger finds no project, whatever verb they try", async () => {
  const { id, version } = await approvedProject();
  const stranger = caller("stranger");
  expect(await loadProject(stranger, id)).toBeNull();
  expect(await loadLog(stranger, id)).toEqual([]);
  const tried = await Promise.all([
    answerQuestions(stranger, { projectId: id, version, changes: [] }),
    confirmStage(stranger, id, version, "intake"),
    runReview(stranger, id, 1),
    previewFiles(stranger, id),
    loadGeneration(stranger, id),
    acceptTasks(stranger, id, version, []),
    saveDraft(stranger, { projectId: id, path: "README.md", text: "x", source: "edit" }),
    decideTask(stranger, id, { kind: "abort", reason: "curious" }),
    deliverZip(stranger, id, 0),
  ]);
  for (const one of tried) expect(codes(one)).toEqual(["not-found"]);
  for (const odd of ["", "undefined", "../x", "a".repeat(22), id.toLowerCase()])
    expect(await loadProject(caller(), odd)).toBeNull();
});
