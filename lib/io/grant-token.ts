import { createHash, randomBytes } from "node:crypto";

/** So that secret scanners and people recognise one. */
const PREFIX = "plumbline_";

/** A fresh token for an agent: 32 random bytes. It is shown once; only its hash is stored. */
export const newGrantToken = (): string => `${PREFIX}${randomBytes(32).toString("base64url")}`;

/** What the database holds of a token: its SHA-256, hex. */
export const hashGrantToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a text has the form of a token; anything else is unknown without asking the database. */
export const isGrantToken = (text: string): boolean => /^plumbline_[A-Za-z0-9_-]{43}$/.test(text);

/** A fresh id of a grant: 128 random bits. It names the grant in lists and in the log and opens nothing. */
export const newGrantId = (): string => randomBytes(16).toString("base64url");
