import { randomUUID } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { HEADERS, type Web } from "./web.ts";

/** One change of a project: which, on what version, under which name it may be sent again. */
export interface Save {
  n: number;
  version: number;
  key: string;
}

/** What became of it. */
export interface Heard extends Save {
  status: number;
  body: string;
  attempts: number;
}

const answers = (projectId: string): string => `/api/v1/projects/${projectId}/answers`;

const words = (n: number): string => `save number ${n} of this experiment`;

/** The version of a project's answers. */
export async function versionOf(web: Web, projectId: string): Promise<number> {
  const response = await fetch(web.url + answers(projectId), { headers: HEADERS });
  return Number(/v(\d+)/.exec(response.headers.get("etag") ?? "")?.[1]);
}

/** Sends a change once; status 0 when nobody answered. */
export async function save(web: Web, projectId: string, { n, version, key }: Save): Promise<Heard> {
  const asked = { n, version, key, attempts: 1 };
  try {
    const response = await fetch(web.url + answers(projectId), {
      method: "PATCH",
      headers: {
        ...HEADERS,
        origin: web.url,
        "content-type": "application/json",
        "if-match": `"v${version}"`,
        "idempotency-key": key,
      },
      body: JSON.stringify({
        changes: { "intake.description": `Lets clinics hold slots, ${words(n)}` },
      }),
      signal: AbortSignal.timeout(20_000),
    });
    return { ...asked, status: response.status, body: await response.text() };
  } catch {
    return { ...asked, status: 0, body: "" };
  }
}

/** Sends a change under one name until it is heard that it was stored. @throws when it is refused for good */
export async function saveUntilHeard(web: Web, projectId: string, n: number): Promise<Heard> {
  let version = Number.NaN;
  for (; Number.isNaN(version); await sleep(50)) version = await versionOf(web, projectId).catch(() => Number.NaN);
  const key = randomUUID();
  for (let attempts = 1; attempts <= 200; attempts++) {
    const heard = await save(web, projectId, { n, version, key });
    if (heard.status === 200) return { ...heard, attempts };
    // It was stored, and the server died before it said so: the newer state that comes back shows it.
    if (heard.status === 412 && heard.body.includes(words(n))) return { ...heard, attempts };
    if (![0, 409, 500, 503].includes(heard.status))
      throw new Error(`Save ${n} was refused: ${heard.status} ${heard.body}`);
    await sleep(100);
  }
  throw new Error(`Save ${n} was never heard.`);
}
