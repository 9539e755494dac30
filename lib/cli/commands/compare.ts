import { comparisonDocument } from "#lib/core/api/documents/compare.ts";
import { readTwoDesigns } from "#lib/core/api/operations/compare.ts";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { compareDesigns, type DesignComparison } from "#lib/core/compare/compare-designs.ts";
import { patchBetween } from "#lib/core/compare/patch.ts";
import { both, type Sides } from "#lib/core/compare/sides.ts";
import { evidenceText } from "#lib/core/view/designs-view.ts";
import { designSide } from "#lib/wizard/comparing.ts";
import { BadInput, data, EXIT, type ExitCode, json } from "../output.ts";
import { readDocument } from "../read-answers.ts";

/** Compares two designs as `diff` compares two files: exit code 1 when they differ. */
export async function run(
  left: string,
  options: Record<string, string | boolean | undefined>,
  right = "",
): Promise<ExitCode> {
  if (left === "-" && right === "-")
    throw new BadInput([
      {
        path: "right",
        code: "twice",
        message: "Standard input can be read only once.",
        hint: "Name a file for one of the sides.",
      },
    ]);
  const sides = both(readSides({ left, right }), (answers) => designSide(answers));
  const found = compareDesigns(sides);
  const patch = options.patch ? patchBetween(both(sides, ({ files }) => files)) : undefined;
  if (options.json) json(comparisonDocument(found, patch));
  // As it is: a patch with an exchanged character is another patch.
  else if (patch !== undefined) process.stdout.write(patch);
  else for (const line of linesOf(found)) data(line);
  return found.same ? EXIT.done : EXIT.findings;
}

/** Reads both files; the problems of both are told, each with its side. */
function readSides(files: Sides<string>): Sides<Answers> {
  const read = readTwoDesigns(both(files, readDocument));
  if (!read.ok) throw new BadInput(read.error);
  return read.value;
}

function linesOf(found: DesignComparison): string[] {
  if (found.same) return ["No difference: the same answers, the same files."];
  return [
    ...heading("Decisions", found.decisions.map(decisionLine)),
    ...heading("Score", [`${pair(both(found.score, (side) => side?.total ?? null))} of 25`]),
    ...heading("Findings", found.findings.map(findingLine)),
    ...heading(
      `Files (${found.sameFiles} are the same)`,
      found.files.map((file) => `${markOf(file)} ${file.path}`),
    ),
    ...heading(
      "Packages",
      found.dependencies.map((one) => `${markOf(one)} ${one.group}: ${pair(one)}`),
    ),
  ];
}

const heading = (title: string, lines: readonly string[]): string[] =>
  lines.length === 0 ? [] : [title, ...lines.map((line) => `  ${line}`)];

const decisionLine = ({ path, left, right, details }: DesignComparison["decisions"][number]): string =>
  details.length > 0
    ? [path, ...details.map(({ at, ...sides }) => `  ${at}: ${pair(sides)}`)].join("\n  ")
    : `${path}: ${pair(both({ left, right }, ({ words }) => words || null))}`;

const findingLine = (finding: DesignComparison["findings"][number]): string => {
  const side = finding.left ?? finding.right;
  const line = `${markOf(finding)} ${finding.id} ${side?.level} ${side?.points}  ${side?.message}`;
  const because = evidenceText(finding).map(({ label, ...words }) => `${label}: ${pair(words)}`);
  return because.length > 0 ? `${line} (${because.join("; ")})` : line;
};

const markOf = ({ left, right }: Sides<unknown>): string => (left === null ? "+" : right === null ? "-" : "~");

const pair = ({ left, right }: Sides<string | number | null>): string => `${left ?? "none"} -> ${right ?? "none"}`;
