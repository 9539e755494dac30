import { expect, test } from "vitest";
import { answersDocument } from "#lib/core/project/complete.ts";
import { db } from "#lib/io/db/client.ts";
import { json } from "#lib/io/db/commands/change-project.ts";
import { answerQuestions } from "./answer-questions.ts";
import { approvedProject, codes, good, owner } from "./approved-project.fixture.ts";
import { loadFeasibility } from "./load-feasibility.ts";

const caller = owner("feasibility");

test("a proof counts for exactly the answers it ran with, comes back with them, and is nobody else's", async () => {
  const state = await approvedProject(caller);
  expect(good(await loadFeasibility(caller, state.id))).toBeNull();
  await db().run.create({
    data: {
      id: "feasible",
      projectId: state.id,
      kind: "feasibility",
      paths: [],
      files: json({ answers: answersDocument(state), plan: state.plan, files: [] }),
      status: "done",
      result: {},
      actor: json(caller.actor),
      finishedAt: caller.now,
    },
  });
  expect(good(await loadFeasibility(caller, state.id))).toMatchObject({ run: { id: "feasible" }, current: true });
  const say = async (version: number, value: string) =>
    good(
      await answerQuestions(caller, {
        projectId: state.id,
        version,
        changes: [{ path: "intake.author", value }],
        reasons: {},
      }),
    );
  const changed = await say(state.version, "Somebody else");
  expect(good(await loadFeasibility(caller, state.id))).toMatchObject({ run: { id: "feasible" }, current: false });
  await say(changed.version, state.answers.intake?.author as string);
  expect(good(await loadFeasibility(caller, state.id))).toMatchObject({ current: true });
  expect(codes(await loadFeasibility(owner("stranger"), state.id))).toEqual(["not-found"]);
});
