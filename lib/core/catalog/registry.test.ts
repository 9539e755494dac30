import { readdirSync } from "node:fs";
import { expect, test } from "vitest";
import { parseAnswers } from "./answers.ts";
import type { Decision } from "./define.ts";
import { examples } from "./examples.ts";
import { ASKED_STAGES, catalog, decisionAt, decisions, pathOf, STAGE_DECISIONS } from "./index.ts";
import { PYTHON_VERSIONS, versionsFrom } from "./intake/python-version.ts";
import { shaped } from "./shape.ts";
import { checkpoints, stages } from "./stages.ts";

const isDecision = (value: unknown): value is Decision =>
  typeof value === "object" && value !== null && "kind" in value && "presence" in value;

const exported = await Promise.all(
  ASKED_STAGES.flatMap((stage) =>
    readdirSync(new URL(`./${stage}/`, import.meta.url))
      .filter((file) => file.endsWith(".ts") && !file.endsWith(".test.ts"))
      .map(async (file) => ({
        stage,
        file,
        values: Object.values((await import(/* @vite-ignore */ `./${stage}/${file}`)) as object).filter(isDecision),
      })),
  ),
);
const declared = exported.filter(({ values }) => values.length > 0);

test("every decision file is in the registry, under its own id and stage, and the registry holds nothing else", () => {
  expect(declared.length).toBeGreaterThan(30);
  for (const { stage, file, values } of declared) {
    expect(values, file).toHaveLength(1);
    const decision = values[0] as Decision;
    expect(`${decision.id.replaceAll("_", "-")}.ts`).toBe(file);
    expect(decision.stage).toBe(stage);
    expect((catalog[stage] as Record<string, unknown>)[decision.id]).toBe(decision);
  }
  expect(declared.map(({ values }) => values[0]?.id).sort()).toEqual(decisions.map(({ id }) => id).sort());
});

test("ids are unique across stages, keys of the registry are ids, and paths find their decision", () => {
  expect(new Set(decisions.map(({ id }) => id)).size).toBe(decisions.length);
  for (const stage of ASKED_STAGES)
    expect(Object.keys(catalog[stage])).toEqual(STAGE_DECISIONS[stage].map(({ id }) => id));
  for (const decision of decisions) expect(decisionAt(pathOf(decision))).toBe(decision);
  expect(decisionAt("architecture.constructor")).toBeUndefined();
});

test("every decision and option has all its texts, in sentences, without marketing", () => {
  for (const decision of decisions) {
    const where = pathOf(decision);
    expect(decision.ask.length, where).toBeGreaterThan(8);
    expect(decision.label.length, where).toBeGreaterThan(1);
    expect(decision.why, where).toMatch(/\.$/);
    if (!("options" in decision)) continue;
    expect(decision.options.length, where).toBeGreaterThanOrEqual(2);
    expect(new Set(decision.options.map(({ id }) => id)).size, where).toBe(decision.options.length);
    for (const { id, label, summary, chooseWhen, costs, changes } of decision.options) {
      expect(label, `${where} ${id}`).not.toBe("");
      for (const text of [summary, chooseWhen, costs, changes]) {
        expect(text, `${where} ${id}`).toMatch(/^[A-Z.0-9a-z].{3,}\.$/);
        expect(text, `${where} ${id}`).not.toMatch(/!|best|powerful|seamless|blazing|robust|easy|simply|modern-day/i);
      }
    }
  }
});

test("the ids of the options are those of the answers file", () => {
  const ids = (path: string) => {
    const decision = decisionAt(path);
    return decision && "options" in decision ? decision.options.map(({ id }) => id).join(" ") : "";
  };
  expect(ids("intake.purpose")).toBe("external_api internal_service library research cli_batch");
  expect(ids("intake.users")).toBe("external internal_team developers automated personal");
  expect(ids("intake.python_version")).toBe("3.10 3.11 3.12 3.13 3.14 3.15");
  expect(ids("intake.deployment")).toBe("local docker cloud multiple undecided");
  expect(ids("intake.tier")).toBe("1 2 3 4 5 6");
  expect(ids("architecture.dependency_manager")).toBe("uv poetry pdm pip_requirements pip_pyproject");
  expect(ids("architecture.testing")).toBe("none unit unit_integration comprehensive");
  expect(ids("architecture.auth")).toBe("none api_key jwt undecided");
  expect(ids("features.api")).toBe("none fastapi flask strawberry graphene other");
  expect(ids("features.web_ui")).toBe("none jinja2 spa html_forms admin_framework");
  expect(ids("features.docs_content")).toBe("api_reference tutorials architecture contributing");
});

test("suggestions are answers their decision accepts, for every example and while answers are still missing", () => {
  const starts = examples.flatMap(({ answers }) => [
    answers,
    { intake: answers.intake },
    { intake: { purpose: answers.intake.purpose } },
    {},
  ]);
  for (const answers of starts) {
    for (const decision of decisions) {
      const suggestion = decision.suggest?.(answers);
      if (!suggestion) continue;
      expect(shaped(decision.schema as never, suggestion.value, pathOf(decision)), pathOf(decision)).toMatchObject({
        ok: true,
      });
      expect(decision.check?.(suggestion.value as never, "", answers) ?? []).toEqual([]);
      expect(suggestion.reason, pathOf(decision)).toMatch(/^[a-z0-9].{15,}[^.]$/);
    }
  }
});

test("a suggestion never lies over the ceiling of the tier it is made for", () => {
  for (const tier of [1, 2, 3, 4, 5, 6]) {
    for (const { answers } of examples) {
      const here = { ...answers, intake: { ...answers.intake, tier } };
      for (const decision of decisions) {
        const suggestion = decision.suggest?.(here);
        if (!suggestion || !("options" in decision) || (tier === 6 && answers.intake.purpose !== "library")) continue;
        const chosen = decision.options.find(({ id }) => id === String(suggestion.value));
        expect(chosen?.aboveCeiling?.(here) ?? null, `${pathOf(decision)} at tier ${tier}`).toBeNull();
      }
    }
  }
});

test("every gate says which answer its silence is", () => {
  const gates = decisions.filter(({ gate }) => gate);
  expect(gates.map(({ id }) => id)).toEqual([
    "api",
    "web_ui",
    "demos",
    "docs_site",
    "readme_languages",
    "outbound",
    "ci",
    "devcontainer",
    "dockerfile",
    "precommit",
  ]);
  for (const { whenUnanswered } of gates) expect([false, "none", []]).toContainEqual(whenUnanswered);
});

test("the examples are complete answers as they stand, the first being the one of the design", () => {
  for (const { id, answers } of examples)
    expect(parseAnswers(JSON.parse(JSON.stringify(answers))), id).toEqual({ ok: true, value: answers });
  expect(examples[0]?.answers.intake.package_name).toBe("clinic_booking");
  expect(new Set(examples.map(({ id }) => id)).size).toBe(examples.length);
});

test("five stages are numbered in order and each checkpoint follows a stage", () => {
  expect(stages.map(({ number }) => number)).toEqual([0, 1, 2, 3, 4]);
  expect(checkpoints.map(({ after }) => after)).toEqual(["architecture", "features"]);
});

test("the matrix begins at the floor and ends at the newest Python", () => {
  expect(versionsFrom("3.13")).toEqual(["3.13", "3.14", "3.15"]);
  expect(versionsFrom("3.10")).toHaveLength(PYTHON_VERSIONS.length);
});
