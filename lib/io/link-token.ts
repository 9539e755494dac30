import { createHash, randomBytes } from "node:crypto";

/** A fresh token of a share link: 24 random bytes. It is shown once; only its hash is stored. */
export const newLinkToken = (): string => randomBytes(24).toString("base64url");

/** What the database holds of a token: its SHA-256, hex. */
export const hashLinkToken = (token: string): string => createHash("sha256").update(token).digest("hex");

/** Whether a text has the form of a token; anything else opens nothing without asking the database. */
export const isLinkToken = (text: string): boolean => /^[A-Za-z0-9_-]{32}$/.test(text);

/** A fresh id of a link or a comment: 128 random bits. It names one in lists and opens nothing. */
export const newShareId = (): string => randomBytes(16).toString("base64url");
