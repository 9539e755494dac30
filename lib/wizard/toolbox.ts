import { type Blueprint, blueprint, type Toolbox } from "#lib/core/blueprint/blueprint.ts";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { type Design, designFrom } from "#lib/core/design/design.ts";
import { sha256 } from "#lib/core/sha256.ts";
import { formatFile } from "#lib/io/ruff.ts";
import { loadTemplates } from "#lib/io/templates.ts";

/** The tools with which every entry point renders: one set of templates, one formatter. */
export const toolbox = (): Toolbox => ({ templates: loadTemplates().texts, format: formatFile });

export interface Rendered {
  design: Design;
  blueprint: Blueprint;
  templatesDigest: string;
}

/** How many rendered designs are remembered; one person's page asks for the same few again and again. */
const REMEMBERED = 32;
const cache = new Map<string, Rendered>();

/** Plans and renders a design with our templates. Pure apart from reading them once; remembered by the answers' hash. */
export function render(answers: Answers): Rendered {
  // The order of keys counts: it stands in the delivered answers file, and a database gives objects back in its own.
  const key = sha256(JSON.stringify(answers));
  const known = cache.get(key);
  if (known) return known;
  const design = designFrom(answers);
  const rendered = { design, blueprint: blueprint(design, toolbox()), templatesDigest: loadTemplates().digest };
  cache.set(key, rendered);
  if (cache.size > REMEMBERED) cache.delete(cache.keys().next().value as string);
  return rendered;
}
