/** Bytes a request to the API may send as its body. */
export const REQUEST_BYTES = 1_000_000;

/** Bytes one file of a project may have. */
export const FILE_BYTES = 256 * 1024;

/** Requests one address or one token may make in a minute, unless the operator says otherwise. */
export const REQUESTS_PER_MINUTE = 300;
