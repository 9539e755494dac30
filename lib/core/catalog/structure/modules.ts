import { z } from "zod";
import type { EditorDecision } from "../define.ts";
import type { Module } from "./resource.ts";

export const modules: EditorDecision<"modules", Module[]> = {
  kind: "modules",
  id: "modules",
  stage: "structure",
  ask: "modules",
  label: "Modules",
  why: "",
  presence: "required",
  whenUnanswered: [],
  schema: z.array(z.strictObject({ name: z.string(), purpose: z.string(), api: z.string() })),
};
