import { z } from "zod";
import type { EditorDecision } from "../define.ts";
import { PATH_LIMITS, pathsProblems } from "./own-path.ts";

export const paths: EditorDecision<"paths", string[]> = {
  kind: "paths",
  id: "paths",
  stage: "structure",
  ask: "Which files and folders of your own belong in the repository?",
  label: "Own files and folders",
  why: "Each of your files becomes a task with its own sub-prompt; each folder is kept. The files that follow from your other answers are there already.",
  presence: "required",
  whenUnanswered: [],
  schema: z.array(z.string()).max(PATH_LIMITS.count),
  check: pathsProblems,
};
