import { type Evidence, evidenceFile, evidenceFor } from "#lib/core/delivery/evidence.ts";
import {
  type DeliveredFile,
  type DraftSource,
  type RepositoryInput,
  repositoryFiles,
} from "#lib/core/delivery/repository.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { getContents } from "#lib/io/db/queries/get-drafts.ts";
import { rememberedVerdicts } from "./checking.ts";
import type { Generation } from "./load-generation.ts";
import { rememberedCoverage } from "./proved.ts";

export interface Readiness {
  /** Files that would be in the delivery. */
  ready: string[];
  /** Planned files that are not accepted, with what is known about them. */
  unfinished: { path: string; status: string; gap?: string }[];
  /** Accepted built-in stubs that say themselves that they are not finished. */
  stubs: string[];
}

/** What a delivery would hold now, and what it would lack. */
export function readiness(generation: Generation): Readiness {
  const planned = generation.tasks.filter((task) => task.status !== "removed");
  const accepted = planned.filter((task) => task.status === "accepted");
  return {
    ready: accepted.map(({ path }) => path),
    unfinished: planned
      .filter((task) => task.status !== "accepted")
      .map(({ path, status, gap }) => ({ path, status, ...(gap ? { gap } : {}) })),
    stubs: accepted.filter((task) => task.unfinished && task.state.acceptedSha === task.sha256).map(({ path }) => path),
  };
}

/**
 * Every file of a delivery, and what it leaves out. Unfinished tasks are left out, which must be asked for knowingly:
 * `without` repeats how many they are. Otherwise they are named and nothing is delivered.
 * @param beside what was asked for beside the plan
 */
export async function deliverable(
  generation: Generation,
  without: number,
  beside: RepositoryInput["beside"] = [],
): Promise<Result<{ files: DeliveredFile[]; unfinished: string[] }>> {
  const { unfinished } = readiness(generation);
  if (unfinished.length === without)
    return ok({ files: await acceptedFiles(generation, beside), unfinished: unfinished.map(({ path }) => path) });
  if (unfinished.length === 0)
    return refuse(
      "without",
      "other-plan",
      "Every file is accepted by now; nothing has to be left out.",
      "Look at the delivery page again.",
    );
  return err(
    unfinished.map(({ path, status }) => ({
      path,
      code: "unfinished",
      message: `${path} is ${status}.`,
      hint: "Accept it, or deliver knowingly without it.",
    })),
  );
}

/** One hash for all files of a delivery: the same for the same bytes, however they leave. */
export const deliveryHash = (files: readonly DeliveredFile[]): string =>
  sha256(files.map(({ path, text }) => `${path}\n${sha256(text)}`).join("\n"));

/** Every file of a delivery as it would leave now: accepted texts, answers, manifest, and the evidence when there is some. */
export async function acceptedFiles(
  generation: Generation,
  beside: RepositoryInput["beside"] = [],
): Promise<DeliveredFile[]> {
  const files = await acceptedTexts(generation, beside);
  const evidence = await evidenceOf(generation, files);
  return evidence ? [...files, evidenceFile(evidence)].sort((a, b) => (a.path < b.path ? -1 : 1)) : files;
}

/** What is known about the accepted files as they stand; null while nothing is. */
export async function deliveryEvidence(generation: Generation): Promise<Evidence | null> {
  return evidenceOf(generation, await acceptedTexts(generation));
}

async function evidenceOf(generation: Generation, files: readonly DeliveredFile[]): Promise<Evidence | null> {
  const delivered = asDelivered(generation);
  const [remembered, coverage] = await Promise.all([rememberedVerdicts(delivered), rememberedCoverage(delivered)]);
  const verdicts = [...remembered.values()];
  const proved = verdicts.map(({ path, sha256: hash, outcomes }) => {
    const { by, acknowledgement } = generation.state.tasks[path] ?? {};
    const accepted = by ? { by: by.kind, ...(acknowledgement ? { acknowledgement } : {}) } : undefined;
    return { path, sha256: hash, ...(accepted ? { accepted } : {}), outcomes };
  });
  return evidenceFor(files, proved, Object.assign({}, ...verdicts.map(({ toolchains }) => toolchains)), coverage);
}

/** The plan with nothing but what is delivered: a proof of newer drafts says nothing about accepted ones. */
const asDelivered = (generation: Generation): Generation => ({
  ...generation,
  tasks: generation.tasks.map((task) => {
    const { acceptedSha, draftNumber = 1 } = task.state;
    const accepted = task.status === "accepted" && acceptedSha;
    return {
      ...task,
      draft: accepted ? { number: draftNumber, sha256: acceptedSha, source: "template", saved: true } : null,
    };
  }),
});

async function acceptedTexts(generation: Generation, beside: RepositoryInput["beside"] = []): Promise<DeliveredFile[]> {
  const accepted = generation.tasks.filter((task) => task.status === "accepted" && task.state.acceptedSha);
  const texts = await getContents(accepted.map((task) => task.state.acceptedSha as string));
  const sources = new Map(generation.drafts.map((draft) => [`${draft.path}\n${draft.sha256}`, draft.source]));
  const contents = accepted.map((task): [string, { text: string; source: DraftSource; draftNumber: number }] => {
    const hash = task.state.acceptedSha as string;
    return [
      task.path,
      {
        text: texts.get(hash) ?? task.text ?? "",
        source: sources.get(`${task.path}\n${hash}`) ?? "template",
        draftNumber: task.state.draftNumber ?? 1,
      },
    ];
  });
  const { design, blueprint, templatesDigest, tasks } = generation;
  return repositoryFiles({
    design,
    blueprint: { ...blueprint, tasks },
    templatesDigest,
    accepted: new Map(contents),
    beside,
  });
}
