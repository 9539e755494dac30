import { z } from "zod";
import {
  madeLinkSchema,
  newCommentSchema,
  newLinkSchema,
  projectDiscussionSchema,
  projectLinksSchema,
  resolutionSchema,
  saidCommentSchema,
  shareId,
  shareLinkSchema,
  threadSchema,
} from "../documents/project-share.ts";
import { bodyOf, defineOperation } from "../operation.ts";
import { at, curl, mediaType, owned, project } from "./of-project.ts";

const ofProject = z.strictObject({ project });
const read = { mediaType, headers: { ETag: "Send it back as If-None-Match." } };
const key = `-H "Idempotency-Key: $(openssl rand -hex 16)" `;

export const listProjectLinks = defineOperation({
  id: "listProjectLinks",
  method: "get",
  path: `${at}/links`,
  title: "The share links of a project",
  description: "Who was given a look at the design, until when, and whether it was used. Addresses are not kept.",
  ...owned,
  params: ofProject,
  answer: { ...read, description: "The links.", schema: projectLinksSchema },
  curl: curl("/links"),
});

export const makeProjectLink = defineOperation({
  id: "makeProjectLink",
  method: "post",
  path: `${at}/links`,
  title: "Make a share link",
  description:
    "Whoever has its address sees the design as it is, and with scope comment may comment and give a verdict, until it expires or is revoked.",
  ...owned,
  params: ofProject,
  body: bodyOf(newLinkSchema, { label: "Platform team", scope: "comment", days: 7 }),
  answer: {
    mediaType,
    description: "The link, with its address this once.",
    schema: madeLinkSchema,
    shownOnce: ["address"],
  },
  curl: curl("/links", `${key}--json '{"label":"Platform team","scope":"comment","days":7}' `),
});

export const revokeProjectLink = defineOperation({
  id: "revokeProjectLink",
  method: "delete",
  path: `${at}/links/{link}`,
  title: "Revoke a share link",
  description: "It opens nothing from now on; what was said through it stays. Revoking it again changes nothing.",
  ...owned,
  params: z.strictObject({ project, link: shareId.describe("A link by its id.") }),
  answer: { mediaType, description: "The link as it is now.", schema: shareLinkSchema },
  curl: curl("/links/$LINK", "-X DELETE "),
});

export const getProjectDiscussion = defineOperation({
  id: "getProjectDiscussion",
  method: "get",
  path: `${at}/discussion`,
  title: "What was said about a project",
  description: "The threads with their answers, and the verdicts that colleagues gave.",
  ...owned,
  params: ofProject,
  answer: { ...read, description: "The discussion.", schema: projectDiscussionSchema },
  curl: curl("/discussion"),
});

export const addProjectComment = defineOperation({
  id: "addProjectComment",
  method: "post",
  path: `${at}/discussion`,
  title: "Comment on a project, or answer a thread",
  description: "In the owner's name. What is said is never changed afterwards.",
  ...owned,
  params: ofProject,
  body: bodyOf(newCommentSchema, {
    text: "Why no message broker?",
    anchor: { kind: "decision", path: "features.outbound" },
  }),
  answer: { mediaType, description: "The thread with what was said.", schema: saidCommentSchema },
  curl: curl("/discussion", `${key}--json '{"text":"All of them","thread":"'$THREAD'"}' `),
});

export const resolveProjectComment = defineOperation({
  id: "resolveProjectComment",
  method: "post",
  path: `${at}/discussion/{comment}/resolution`,
  title: "Settle a thread, or open it again",
  description: "Settled threads stay where they are and count no longer as waiting.",
  ...owned,
  params: z.strictObject({ project, comment: shareId.describe("A thread by its id.") }),
  body: bodyOf(resolutionSchema, { resolved: true }),
  answer: { mediaType, description: "The thread as it is now.", schema: threadSchema },
  curl: curl("/discussion/$THREAD/resolution", `--json '{"resolved":true}' `),
});
