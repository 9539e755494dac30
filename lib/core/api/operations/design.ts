import { z } from "zod";
import { extrasShape } from "../../delivery/extras.ts";
import { checkSchema } from "../documents/check.ts";
import { planSchema } from "../documents/plan.ts";
import { reviewSchema } from "../documents/review.ts";
import { tierSchema } from "../documents/tier.ts";
import { defineOperation } from "../operation.ts";
import { answersBody as body } from "./answers-body.ts";

const group = "Designs";
const mediaType = "application/json";
const curl = (name: string, more = "") => `-s --json @answers.json ${more}{origin}/api/v1/${name}`;

export const checkAnswers = defineOperation({
  id: "checkAnswers",
  method: "post",
  path: "/api/v1/check",
  title: "Whether the answers are complete and fit together",
  description: "Lists every fault at once, each with its path, what is wrong and how to mend it.",
  group,
  body,
  answer: { mediaType, description: "The answers are right.", schema: checkSchema },
  curl: curl("check"),
});

export const suggestTier = defineOperation({
  id: "suggestTier",
  method: "post",
  path: "/api/v1/tier",
  title: "The suggested tier with its reasons",
  description: "Adds up what the answers say for each of the six tiers. A suggestion changes nothing.",
  group,
  body,
  answer: { mediaType, description: "The suggestion beside the tier the answers name.", schema: tierSchema },
  curl: curl("tier"),
});

export const reviewDesign = defineOperation({
  id: "reviewDesign",
  method: "post",
  path: "/api/v1/review",
  title: "The critic's scores and findings",
  description: "Same answers, same score: no model, no clock. Each point is explained by a finding with its evidence.",
  group,
  query: z.strictObject({
    checkpoint: z
      .enum(["1", "2"])
      .default("2")
      .transform((number) => (number === "1" ? 1 : 2))
      .describe("1 judges the core decisions, 2 the whole design."),
  }),
  body,
  answer: { mediaType, description: "The review.", schema: reviewSchema },
  curl: curl("review"),
});

export const planDesign = defineOperation({
  id: "planDesign",
  method: "post",
  path: "/api/v1/plan",
  title: "The files of the repository as ordered tasks",
  description: "One task for each file: purpose, what it builds on, effort, contract and the checks it has to pass.",
  group,
  body,
  answer: { mediaType, description: "The plan.", schema: planSchema },
  curl: curl("plan"),
});

export const renderDesign = defineOperation({
  id: "renderDesign",
  method: "post",
  path: "/api/v1/render",
  title: "The whole repository as a zip",
  description:
    "Same answers, same bytes, as from the command line and the browser. A planned file without a built-in draft is not in it; the manifest inside names each with its reason.",
  group,
  query: z.strictObject(extrasShape),
  body,
  answer: {
    mediaType: "application/zip",
    description: "The zip; everything lies in one folder named like the repository.",
    headers: {
      ETag: "Names these bytes. Send it back as If-None-Match to be told 412 instead of getting them again.",
      "Plumbline-Files": "How many files are inside.",
      "Plumbline-Missing": "How many planned files have no built-in draft and are not inside.",
    },
  },
  problems: ["same-as-yours"],
  curl: curl("render", "-o repository.zip "),
});
