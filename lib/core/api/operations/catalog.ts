import { z } from "zod";
import { examples } from "../../catalog/examples.ts";
import { ASKED_STAGES } from "../../catalog/index.ts";
import { catalogSchema } from "../documents/catalog.ts";
import { defineOperation } from "../operation.ts";
import { answersDocumentSchema } from "./answers-body.ts";

const json = { mediaType: "application/json", headers: { ETag: "Send it back as If-None-Match to get a 304." } };
const group = "Questions";

export const getCatalog = defineOperation({
  id: "getCatalog",
  method: "get",
  path: "/api/v1/catalog",
  title: "Every question with its options",
  description: "The catalog by stage, in the order it is asked: what each option is, when to choose it, what it costs.",
  group,
  query: z.strictObject({ stage: z.enum(ASKED_STAGES).optional().describe("Only this stage.") }),
  answer: { ...json, description: "The questions.", schema: catalogSchema },
  curl: "-s {origin}/api/v1/catalog",
});

export const getSchema = defineOperation({
  id: "getSchema",
  method: "get",
  path: "/api/v1/schema",
  title: "The JSON Schema of an answers document, or of a report",
  description: "For editors and generators. Grammars of names and clashes between answers are checked by check alone.",
  group,
  query: z.strictObject({ of: z.enum(["answers", "report"]).default("answers").describe("Which document.") }),
  answer: { ...json, mediaType: "application/schema+json", description: "JSON Schema, 2020-12." },
  curl: "-s {origin}/api/v1/schema",
});

export const getExample = defineOperation({
  id: "getExample",
  method: "get",
  path: "/api/v1/examples/{example}",
  title: "A complete answers document to start from",
  description: examples.map(({ id, line }) => `${id}: ${line}`).join(" "),
  group,
  params: z.strictObject({ example: z.enum(examples.map(({ id }) => id) as [string, ...string[]]) }),
  answer: { ...json, description: "An answers document.", schema: answersDocumentSchema },
  curl: `-s {origin}/api/v1/examples/${examples[0]?.id} > answers.json`,
});
