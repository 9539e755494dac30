import type { Answers } from "../../catalog/answers.ts";
import { examples } from "../../catalog/examples.ts";
import { type Design, designFrom } from "../../design/design.ts";
import { toolchains } from "../toolchains/index.ts";
import type { ManagerId } from "../toolchains/toolchain.ts";

export const MANAGERS = Object.keys(toolchains) as ManagerId[];

/** An example's answers with parts of stages replaced, as a design; for tests of documents. */
export function designWith(base: Answers, changes: { [S in keyof Answers]?: Partial<Answers[S]> }): Design {
  const stages = Object.entries(changes).map(([stage, part]) => [
    stage,
    { ...(base[stage as keyof Answers] as object), ...(part as object) },
  ]);
  return designFrom({ ...base, ...Object.fromEntries(stages) });
}

const answersOf = (purpose: Answers["intake"]["purpose"], tier: number): Answers => {
  const found = examples.find(({ answers }) => answers.intake.purpose === purpose && answers.intake.tier === tier);
  if (!found) throw new Error(`no example with purpose ${purpose} at tier ${tier}`);
  return found.answers as Answers;
};

export const serviceAnswers: Answers = answersOf("external_api", 3);
export const libraryAnswers: Answers = answersOf("library", 6);

/** Every pair of an example and a manager. */
export const samples: readonly { name: string; design: Design }[] = [serviceAnswers, libraryAnswers].flatMap(
  (answers) =>
    MANAGERS.map((manager) => ({
      name: `${answers.intake.purpose} with ${manager}`,
      design: designWith(answers, { architecture: { dependency_manager: manager } }),
    })),
);
