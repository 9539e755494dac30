import { z } from "zod";
import { extrasShape } from "../../delivery/extras.ts";
import {
  answersChangeSchema,
  planApprovalSchema,
  projectAnswersSchema,
  projectEventsSchema,
} from "../documents/project-owner.ts";
import { bodyOf, defineOperation } from "../operation.ts";
import { at, curl, mediaType, owned, project } from "./of-project.ts";
import { reportAnswer, reportQuery } from "./report.ts";

const json = { mediaType, headers: { ETag: "Send it back as If-None-Match, or as If-Match with a change." } };
const params = z.strictObject({ project });

export const getProjectAnswers = defineOperation({
  id: "getProjectAnswers",
  method: "get",
  path: `${at}/answers`,
  title: "The answers of a project",
  description: "The answers file as it stands, complete or not, and what is missing.",
  ...owned,
  params,
  answer: { ...json, description: "The answers.", schema: projectAnswersSchema },
  curl: curl("/answers"),
});

export const changeProjectAnswers = defineOperation({
  id: "changeProjectAnswers",
  method: "patch",
  path: `${at}/answers`,
  title: "Change answers of a project",
  description:
    "All of them or none. What was built on the old answers becomes stale and nothing is deleted; confirming stages and answering reviews stays with people.",
  ...owned,
  ifMatch: { of: "project", required: true },
  params,
  body: bodyOf(answersChangeSchema, { changes: { "intake.lifespan": "long" } }),
  answer: { ...json, description: "The answers after the change.", schema: projectAnswersSchema },
  curl: curl(
    "/answers",
    `-X PATCH -H 'If-Match: "v12"' -H "Idempotency-Key: $(openssl rand -hex 16)" --json '{"changes":{"intake.lifespan":"long"}}' `,
  ),
});

export const approveProjectPlan = defineOperation({
  id: "approveProjectPlan",
  method: "post",
  path: `${at}/plan/approval`,
  title: "Approve the plan of a project",
  description: "Approves the files as planned; they can then be written and accepted.",
  ...owned,
  ifMatch: { of: "project", required: true },
  params,
  answer: { ...json, description: "It is approved.", schema: planApprovalSchema },
  curl: curl("/plan/approval", `-X POST -H 'If-Match: "v12"' `),
});

export const listProjectEvents = defineOperation({
  id: "listProjectEvents",
  method: "get",
  path: `${at}/events`,
  title: "The log of a project",
  description: "Who decided what and when, oldest first. The log only grows.",
  ...owned,
  params,
  query: z.strictObject({
    after: z.coerce
      .number()
      .int()
      .min(0)
      .max(1_000_000_000)
      .default(0)
      .describe("Only what happened after this version of the project."),
  }),
  answer: { ...json, description: "The events.", schema: projectEventsSchema },
  curl: curl("/events?after=12"),
});

export const getProjectReport = defineOperation({
  id: "getProjectReport",
  method: "get",
  path: `${at}/report`,
  title: "The final report of a project",
  description: "Decisions, reviews, plan, files and checks as they stand. All forms carry the same facts.",
  ...owned,
  params,
  query: reportQuery,
  answer: reportAnswer,
  problems: ["conflict"],
  curl: curl("/report?format=md"),
});

export const getProjectRepository = defineOperation({
  id: "getProjectRepository",
  method: "get",
  path: `${at}/repository`,
  title: "The repository of a project as a zip",
  description:
    "The accepted files, as the delivery page gives them; the log notes the delivery. Files that are not accepted have to be left out knowingly.",
  ...owned,
  params,
  query: z.strictObject({
    without: z.coerce
      .number()
      .int()
      .min(0)
      .max(10_000)
      .default(0)
      .describe("How many planned files may be missing; a refusal names them."),
    ...extrasShape,
  }),
  answer: { mediaType: "application/zip", description: "The zip." },
  problems: ["conflict"],
  curl: curl("/repository", "-o repository.zip "),
});
