import { z } from "zod";
import { ok, type Result, refuse } from "../result.ts";
import { ANSWERS_PATH, EVIDENCE_PATH, MANIFEST_PATH } from "./repository.ts";

const hash = z.string().regex(/^[0-9a-f]{64}$/);

/** What `verify` needs of a manifest; a newer one may say more. */
const manifest = z.object({
  plumbline: z.literal(1),
  answers: hash,
  files: z.array(z.object({ path: z.string(), sha256: hash })),
  missing: z.array(z.object({ path: z.string() })).default([]),
});

const evidence = z.object({
  plumbline: z.literal(1),
  manifest: hash,
  files: z.array(z.object({ path: z.string(), sha256: hash })),
});

export interface StandingFile {
  path: string;
  /** SHA-256 of its bytes, hex. */
  sha256: string;
  text: string | null;
}

/** How a repository differs from what was delivered; every list is sorted and empty when it does not. */
export interface ManifestComparison {
  files: number;
  changed: string[];
  missing: string[];
  added: string[];
  /** The answers file against the hash in the manifest. */
  answers: "same" | "changed" | "missing";
  /** What the evidence is about against what stands here. */
  evidence: "none" | "same" | "other-manifest" | "other-content";
  /** Files that the evidence says nothing about, or something about another content. */
  unproved: string[];
  same: boolean;
}

/** Compares a repository as it stands with the manifest, and the evidence when there is some, that came with it. */
export function compareManifest(standing: readonly StandingFile[]): Result<ManifestComparison> {
  const here = new Map(standing.map((file) => [file.path, file]));
  const listed = read(here.get(MANIFEST_PATH), MANIFEST_PATH, manifest);
  if (!listed.ok) return listed;
  const proved = here.has(EVIDENCE_PATH) ? read(here.get(EVIDENCE_PATH), EVIDENCE_PATH, evidence) : null;
  if (proved && !proved.ok) return proved;
  const wanted = new Map(listed.value.files.map((file) => [file.path, file.sha256]));
  const paths = [...wanted.keys()].sort();
  const changed = paths.filter((path) => here.has(path) && here.get(path)?.sha256 !== wanted.get(path));
  const missing = paths.filter((path) => !here.has(path));
  const added = [...here.keys()].filter((path) => !wanted.has(path) && !path.startsWith(".plumbline/")).sort();
  const hashOfAnswers = here.get(ANSWERS_PATH)?.sha256;
  const answers = hashOfAnswers === undefined ? "missing" : hashOfAnswers === listed.value.answers ? "same" : "changed";
  const about = new Map((proved?.value.files ?? []).map((file) => [file.path, file.sha256]));
  const unproved = proved ? paths.filter((path) => here.has(path) && about.get(path) !== here.get(path)?.sha256) : [];
  const spoke = !proved
    ? "none"
    : proved.value.manifest !== here.get(MANIFEST_PATH)?.sha256
      ? "other-manifest"
      : unproved.some((path) => about.has(path))
        ? "other-content"
        : "same";
  return ok({
    files: paths.length,
    changed,
    missing,
    added,
    answers,
    evidence: spoke,
    unproved,
    same:
      [changed, missing, added].every((list) => list.length === 0) &&
      answers === "same" &&
      (spoke === "none" || spoke === "same"),
  });
}

/** Paths that a manifest lists as knowingly left out; none where it cannot be read. */
export function leftOut(text: string): Set<string> {
  const listed = read({ path: MANIFEST_PATH, sha256: "", text }, MANIFEST_PATH, manifest);
  return new Set(listed.ok ? listed.value.missing.map(({ path }) => path) : []);
}

function read<T>(file: StandingFile | undefined, path: string, schema: z.ZodType<T>): Result<T> {
  const restore = `Restore ${path} from the delivery.`;
  if (!file)
    return refuse(path, "missing", "The folder has no manifest, so there is nothing to compare with.", restore);
  try {
    const parsed = schema.safeParse(JSON.parse(file.text ?? ""));
    if (parsed.success) return ok(parsed.data);
    const [issue] = parsed.error.issues;
    return refuse(
      path,
      "malformed",
      `It is not what Plumbline writes: ${issue?.path.join(".")} ${issue?.message}.`,
      restore,
    );
  } catch (cause) {
    return refuse(path, "not-json", `This is not JSON: ${(cause as Error).message}.`, restore);
  }
}
