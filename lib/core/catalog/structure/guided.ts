import { z } from "zod";
import type { EditorDecision } from "../define.ts";

/** The six answers of the guided structure (WORKFLOW 4). */
export interface GuidedAnswers {
  /** Names of separate components, each a package of its own below the package. */
  components: string[];
  exposure: "none" | "api" | "cli" | "both";
  folders: ("configuration" | "data" | "schemas")[];
  examples: boolean;
  /** `beside`: next to the code they test; `apart`: in `tests/`. */
  tests: "beside" | "apart";
  docs: "none" | "markdown" | "sphinx" | "mkdocs";
}

export const guided: EditorDecision<"guided", GuidedAnswers, "optional"> = {
  kind: "guided",
  id: "guided",
  stage: "structure",
  ask: "guided",
  label: "Guided layout",
  why: "",
  presence: "optional",
  schema: z.strictObject({
    components: z.array(z.string()).max(8),
    exposure: z.enum(["none", "api", "cli", "both"]),
    folders: z.array(z.enum(["configuration", "data", "schemas"])).max(3),
    examples: z.boolean(),
    tests: z.enum(["beside", "apart"]),
    docs: z.enum(["none", "markdown", "sphinx", "mkdocs"]),
  }),
};
