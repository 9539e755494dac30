import { z } from "zod";
import type { EditorDecision } from "../define.ts";
import { FIELD_TYPES, type Resource } from "./resource.ts";
import { RESOURCE_LIMITS, resourcesProblems } from "./resource-problems.ts";

const field = z.strictObject({
  name: z.string(),
  type: z.enum(FIELD_TYPES),
  required: z.boolean().optional(),
  unique: z.boolean().optional(),
  min_length: z.int().optional(),
  max_length: z.int().optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  digits: z.int().optional(),
  places: z.int().optional(),
  values: z.array(z.string()).optional(),
});

const lifecycle = z.strictObject({
  states: z.array(z.string()),
  transitions: z.array(z.strictObject({ name: z.string(), from: z.array(z.string()), to: z.string() })),
});

export const resources: EditorDecision<"resources", Resource[]> = {
  kind: "resources",
  id: "resources",
  stage: "structure",
  ask: "What does the backend keep?",
  label: "Resources",
  why: "A resource becomes working code at every layer: rules, storage, routes and tests. Its fields, limits and lifecycle are checked wherever values come in.",
  presence: "required",
  whenUnanswered: [],
  schema: z
    .array(
      z.strictObject({ name: z.string(), plural: z.string(), fields: z.array(field), lifecycle: lifecycle.optional() }),
    )
    .max(RESOURCE_LIMITS.resources),
  check: resourcesProblems,
};
