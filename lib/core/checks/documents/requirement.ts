/** Shapes of PEP 440 and PEP 508, as far as a repository needs them. */
const NAME = "[A-Za-z0-9](?:[A-Za-z0-9._-]*[A-Za-z0-9])?";
const VERSION =
  "v?(?:\\d+!)?\\d+(?:\\.\\d+)*(?:[-_.]?(?:a|b|c|rc|alpha|beta|pre|preview)[-_.]?\\d*)?(?:(?:-\\d+)|(?:[-_.]?(?:post|rev|r)[-_.]?\\d*))?(?:[-_.]?dev[-_.]?\\d*)?(?:\\+[a-z0-9]+(?:[-_.][a-z0-9]+)*)?";
const CLAUSE = `(?:(?:===|~=|>=|<=|>|<)\\s*${VERSION}|(?:==|!=)\\s*${VERSION}(?:\\.\\*)?)`;
const CLAUSES = `${CLAUSE}(?:\\s*,\\s*${CLAUSE})*\\s*,?`;
const EXTRAS = `\\[\\s*${NAME}(?:\\s*,\\s*${NAME})*\\s*\\]`;

const NAME_ONLY = new RegExp(`^${NAME}$`);
const VERSION_ONLY = new RegExp(`^${VERSION}$`, "i");
const CLAUSES_ONLY = new RegExp(`^${CLAUSES}$`, "i");
const REQUIREMENT = new RegExp(
  `^\\s*${NAME}\\s*(?:${EXTRAS})?\\s*(?:\\(?\\s*${CLAUSES}\\s*\\)?)?\\s*(?:;\\s*\\S.*)?$`,
  "i",
);
const DIRECT = new RegExp(`^\\s*${NAME}\\s*(?:${EXTRAS})?\\s*@\\s*\\S+`);

/** Longer texts are no requirement of anybody; it also bounds the work of the patterns. */
const LONGEST = 300;

/** Whether a text is the name of a distribution, as PEP 508 writes it. */
export const isDistributionName = (text: string): boolean => text.length <= LONGEST && NAME_ONLY.test(text);
/** Whether a text is one version, as PEP 440 writes it. */
export const isVersion = (text: string): boolean => text.length <= LONGEST && VERSION_ONLY.test(text);
/** Whether a text is a list of version clauses, such as `>=1,<2` (PEP 440). */
export const isSpecifier = (text: string): boolean => text.length <= LONGEST && CLAUSES_ONLY.test(text.trim());
/** A requirement by name; direct references count, `isDirectReference` tells them apart. */
export const isRequirement = (text: string): boolean =>
  text.length <= LONGEST && (REQUIREMENT.test(text) || DIRECT.test(text));
/** A requirement that names a file or an address in place of a version. */
export const isDirectReference = (text: string): boolean => text.length <= LONGEST && DIRECT.test(text);
