"use server";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { z } from "zod";
import { sameOrigin } from "#app/_server/guard.ts";
import { maySay } from "#app/_server/share/lookups.ts";
import { findOpen } from "#app/_server/share/open-link.ts";
import { err, ok, type Result, refuse } from "#lib/core/result.ts";
import { anchorSchema } from "#lib/core/share/known-anchor.ts";
import { VERDICTS } from "#lib/core/share/limits.ts";
import { addComment } from "#lib/wizard/add-comment.ts";
import { giveVerdict } from "#lib/wizard/give-verdict.ts";
import type { OpenLink } from "#lib/wizard/open-link.ts";

/** Longer than any text may be, so that it is refused with its number of characters. */
const words = z.string().max(20_000);

const saying = z.object({
  name: words,
  text: words,
  about: z.union([z.strictObject({ anchor: anchorSchema }), z.strictObject({ parentId: z.string().max(64) })]),
});
const judgement = z.object({ name: words, text: words, verdict: z.enum(VERDICTS) });

/** Writes down what somebody with a link says about a part of the design. */
export async function say(token: string, input: z.infer<typeof saying>): Promise<Result<true>> {
  return throughLink(token, saying, input, (open, { name, ...said }) =>
    addComment(open.caller, open.projectId, { kind: "reviewer", linkId: open.linkId, name }, said),
  );
}

/** Writes down what somebody with a link thinks of the design. */
export async function judge(token: string, input: z.infer<typeof judgement>): Promise<Result<true>> {
  return throughLink(token, judgement, input, (open, given) => giveVerdict(open.caller, open.projectId, open, given));
}

/** The steps of everything that is said: own origin, open link, parsed input, not too often, one verb. */
async function throughLink<I>(
  token: string,
  schema: z.ZodType<I>,
  input: unknown,
  verb: (open: OpenLink, input: I) => Promise<Result<unknown>>,
): Promise<Result<true>> {
  const origin = await sameOrigin();
  if (!origin.ok) return origin;
  const open = await findOpen(z.string().max(64).catch("").parse(token));
  if (!open) return CLOSED;
  const parsed = schema.safeParse(input);
  if (!parsed.success)
    return err(
      parsed.error.issues.map(({ path, message }) => ({ path: path.join("."), code: "bad-request", message })),
    );
  if (!maySay(open.linkId, await headers())) return TOO_OFTEN;
  const done = await verb(open, parsed.data);
  if (!done.ok) return done;
  refresh();
  return ok(true);
}

const CLOSED = refuse(
  "link",
  "not-found",
  "This link does not open anything any more.",
  "Copy your text, then ask the owner for a new link.",
);
const TOO_OFTEN = refuse(
  "link",
  "too-often",
  "You sent very many texts within a minute.",
  "Send it again in a minute.",
);
