import { z } from "zod";
import type { EditorDecision } from "../define.ts";

export const paths: EditorDecision<"paths", string[]> = {
  kind: "paths",
  id: "paths",
  stage: "structure",
  ask: "paths",
  label: "Own files and folders",
  why: "",
  presence: "required",
  whenUnanswered: [],
  schema: z.array(z.string()),
};
