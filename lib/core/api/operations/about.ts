import { z } from "zod";
import { limitsSchema } from "../documents/limits.ts";
import { defineOperation } from "../operation.ts";

const json = { mediaType: "application/json", headers: { ETag: "Send it back as If-None-Match to get a 304." } };
const group = "About this API";

export const getLimits = defineOperation({
  id: "getLimits",
  method: "get",
  path: "/api/v1/limits",
  title: "Every limit as data",
  description:
    "What a request may weigh, how many are allowed in a minute, and how large a design may be. Also at /api/limits.",
  group,
  answer: { ...json, description: "The limits of this server.", schema: limitsSchema },
  curl: "-s {origin}/api/v1/limits",
});

export const getGuide = defineOperation({
  id: "getGuide",
  method: "get",
  path: "/api",
  title: "This API in plain text",
  description: "What there is, with commands that work as they stand.",
  group,
  answer: { mediaType: "text/plain; charset=utf-8", description: "The guide." },
  curl: "-s {origin}/api",
});

export const getDescription = defineOperation({
  id: "getDescription",
  method: "get",
  path: "/api/v1/openapi.json",
  title: "This API as OpenAPI 3.1",
  description: "Generated from the schemas that read the requests.",
  group,
  answer: {
    ...json,
    description: "The description.",
    schema: z.looseObject({ openapi: z.string(), info: z.looseObject({}), paths: z.looseObject({}) }),
  },
  curl: "-s {origin}/api/v1/openapi.json",
});
