import type { Design } from "../../../design/design.ts";
import { hasPostgres } from "../traits.ts";

/** What a README section may use. */
export interface ReadmeContext {
  design: Design;
  /** Every path of the plan that has a text, sorted: nothing is linked that is not there. */
  paths: readonly string[];
}

/** One section: its heading and its blocks, or null where the design gives it nothing to say. */
export type Section = (context: ReadmeContext) => { title: string; blocks: readonly (string | null)[] } | null;

/** Whether the plan has tests that run: a command that finds none would fail. */
export const tested = ({ paths }: ReadmeContext): boolean => paths.some((path) => /^tests\/.*test_\w+\.py$/.test(path));

/** Whether a database can be started with one command. */
export const composed = ({ design, paths }: ReadmeContext): boolean =>
  hasPostgres(design) && paths.includes("compose.yaml");

/** Where to read on, or null when there is no documentation folder with an entry page. */
export const readOn = (context: ReadmeContext): string | null => {
  const index = linkTo(context, "docs/index.md", "docs/index.md");
  return index ? `Read on in ${index}.` : null;
};

/** Whether the package has this file: sections about the program speak only of what is there. */
export const packaged = ({ design, paths }: ReadmeContext, file: string): boolean =>
  paths.includes(`src/${design.packageName}/${file}`);

/** A link to a file of the repository, or null when the plan has no such file. */
export const linkTo = ({ paths }: ReadmeContext, path: string, text: string): string | null =>
  paths.includes(path) ? `[${text}](${path})` : null;
