import type { Result } from "#lib/core/result.ts";
import type { LinkScope } from "#lib/core/share/limits.ts";

export interface NewLink {
  label: string;
  scope: LinkScope;
  days: number;
}

/** What the owner can do about links and comments. The address of a new link is in the answer, and never again. */
export interface ShareActions {
  make(link: NewLink): Promise<Result<{ address: string }>>;
  revoke(linkId: string): Promise<Result<true>>;
  answer(threadId: string, text: string): Promise<Result<unknown>>;
  resolve(threadId: string, resolved: boolean): Promise<Result<true>>;
}
