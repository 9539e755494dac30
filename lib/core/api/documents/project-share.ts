import { z } from "zod";
import { anchorSchema } from "../../share/known-anchor.ts";
import { LINK_DAYS, LINK_SCOPES, SAID_LIMITS, VERDICTS } from "../../share/limits.ts";

const revision = z
  .string()
  .describe("Of the project; comments leave it as it is. The ETag begins with it and changes with them.");
const at = z.string().describe("When, in ISO 8601.");

/** The id of a link or a comment. */
export const shareId = z.string().regex(/^[\w-]{22}$/);

/** What people write; its rules are judged where it is kept, so that pages and programs are told the same. */
const words = (field: keyof typeof SAID_LIMITS, description: string) =>
  z.string().meta({ description, maxLength: SAID_LIMITS[field] });

export const shareLinkSchema = z
  .object({
    id: z.string(),
    label: z.string().describe("Tells this link from the others."),
    scope: z.enum(LINK_SCOPES).describe("view: look; comment: also comment and give a verdict."),
    state: z.enum(["active", "expired", "revoked"]),
    created_at: at,
    expires_at: at,
    last_used_at: at.nullable(),
    uses: z.int().describe("How often its page was opened."),
  })
  .meta({ id: "ShareLink" });

export const projectLinksSchema = z
  .object({ project: z.string(), revision, links: z.array(shareLinkSchema).describe("The newest first.") })
  .meta({ id: "ProjectLinks" });

export const newLinkSchema = z
  .strictObject({
    label: words("label", "Tells this link from the others; it enters the log."),
    scope: z.enum(LINK_SCOPES).default("view").describe("view: look; comment: also comment and give a verdict."),
    days: z.int().min(1).max(LINK_DAYS.most).default(LINK_DAYS.usual).describe("How long it opens."),
  })
  .meta({ id: "NewShareLink" });

export const madeLinkSchema = z
  .object({
    link: shareLinkSchema,
    address: z
      .string()
      .nullable()
      .describe(
        "What colleagues open. It is shown this once and not kept: where the request is sent again under its key, it is null; then revoke the link and make another.",
      ),
  })
  .meta({ id: "MadeShareLink" });

const said = {
  id: z.string(),
  author: z.string().describe("The owner, or the name a colleague gave."),
  by_owner: z.boolean(),
  text: z.string(),
  at,
};

const anchor = anchorSchema.meta({ id: "Anchor", description: "The part of a design that a comment is about." });

export const threadSchema = z
  .object({
    ...said,
    anchor,
    about: z.string().describe("The same part in words."),
    resolved_at: at.nullable().describe("When the owner settled it; null while it waits."),
    answers: z.array(z.object(said).meta({ id: "CommentAnswer" })).describe("The oldest first."),
  })
  .meta({ id: "Thread" });

export const projectDiscussionSchema = z
  .object({
    project: z.string(),
    revision,
    threads: z.array(threadSchema).describe("The oldest first."),
    verdicts: z
      .array(
        z
          .object({
            version: z.int().describe("Of the project after it."),
            name: z.string(),
            verdict: z.enum(VERDICTS),
            text: z.string(),
            at,
            link: z.string().describe("The label of the link it came through."),
            current: z.boolean().describe("It was given for the answers as they stand now."),
            replaced: z.boolean().describe("The same person has given another one since; that one counts."),
          })
          .meta({ id: "Verdict" }),
      )
      .describe("The newest first."),
  })
  .meta({ id: "ProjectDiscussion" });

export const newCommentSchema = z
  .strictObject({
    text: words("text", "What you say, in any number of lines."),
    thread: shareId.optional().describe("The thread you answer, by its id. Leave it out to begin one."),
    anchor: anchor.optional().describe("What a new thread is about; the design as a whole unless you say otherwise."),
  })
  .refine(({ thread, anchor: about }) => !(thread && about), {
    path: ["anchor"],
    message: "An answer is about what its thread is about; give thread or anchor, not both.",
  })
  .meta({ id: "NewComment" });

export const saidCommentSchema = z
  .object({ comment: z.string().describe("The id of what was said."), thread: threadSchema })
  .meta({ id: "SaidComment" });

export const resolutionSchema = z
  .strictObject({ resolved: z.boolean().describe("false opens the thread again.") })
  .meta({ id: "Resolution" });

export type ProjectLinks = z.infer<typeof projectLinksSchema>;
export type MadeLink = z.infer<typeof madeLinkSchema>;
export type ShareLink = z.infer<typeof shareLinkSchema>;
export type ProjectDiscussion = z.infer<typeof projectDiscussionSchema>;
export type ThreadDocument = z.infer<typeof threadSchema>;
export type NewComment = z.infer<typeof newCommentSchema>;
export type SaidComment = z.infer<typeof saidCommentSchema>;
