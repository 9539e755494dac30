/** Characters of what people write beside a design. */
export const SAID_LIMITS = { name: 60, label: 60, text: 2_000 } as const;

/** Addresses of links that open nothing and that one address may try within a minute; then all its lookups are refused. */
export const LOOKUPS_PER_MINUTE = 60;

/** Comments and verdicts one address may send through one link within a minute. */
export const SAYINGS_PER_MINUTE = 30;

/** How long a link is good for, in days. */
export const LINK_DAYS = { usual: 7, most: 30 } as const;

/** What a link lets people do: look, or look, comment and give a verdict. */
export const LINK_SCOPES = ["view", "comment"] as const;
export type LinkScope = (typeof LINK_SCOPES)[number];

/** What a colleague may think of a design. */
export const VERDICTS = ["approve", "request-changes"] as const;
export type ReviewVerdict = (typeof VERDICTS)[number];
