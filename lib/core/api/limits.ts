/** Bytes a request to the API may send as its body. */
export const REQUEST_BYTES = 1_000_000;

/** Bytes one file of a project may have. */
export const FILE_BYTES = 256 * 1024;
/** The same in words. */
export const FILE_SIZE = `${FILE_BYTES / 1024} KiB`;

/** Requests one address or one token may make in a minute, unless the operator says otherwise. */
export const REQUESTS_PER_MINUTE = 300;

/** The header that names a request of a caller, so that it can be sent again without a second effect. */
export const IDEMPOTENCY_HEADER = "Idempotency-Key";

/** What such a name may be: visible ASCII. */
export const KEY_FORM = /^[!-~]{1,255}$/;

/** Hours for which the answer to a named request is kept. */
export const KEY_HOURS = 24;

/** Projects one address may start within an hour on a server that others reach, unless the operator says otherwise. */
export const PROJECTS_PER_HOUR = 20;

/** Proofs that may wait for their turn, of one project and of all; and how many of one project run at once. */
export const RUN_LIMITS = { queued: 20, queuedInAll: 200, running: 2, seconds: 600 } as const;

/** Streams of events that one person may follow at once. */
export const STREAMS_AT_ONCE = 5;

/** Tokens of one project that may be good at the same time. */
export const TOKENS_AT_ONCE = 20;
