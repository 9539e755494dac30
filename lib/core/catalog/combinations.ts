import { snakeCase } from "../design/names.ts";
import type { Problem } from "../result.ts";
import type { PartialAnswers } from "./answers.ts";
import { isService } from "./answers-read.ts";
import { pathsProblems } from "./structure/own-path.ts";

/** Two answers that cannot both hold. What is merely unwise is the critic's to say. */
interface Combination {
  /** The answers it looks at, as dotted paths; all must be given. */
  reads: readonly string[];
  problem(answers: PartialAnswers): Problem | null;
}

/** What is refused together, whichever of the answers came last. */
export const COMBINATIONS: readonly Combination[] = [
  {
    reads: ["intake.purpose", "structure.resources"],
    problem: (answers) =>
      isService(answers) && answers.structure?.resources?.length === 0
        ? {
            path: "structure.resources",
            code: "no_resource",
            message: "A service keeps at least one resource, and none is given.",
            hint: "Add one resource with its fields, or change intake.purpose to a library, a prototype or a batch tool.",
          }
        : null,
  },
  {
    reads: ["intake.package_name", "structure.resources"],
    problem({ intake, structure }) {
      const index = (structure?.resources ?? []).findIndex(({ name }) => snakeCase(name) === intake?.package_name);
      return index === -1
        ? null
        : {
            path: `structure.resources[${index}].name`,
            code: "shadows_package",
            message: `The package is called "${intake?.package_name}" too, and the resource's name would hide it in code.`,
            hint: "Rename the resource, or the package in the intake.",
          };
    },
  },
  {
    reads: ["features.web_ui", "architecture.persistence"],
    problem: ({ features, architecture }) =>
      features?.web_ui === "admin_framework" && architecture?.persistence === "none"
        ? {
            path: "features.web_ui",
            code: "nothing_to_administer",
            message: "An admin framework edits stored rows, and architecture.persistence is none.",
            hint: 'Choose "none", or "sqlite" or "postgres" as persistence.',
          }
        : null,
  },
  {
    reads: ["intake.package_name", "structure.paths"],
    problem({ intake, structure }) {
      const generated = generatedPlaces(intake?.package_name ?? "");
      const found = pathsProblems([...generated, ...(structure?.paths ?? [])], "").find(
        ({ path, code }) => code !== "repeated" && Number(path.slice(1, -1)) >= generated.length,
      );
      if (!found) return null;
      return { ...found, path: `structure.paths[${Number(found.path.slice(1, -1)) - generated.length}]` };
    },
  },
];

/** Files that stand in every repository, and folders a file of one's own must not take the place of. */
const generatedPlaces = (packageName: string): string[] => [
  "README.md",
  "LICENSE",
  "pyproject.toml",
  ".gitignore",
  `src/${packageName}/__init__.py`,
  "tests/unit/",
  "docs/adr/",
  "examples/quickstart.py",
  ".github/workflows/ci.yml",
];
