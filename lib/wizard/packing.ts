import {
  type CommitsInput,
  type DeliveryCommit,
  deliveryCommits,
  type TaskAcceptance,
} from "#lib/core/delivery/commits.ts";
import type { Extras } from "#lib/core/delivery/extras.ts";
import { type DeliveredFile, repositoryFiles } from "#lib/core/delivery/repository.ts";
import type { Design } from "#lib/core/design/design.ts";
import { reportInRepository } from "#lib/core/report/in-repository.ts";
import type { ArchivedFile } from "#lib/io/delivery/zip.ts";
import { designReport } from "./reporting.ts";
import type { Rendered } from "./toolbox.ts";

/** Every file of a design as its built-in drafts give it, with its report where it was asked for. */
export function designFiles(rendered: Rendered, { report }: Extras): DeliveredFile[] {
  const planned = rendered.blueprint.tasks.map(({ path }) => path);
  const beside = report ? [reportInRepository(designReport(rendered), rendered.design, planned)] : [];
  return repositoryFiles({ ...rendered, beside });
}

/** The commits of a delivery in plan order, signed by those who accepted the files. */
export const commitsOf = (
  { design, tasks }: { design: Design; tasks: CommitsInput["tasks"] },
  files: readonly DeliveredFile[],
  { author }: Extras,
  acceptances: Readonly<Record<string, TaskAcceptance>> = {},
): DeliveryCommit[] =>
  deliveryCommits({
    tasks,
    files,
    acceptances: new Map(Object.entries(acceptances)),
    owner: author ?? { name: design.answers.intake.author ?? "", mail: "" },
  });

/** What a repository says of itself on a forge; GitHub takes 350 characters and no line breaks. */
export const forgeDescription = ({ answers }: Design): string =>
  answers.intake.description.replaceAll(/\s+/g, " ").trim().slice(0, 350).toWellFormed();

/** The files as they are packed: with the `.git` folder of their history where it was asked for. */
export async function packed(
  files: readonly DeliveredFile[],
  history: readonly DeliveryCommit[] | null,
): Promise<ArchivedFile[]> {
  if (!history) return [...files];
  const { gitFolder } = await import("#lib/io/delivery/git-folder.ts");
  return [...files, ...(await gitFolder(history))];
}
