import { z } from "zod";
import type { EditorDecision } from "../define.ts";
import { MODULE_LIMITS, modulesProblems } from "./module-problems.ts";
import type { Module } from "./resource.ts";

export const modules: EditorDecision<"modules", Module[]> = {
  kind: "modules",
  id: "modules",
  stage: "structure",
  ask: "Which modules do you want by their public API?",
  label: "Modules",
  why: "A module becomes one file with exactly these public names. Its first draft is a typed stub that says so, and it is reported as unfinished until you or an agent replace it.",
  presence: "required",
  whenUnanswered: [],
  schema: z
    .array(
      z.strictObject({
        name: z.string(),
        purpose: z.string().max(MODULE_LIMITS.purpose),
        api: z.string().max(MODULE_LIMITS.api),
      }),
    )
    .max(MODULE_LIMITS.modules),
  check: modulesProblems,
};
