import { z } from "zod";
import type { Problem } from "../../result.ts";
import type { EditorDecision } from "../define.ts";
import { moduleNameProblems } from "./part-names.ts";

/** The six answers of the guided structure (WORKFLOW 4). */
export interface GuidedAnswers {
  /** Names of separate components, each a package of its own inside the package. */
  components: string[];
  exposure: "none" | "api" | "cli" | "both";
  folders: ("configuration" | "data" | "schemas")[];
  examples: boolean;
  /** `beside`: next to the code they test; `apart`: in `tests/`. */
  tests: "beside" | "apart";
  docs: "none" | "markdown" | "sphinx" | "mkdocs";
}

const MOST_COMPONENTS = 8;

/** The six short questions with their choices, for the form; their ids are those of {@link GuidedAnswers}. */
export const GUIDED_QUESTIONS = [
  {
    id: "components",
    kind: "list",
    ask: "Which separate components does it have?",
    help: "One name each, in snake case. Leave it empty when the package is one piece.",
    options: [],
  },
  {
    id: "exposure",
    kind: "choice",
    ask: "How is it reached?",
    help: "Only the place is set aside here; the features stage decides the framework.",
    options: [
      { id: "none", label: "Imported only" },
      { id: "api", label: "Over an API" },
      { id: "cli", label: "From the command line" },
      { id: "both", label: "Over an API and from the command line" },
    ],
  },
  {
    id: "folders",
    kind: "choices",
    ask: "Which folders do you need besides the code?",
    help: "Take only those that will hold files in the first month.",
    options: [
      { id: "configuration", label: "Configuration" },
      { id: "data", label: "Data" },
      { id: "schemas", label: "Schemas" },
    ],
  },
  {
    id: "examples",
    kind: "toggle",
    ask: "Will there be runnable examples?",
    help: "They go to examples/ and are run by the tests.",
    options: [
      { id: "true", label: "Yes" },
      { id: "false", label: "No" },
    ],
  },
  {
    id: "tests",
    kind: "choice",
    ask: "Where do tests stand?",
    help: "Apart keeps them out of the wheel; beside keeps a component and its tests in one place.",
    options: [
      { id: "apart", label: "Apart, in tests/" },
      { id: "beside", label: "Beside the code" },
    ],
  },
  {
    id: "docs",
    kind: "choice",
    ask: "Is there documentation beyond the README?",
    help: "The features stage decides what it contains.",
    options: [
      { id: "none", label: "No" },
      { id: "markdown", label: "Markdown files" },
      { id: "sphinx", label: "A Sphinx site" },
      { id: "mkdocs", label: "A MkDocs site" },
    ],
  },
] as const;

function check({ components, folders }: GuidedAnswers, path: string): Problem[] {
  const repeated = (words: readonly string[], key: string): Problem[] =>
    words.flatMap((word, index) =>
      words.indexOf(word) < index
        ? [
            {
              path: `${path}.${key}[${index}]`,
              code: "repeated",
              message: `"${word}" stands in the list twice.`,
              hint: "Remove one of the two.",
            },
          ]
        : [],
    );
  return [
    ...components.flatMap((name, index) => moduleNameProblems(name, `${path}.components[${index}]`)),
    ...repeated(components, "components"),
    ...repeated(folders, "folders"),
  ];
}

export const guided: EditorDecision<"guided", GuidedAnswers, "optional"> = {
  kind: "guided",
  id: "guided",
  stage: "structure",
  ask: "Six short questions about the layout",
  label: "Guided layout",
  why: "The answers are turned into folders in the tree, where you can still rename, move and remove them.",
  presence: "optional",
  askedWhen: ({ structure }) => structure?.mode === "guided",
  schema: z.strictObject({
    components: z.array(z.string()).max(MOST_COMPONENTS),
    exposure: z.enum(["none", "api", "cli", "both"]),
    folders: z.array(z.enum(["configuration", "data", "schemas"])).max(3),
    examples: z.boolean(),
    tests: z.enum(["beside", "apart"]),
    docs: z.enum(["none", "markdown", "sphinx", "mkdocs"]),
  }),
  check,
};
