/** A backup that cannot be put back here; nothing was changed. The message says why and what to do. */
export class NotRestored extends Error {
  override name = "NotRestored";
}
