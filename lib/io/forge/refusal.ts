import type { Problem } from "#lib/core/result.ts";

/** An expected end of a push, in words for the person; `pushTo` turns it into a result. */
export class ForgeRefusal extends Error {
  readonly problems: Problem[];
  constructor(path: string, code: string, message: string, hint: string) {
    super(message);
    this.problems = [{ path, code, message, hint }];
  }
}

/** What of a failed request is told; bodies and headers of requests hold secrets and are not looked at. */
export interface Failed {
  status: number;
  headers: Readonly<Record<string, string | number | undefined>>;
  message: string;
  /** There was no answer: refused, dropped, or too slow. */
  silent: boolean;
}

/** The failure in an error of the request library; null for our own mistakes. */
export function failureOf(error: unknown): Failed | null {
  if (!(error instanceof Error) || !("status" in error) || typeof error.status !== "number") return null;
  const { response } = error as { response?: { headers: Failed["headers"]; data: unknown } };
  const said = (response?.data as { message?: unknown } | undefined)?.message;
  return {
    status: error.status,
    headers: response?.headers ?? {},
    message: (typeof said === "string" ? said : said === undefined ? "" : JSON.stringify(said)).slice(0, 300),
    silent: response === undefined,
  };
}

/** Whether a request failed with one of these answers. */
export const failedWith = (error: unknown, ...statuses: number[]): boolean => {
  const failed = failureOf(error);
  return failed !== null && !failed.silent && statuses.includes(failed.status);
};

/** The value, or null where the answer has one of these statuses. */
export async function orNull<T>(value: Promise<T>, ...statuses: number[]): Promise<T | null> {
  try {
    return await value;
  } catch (error) {
    if (failedWith(error, ...statuses)) return null;
    throw error;
  }
}

const AGAIN = "Continue: what has arrived is found again, and nothing is made twice.";

/** Why a request failed and how to mend it, for the person who pushes. */
export function refusalOf(failed: Failed, label: string, what: { workflows: boolean }): ForgeRefusal {
  const { status, headers, message, silent } = failed;
  if (silent) return new ForgeRefusal("forge", "no-answer", `${label} did not answer.`, AGAIN);
  if (isLimit(failed)) {
    const seconds = waitSeconds(failed);
    const when = seconds > 90 ? `${Math.ceil(seconds / 60)} minutes` : `${seconds} seconds`;
    return new ForgeRefusal("forge", "rate-limit", `${label} asks to wait ${when}.`, `Then continue. ${AGAIN}`);
  }
  if (status === 401)
    return new ForgeRefusal(
      "token",
      "bad-token",
      `${label} does not accept this token.`,
      "It may have expired, been revoked or been cut while copying. Make a new one and paste it whole.",
    );
  if (headers["x-github-sso"] !== undefined)
    return new ForgeRefusal(
      "token",
      "single-sign-on",
      "The organisation wants this token authorised for its single sign-on.",
      "Authorise the token in your settings on GitHub, then continue.",
    );
  const workflows = what.workflows ? " Workflow files need the permission Workflows as well." : "";
  if (status === 403)
    return new ForgeRefusal(
      "token",
      "not-allowed",
      `This token may not do that${permissions(headers)}.`,
      `Give the token the permission and continue.${workflows}`,
    );
  if (status === 404)
    return new ForgeRefusal(
      "token",
      "not-found",
      `${label} does not find it, or the token may not see it.`,
      `Check owner and name, and that the token covers this repository.${workflows}`,
    );
  if (status >= 500)
    return new ForgeRefusal("forge", "forge-down", `${label} has trouble of its own (status ${status}).`, AGAIN);
  return new ForgeRefusal(
    "forge",
    "refused",
    `${label} refused this: ${message || `status ${status}`}`,
    `Mend what it names, then continue.${workflows}`,
  );
}

function permissions(headers: Failed["headers"]): string {
  const needed = headers["x-accepted-github-permissions"];
  return typeof needed === "string" && /^[\w=;, -]{1,200}$/.test(needed) ? `; it needs ${needed}` : "";
}

/** Whether an answer says "slow down" rather than "no". */
export const isLimit = ({ status, headers, message }: Failed): boolean =>
  status === 429 ||
  (status === 403 &&
    (headers["retry-after"] !== undefined ||
      headers["x-ratelimit-remaining"] === "0" ||
      /secondary rate limit/i.test(message)));

/** How long to wait before asking again, in seconds, by the headers of GitHub and GitLab; a minute where they are silent. */
export function waitSeconds({ headers }: Pick<Failed, "headers">): number {
  const after = Number(headers["retry-after"] ?? Number.NaN);
  if (after >= 0) return Math.ceil(after);
  const reset = Number(headers["x-ratelimit-reset"] ?? headers["ratelimit-reset"] ?? Number.NaN);
  const now = Date.parse(String(headers.date ?? "")) / 1000;
  return reset > 0 && now > 0 ? Math.max(1, Math.ceil(reset - now)) : 60;
}
