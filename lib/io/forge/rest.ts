import { setTimeout as sleep } from "node:timers/promises";
import { Octokit } from "@octokit/core";
import { type RetryPlugin, retry } from "@octokit/plugin-retry";
import type { z } from "zod";
import { ForgeRefusal, failureOf, isLimit, refusalOf, waitSeconds } from "./refusal.ts";

/** How patient a client is; tests are less so. */
export interface Patience {
  /** After this long without an answer a request counts as failed. */
  timeoutMs: number;
  /** GitHub asks for a second between requests that change something. */
  betweenWritesMs: number;
  /** How often a request is made again after no answer, an error of the server or "slow down". */
  retries: number;
  /** What a second of waiting lasts. */
  secondMs: number;
}

/** With a real forge; tests wait shorter. */
export const PATIENCE: Patience = { timeoutMs: 20_000, betweenWritesMs: 1_000, retries: 2, secondMs: 1_000 };
/** Longer waits are for the person to decide. */
const LONGEST_WAIT_SECONDS = 120;

export interface RestOptions {
  label: string;
  baseUrl: string;
  headers: Readonly<Record<string, string>>;
  /** Whether the push holds workflow files, which need a permission of their own. */
  workflows: boolean;
  signal: AbortSignal;
  patience: Patience;
  /** Called before a wait that the forge asked for. */
  waits(seconds: number): void;
}

/** One request: route as in the API's reference (`GET /repos/{owner}/{repo}`), answer in the shape of the schema. */
export type Call = <T>(shape: z.ZodType<T>, route: string, parameters?: Record<string, unknown>) => Promise<T>;

/**
 * A client for the HTTP API of a forge, on Octokit's request pipeline (addresses from templates, hooks, repetition),
 * which knows nothing of GitHub but its defaults. It never follows a redirect, so that a token goes to no other host.
 */
export function restClient(options: RestOptions): Call {
  const { label, baseUrl, headers, signal, patience } = options;
  const Client = Octokit.plugin(obeyLimits(options), retry);
  const octokit = new Client({
    baseUrl,
    userAgent: "Plumbline",
    retry: { retries: patience.retries, retryAfterBaseValue: patience.secondMs, doNotRetry: FINAL },
    request: {
      fetch: (url: string, init: RequestInit) =>
        fetch(url, {
          ...init,
          redirect: "manual",
          signal: AbortSignal.any([signal, AbortSignal.timeout(patience.timeoutMs)]),
        }),
    },
    log: SILENT,
  });
  let lastWrite = Number.NEGATIVE_INFINITY;
  return async (shape, route, parameters = {}) => {
    if (!route.startsWith("GET ")) {
      const rest = lastWrite + patience.betweenWritesMs - performance.now();
      if (rest > 0) await sleep(rest, undefined, { signal }).catch(() => undefined);
      lastWrite = performance.now();
    }
    const answer = await octokit.request(route, { ...parameters, headers });
    if (answer.status >= 300)
      throw new ForgeRefusal(
        "name",
        "moved",
        `${label} says that this has moved.`,
        "Write owner and name as they are now; a renamed repository is not followed.",
      );
    const read = shape.safeParse(answer.data);
    if (read.success) return read.data;
    throw new ForgeRefusal(
      "forge",
      "unreadable",
      `The answer of ${label} was cut or is not what its API promises.`,
      "Continue; if it happens again, look whether a proxy stands between.",
    );
  };
}

/** What the retry plugin leaves out: it waits as long as the forge says, and tells so. */
function obeyLimits({ label, workflows, patience, waits }: RestOptions) {
  return (client: Octokit) => {
    client.hook.error("request", (error) => {
      const failed = failureOf(error);
      if (!failed || failed.silent || !isLimit(failed)) throw error;
      const seconds = waitSeconds(failed);
      if (seconds > LONGEST_WAIT_SECONDS) throw refusalOf(failed, label, { workflows });
      waits(seconds);
      throw (client as Octokit & RetryPlugin).retry.retryRequest(error as never, patience.retries, seconds);
    });
  };
}

/** Answers that another try does not change; "slow down" among them is dealt with above. */
const FINAL = [400, 401, 403, 404, 405, 409, 410, 422, 429, 451];

/** The library would write addresses to the console. */
export const SILENT = { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} };
