/** Bytes a request to the API may send as its body. */
export const REQUEST_BYTES = 1_000_000;

/** Bytes one file of a project may have. */
export const FILE_BYTES = 256 * 1024;

/** Requests one address or one token may make in a minute, unless the operator says otherwise. */
export const REQUESTS_PER_MINUTE = 300;

/** The header that names a request of a caller, so that it can be sent again without a second effect. */
export const IDEMPOTENCY_HEADER = "Idempotency-Key";

/** What such a name may be: visible ASCII. */
export const KEY_FORM = /^[!-~]{1,255}$/;

/** Hours for which the answer to a named request is kept. */
export const KEY_HOURS = 24;
