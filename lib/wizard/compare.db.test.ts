import { expect, test } from "vitest";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { compareDesigns } from "#lib/core/compare/compare-designs.ts";
import { both } from "#lib/core/compare/sides.ts";
import { linkTo } from "#lib/core/link/design-link.ts";
import type { Result } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { noteOf, sideGroups } from "#lib/core/view/side-choices.ts";
import { answerQuestions } from "./answer-questions.ts";
import type { Caller } from "./caller.ts";
import { createProject } from "./create-project.ts";
import { loadLog } from "./load-project.ts";
import { loadSides, type SidesWanted } from "./load-sides.ts";
import { tryAnswers } from "./try-answers.ts";
import { undoChange } from "./undo-change.ts";

const caller = (owner: string): Caller => ({
  ownerHash: sha256(owner),
  actor: { kind: "owner", name: "" },
  now: new Date("2026-11-21T00:00:00Z"),
});
const mine = caller("compare-owner");
const [clinic, library] = examples.map(({ answers }) => answers) as [Answers, Answers];

function good<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const compared = async (id: string, wanted: SidesWanted) =>
  compareDesigns(both(good(await loadSides(mine, id, wanted)), ({ side }) => side));

test("a project is compared with its own past, with another one of its owner, and with what was pasted", async () => {
  const { id, version } = good(await createProject(mine, clinic));
  const changes = [{ path: "architecture.logging", value: "stdlib" }];
  good(await answerQuestions(mine, { projectId: id, version, changes }));

  const since = await compared(id, { left: "v1", right: "now" });
  expect(since.decisions.map(({ path }) => path)).toEqual(["architecture.logging"]);
  expect((await compared(id, { left: "now", right: "now" })).same).toBe(true);

  const other = good(await createProject(mine, library));
  const between = await compared(id, { left: `${id}@1`, right: other.id });
  expect(between.decisions.map(({ path }) => path)).toContain("intake.purpose");

  for (const document of [JSON.stringify(clinic), await linkTo("http://localhost:3000", JSON.stringify(clinic))]) {
    const pasted = await compared(id, { left: "pasted", right: "now", documents: { left: document } });
    expect(pasted.decisions.map(({ path }) => path)).toEqual(["architecture.logging"]);
  }

  const same = await compared(id, { left: "pasted", right: "v1", documents: { left: JSON.stringify(clinic) } });
  expect(same.files).toEqual([]);
  expect(same.same).toBe(true);

  const [left, right] = [await linkTo("http://localhost:3000", JSON.stringify(clinic)), JSON.stringify(library)];
  const elsewhere = await compared(id, { left: "pasted", right: "pasted", documents: { left, right } });
  expect(elsewhere.decisions).toEqual((await compared(id, { left: "v1", right: other.id })).decisions);

  const groups = sideGroups(await loadLog(mine, id), [{ ...other, title: "the other", updatedAt: "2026-11-20" }], 0);
  const offered = groups.flatMap(({ choices }) => choices.map(({ reference }) => reference));
  expect(offered).toEqual(["now", "v1", other.id, "pasted"]);
  expect(noteOf(groups, "v1", 1)).toContain("version 1");
});

test("a project of somebody else, a version that never was and nonsense are refused alike", async () => {
  const { id } = good(await createProject(mine, clinic));
  const foreign = good(await createProject(caller("somebody-else"), library));
  const absent = "AAAAAAAAAAAAAAAAAAAAAA";
  const refusal = async (left: string, document?: string) => {
    const loaded = await loadSides(mine, id, { left, right: "now", documents: { left: document } });
    return loaded.ok ? "loaded" : JSON.stringify(loaded.error).replaceAll(left, "");
  };
  expect(await refusal(foreign.id)).toBe(await refusal(absent));
  expect(await refusal(`${foreign.id}@1`)).toBe(await refusal(absent));
  for (const left of ["v0", "v999", "v-1", "../now", "", "v1e3"]) expect(await refusal(left)).not.toBe("loaded");
  for (const document of ["", "not json", '{"plumbline":1}', "http://x/#design=QUJDREVGRw"])
    expect(await refusal("pasted", document)).not.toBe("loaded");
  const half = await loadSides(mine, id, {
    left: "pasted",
    right: "pasted",
    documents: { left: JSON.stringify(clinic) },
  });
  expect(half).toMatchObject({ ok: false, error: [{ code: "missing" }] });
  const stranger = await loadSides(caller("nobody"), id, { left: "now", right: "v1" });
  expect(stranger.ok).toBe(false);
});

test("another answer is tried without being kept", async () => {
  const { id, version } = good(await createProject(mine, clinic));
  const sides = good(await tryAnswers(mine, id, [{ path: "features.api", value: "flask" }]));
  expect(compareDesigns(sides).decisions.map(({ path }) => path)).toEqual(["features.api"]);
  const dropped = compareDesigns(good(await tryAnswers(mine, id, [{ path: "features.api", value: "none" }])));
  expect(dropped.decisions.map(({ path }) => path)).toEqual(["features.api", "features.api_purpose"]);
  expect(await loadLog(mine, id)).toHaveLength(version);
  const wrong = await tryAnswers(mine, id, [{ path: "features.api", value: "cobol" }]);
  expect(wrong.ok).toBe(false);
});

/** One of each kind of question, the last a question whose editor fills another one along with it. */
const WISHES: Record<string, { path: string; value: unknown }[]> = {
  text: [{ path: "intake.description", value: "Lets clinics hold slots, and never books one twice" }],
  list: [{ path: "intake.non_goals", value: ["no payments", "no reminders"] }],
  choices: [{ path: "intake.users", value: ["internal_team"] }],
  "number-choice": [{ path: "intake.tier", value: 4 }],
  toggle: [{ path: "features.ci", value: false }],
  resources: [
    {
      path: "structure.resources",
      value: [
        { name: "Slot", plural: "slots", fields: [{ name: "room", type: "str", required: true, max_length: 20 }] },
      ],
    },
  ],
  modules: [{ path: "structure.modules", value: [{ name: "rates", purpose: "Rates", api: "def rate() -> int: ..." }] }],
  paths: [{ path: "structure.paths", value: ["data/", "notes/today.md"] }],
  "taken back": [{ path: "structure.modules", value: null }],
  guided: [
    { path: "structure.mode", value: "guided" },
    {
      path: "structure.guided",
      value: {
        components: ["billing"],
        exposure: "api",
        folders: ["data"],
        examples: true,
        tests: "apart",
        docs: "none",
      },
    },
    { path: "structure.paths", value: ["data/"] },
  ],
};

test.for(Object.entries(WISHES))(
  "what %s would do is what it does when it is given, and undo leads back",
  async ([, changes]) => {
    const { id, version } = good(await createProject(mine, clinic));
    const tried = compareDesigns(good(await tryAnswers(mine, id, changes)));
    expect(tried.same).toBe(false);
    expect(await loadLog(mine, id)).toHaveLength(version);

    const given = good(await answerQuestions(mine, { projectId: id, version, changes }));
    expect(await compared(id, { left: `v${version}`, right: "now" })).toEqual(tried);
    expect(compareDesigns(good(await tryAnswers(mine, id, changes))).same).toBe(true);

    good(await undoChange(mine, id, given.version));
    expect((await compared(id, { left: `v${version}`, right: "now" })).same).toBe(true);
  },
);

test("what cannot be an answer is refused at its place, and is not tried in part", async () => {
  const { id, version } = good(await createProject(mine, clinic));
  const changes = [
    { path: "intake.description", value: "Another sentence about the clinic" },
    { path: "structure.resources", value: [{ name: "slot", plural: "slots", fields: [] }] },
    { path: "structure.paths", value: ["../outside"] },
  ];
  const refused = await tryAnswers(mine, id, changes);
  expect(refused.ok ? [] : refused.error.map(({ path }) => path)).toEqual(
    expect.arrayContaining([
      expect.stringContaining("structure.resources[0]"),
      expect.stringContaining("structure.paths[0]"),
    ]),
  );
  expect(await loadLog(mine, id)).toHaveLength(version);
});
