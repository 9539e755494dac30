import { createHash, randomBytes } from "node:crypto";

/** A fresh owner secret: 32 random bytes, base64url. Only its hash is ever stored. */
export const newOwnerSecret = (): string => randomBytes(32).toString("base64url");

/** What the database holds of an owner secret: its SHA-256, hex. */
export const hashOwnerSecret = (secret: string): string => createHash("sha256").update(secret).digest("hex");

/** A fresh project id: 128 random bits, base64url; not guessable and without meaning. */
export const newProjectId = (): string => randomBytes(16).toString("base64url");

/** Whether a text has the form of a project id; anything else is "not found" without asking the database. */
export const isProjectId = (text: unknown): text is string =>
  typeof text === "string" && /^[A-Za-z0-9_-]{22}$/.test(text);
