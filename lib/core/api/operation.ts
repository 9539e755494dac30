import type { z } from "zod";
import { shaped } from "../catalog/shape.ts";
import type { Result } from "../result.ts";
import { PROBLEM_CODES, type ProblemCode } from "./problem.ts";

export type Method = "get" | "post" | "patch" | "delete";

/** A JSON body: what it looks like, and how it is read. */
export interface Body<T> {
  schema: z.ZodType;
  example: unknown;
  read(json: unknown): Result<T>;
  /** Where the body may also be plain text: the JSON it stands for. */
  plain?(text: string): unknown;
}

/** What is sent back when all went well. */
export interface Answer {
  description: string;
  mediaType: string;
  /** Other forms that the request may ask for. */
  alsoAs?: readonly string[];
  /** Of JSON: its shape, which the handler's value has to have. */
  schema?: z.ZodType;
  /** Fields that are shown once and never kept: the answer to a request that is sent again has null there. */
  shownOnce?: readonly string[];
  /** Headers that are worth knowing, with what they say. */
  headers?: Readonly<Record<string, string>>;
}

/** One endpoint, declared once: the route handler parses with it, the description, the guide and the tests derive from it. */
export interface Operation<P = unknown, Q = unknown, B = unknown> {
  id: string;
  method: Method;
  /** As in OpenAPI: `/api/v1/examples/{example}`. */
  path: string;
  /** What it gives, in a few words. */
  title: string;
  description: string;
  /** Heading under which the reference lists it. */
  group: string;
  params?: z.ZodType<P>;
  query?: z.ZodType<Q>;
  body?: Body<B>;
  answer: Answer;
  /** Refusals of its own; those that any request can meet are added. */
  problems?: readonly ProblemCode[];
  /** Needs a token of the project, or its owner's cookie; `owner` needs a token that acts as the owner. */
  grant?: "any" | "owner";
  /** What If-Match is about, of an operation that changes it; `required` refuses a change that does not say what it saw. */
  ifMatch?: { of: "project" | "task"; required?: boolean };
  /** A command line that works as it stands (after `curl`), for the guide. */
  curl?: string;
}

/** Keeps the types of what is read. */
export const defineOperation = <P = unknown, Q = unknown, B = unknown>(
  operation: Operation<P, Q, B>,
): Operation<P, Q, B> => operation;

/** A JSON body that its zod schema reads. */
export const bodyOf = <T>(schema: z.ZodType<T>, example: NoInfer<T>): Body<T> => ({
  schema,
  example,
  read: (json) => shaped(schema, json, ""),
});

/** Whether an operation changes a project: then it takes an Idempotency-Key. */
export const changesProject = ({ grant, method }: Operation): boolean => grant !== undefined && method !== "get";

/** The refusals that an operation can give, in the order of their status. */
export function problemsOf(operation: Operation): ProblemCode[] {
  const { body, params, grant, ifMatch, problems = [] } = operation;
  const possible = new Set<ProblemCode>([
    "bad-parameters",
    "foreign-origin",
    "too-many-requests",
    "fault",
    ...(params ? (["not-found"] as const) : []),
    ...(grant ? (["no-token", "unavailable"] as const) : []),
    ...(grant === "owner" ? (["not-allowed"] as const) : []),
    ...(changesProject(operation) ? (["conflict", "key-used", "no-room"] as const) : []),
    ...(ifMatch ? (["state-changed"] as const) : []),
    ...(ifMatch?.required ? (["no-precondition"] as const) : []),
    ...(body ? (["bad-json", "too-large", "wrong-media-type", "wrong-answers"] as const) : []),
    ...problems,
  ]);
  return PROBLEM_CODES.filter((code) => possible.has(code));
}
