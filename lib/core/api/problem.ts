import { z } from "zod";
import type { Problem } from "../result.ts";

interface ProblemKind {
  status: number;
  title: string;
  /** What it means and how to mend it, for the reference. */
  explain: string;
}

/** Every way in which the API refuses a request, by the last part of its `type`. */
export const PROBLEM_KINDS = {
  "bad-json": {
    status: 400,
    title: "The body is not JSON",
    explain: "The body has to be one JSON document in UTF-8, not compressed.",
  },
  "bad-parameters": {
    status: 400,
    title: "A parameter is not right",
    explain: "A parameter in the address is unknown, given twice or has a value that is not offered.",
  },
  "no-token": {
    status: 401,
    title: "A token is needed",
    explain: "Send a token of the project as Authorization: Bearer TOKEN. An expired or revoked one is no token.",
  },
  "not-allowed": {
    status: 403,
    title: "This is not allowed",
    explain: "The token does not cover this act; the project's owner can give one that does, or do it in the browser.",
  },
  "foreign-origin": {
    status: 403,
    title: "Pages of other sites may not call this API",
    explain: "The request carries an Origin that is not this site. Call the API from a program, without that header.",
  },
  "not-found": {
    status: 404,
    title: "There is nothing here",
    explain: "The address does not exist, or not for you. GET /api lists what exists.",
  },
  "wrong-method": {
    status: 405,
    title: "This address does not know that method",
    explain: "The Allow header of the answer lists the methods it knows.",
  },
  conflict: {
    status: 409,
    title: "The request does not fit the present state",
    explain: "Something changed in between, or has to happen first. Each problem says what; read again and repeat.",
  },
  "same-as-yours": {
    status: 412,
    title: "You have this already",
    explain: "The repository of these answers is the one whose ETag you sent as If-None-Match; nothing is sent again.",
  },
  "state-changed": {
    status: 412,
    title: "It changed since you read it",
    explain: "If-Match names a revision that is no longer the present one. ETag and current hold the newer state.",
  },
  "too-large": {
    status: 413,
    title: "The body is too large",
    explain: "GET /api/v1/limits says how much a request may carry.",
  },
  "wrong-media-type": {
    status: 415,
    title: "The body has to be JSON",
    explain: "Send Content-Type: application/json, without Content-Encoding.",
  },
  "wrong-answers": {
    status: 422,
    title: "The document is not right",
    explain: "Each entry of problems names one fault: its path in the document, what is wrong and how to mend it.",
  },
  "key-used": {
    status: 422,
    title: "This key belongs to another request",
    explain: "An Idempotency-Key names one request. Send the same request again, or take a new key for a new one.",
  },
  "no-precondition": {
    status: 428,
    title: "Say which state you change",
    explain: "Send If-Match with the ETag you read, so that nobody's change is overwritten unseen.",
  },
  "too-many-requests": {
    status: 429,
    title: "Too many requests",
    explain: "Wait as many seconds as Retry-After says; the RateLimit header tells how much is left.",
  },
  fault: {
    status: 500,
    title: "Plumbline failed",
    explain: "This is our fault. The server's log has the details under the id that instance names.",
  },
  unavailable: {
    status: 503,
    title: "Plumbline cannot answer at the moment",
    explain: "The database is away or overloaded; nothing was changed. Wait as many seconds as Retry-After says.",
  },
  "no-room": {
    status: 507,
    title: "The disk of this server is nearly full",
    explain: "Nothing new is taken until its operator has made room; what is stored is safe and can be read.",
  },
} as const satisfies Record<string, ProblemKind>;

export type ProblemCode = keyof typeof PROBLEM_KINDS;

/** Every code an answer of the API may carry. */
export const PROBLEM_CODES = Object.keys(PROBLEM_KINDS) as ProblemCode[];

/** One fault in what was sent. */
export const problemSchema = z
  .object({
    path: z.string().describe("Where: dotted, as in structure.resources[0].name."),
    code: z.string().describe("Which kind of fault, for programs."),
    message: z.string().describe("What is wrong."),
    hint: z.string().optional().describe("How to mend it."),
  })
  .meta({ id: "Problem" });

/** A refusal (RFC 9457): `application/problem+json`. */
export const problemDocumentSchema = z
  .object({
    type: z.string().describe("Where this kind of refusal is explained, relative to this server."),
    title: z.string(),
    status: z.int(),
    detail: z.string().describe("What happened this time, in one or two sentences."),
    instance: z.string().optional().describe("The id of this failure in the server's log."),
    current: z.looseObject({}).optional().describe("What stands there now, where a precondition failed."),
    problems: z.array(problemSchema).optional().describe("One entry for each fault in the request."),
  })
  .meta({ id: "Refusal" });

export type ProblemDocument = z.infer<typeof problemDocumentSchema>;

/** Where the reference explains a kind of refusal. */
export const problemType = (code: ProblemCode): string => `/api/reference#${code}`;

/** What a refusal tells about this time. */
export interface Told {
  detail?: string;
  problems?: readonly Problem[];
  /** The id of a failure in the server's log. */
  instance?: string;
  /** The newer state, where a precondition failed. */
  current?: Record<string, unknown>;
}

/** The body of a refusal. Without a detail of its own, it says what its problems say, or what the kind means. */
export function problemDocument(
  code: ProblemCode,
  { detail, problems = [], instance, current }: Told = {},
): ProblemDocument {
  const { status, title, explain } = PROBLEM_KINDS[code];
  return {
    type: problemType(code),
    title,
    status,
    detail: detail ?? (problems.length > 0 ? toldIn(problems) : explain),
    ...(instance ? { instance } : {}),
    ...(current ? { current } : {}),
    ...(problems.length > 0 ? { problems: [...problems] } : {}),
  };
}

function toldIn(problems: readonly Problem[]): string {
  const [first] = problems;
  if (problems.length > 1) return `${problems.length} problems; each names its path, what is wrong and how to mend it.`;
  const where = first?.path && !first.message.includes(first.path) ? `${first.path}:` : "";
  return [where, first?.message, first?.hint].filter(Boolean).join(" ");
}
