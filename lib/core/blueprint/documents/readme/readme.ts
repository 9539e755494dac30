import type { ReadmeContext, Section } from "./context.ts";
import { deployment, examples } from "./deployment.ts";
import { contributing, development, licence, testing } from "./development.ts";
import { installation } from "./installation.ts";
import { libraryConfiguration, libraryStart, libraryUsage } from "./library.ts";
import { opening } from "./opening.ts";
import { serviceApi, serviceConfiguration, serviceStart, serviceUsage } from "./service.ts";
import { architecture, features, structure } from "./structure.ts";

/** Order of WORKFLOW 7, "README of the repository". Sections that do not concern a design give nothing. */
const SECTIONS: readonly Section[] = [
  installation,
  serviceStart,
  libraryStart,
  features,
  architecture,
  structure,
  serviceUsage,
  libraryUsage,
  serviceConfiguration,
  libraryConfiguration,
  development,
  testing,
  contributing,
  licence,
  serviceApi,
  examples,
  deployment,
];

/** The text of README.md. Every file it names is in the plan; every command works in a fresh checkout. */
export function readme(context: ReadmeContext): string {
  const blocks = SECTIONS.flatMap((section) => {
    const found = section(context);
    const inner = found?.blocks.filter((block) => block !== null && block !== "") ?? [];
    return found && inner.length > 0 ? [`## ${found.title}`, ...inner] : [];
  });
  return `${[...opening(context), ...blocks].join("\n\n")}\n`;
}
