import type { RepositoryUnderCheck } from "./proof.ts";

/** What a person reads when planned files that are needed have no text yet; null when none is missing. */
export function waitsFor(repository: RepositoryUnderCheck, needed: ReadonlySet<string>): string | null {
  const missing = repository.missing.filter(({ path }) => needed.has(path));
  const [first] = missing;
  if (!first) return null;
  const more = missing.length > 1 ? ` and ${missing.length - 1} more` : "";
  return `Waits for ${first.task} (${first.path})${more}, which this needs and which has no text yet.`;
}
