import { decisionAt } from "../catalog/index.ts";
import { type Design, type Shell, shellOf } from "../design/design.ts";
import type { DecisionPath } from "./define-artifact.ts";

/** A decision whose chosen option has no template yet. */
export interface Gap {
  decision: DecisionPath;
  chosen: string;
  message: string;
}

type Covered = Readonly<Record<string, readonly (string | number | boolean)[]>>;

/**
 * The options our templates are written for, by shell. A decision that is not listed shapes no file, or is covered
 * whatever the answer. Everything else stays selectable and is named as a gap by the plan.
 */
export const COVERED: Readonly<Record<Shell, Covered>> = {
  service: {
    "intake.tier": [3],
    "intake.concurrency": ["asyncio"],
    "intake.python_version": ["3.12", "3.13", "3.14"],
    "architecture.configuration": ["pydantic_settings"],
    "architecture.error_handling": ["exceptions"],
    "architecture.logging": ["stdlib", "structlog"],
    "architecture.testing": ["unit_integration"],
    "architecture.persistence": ["postgres"],
    "architecture.auth": ["api_key"],
    "features.api": ["fastapi"],
    "features.web_ui": ["none"],
    "features.demos": ["none", "quickstart"],
    "features.docs_site": ["none", "markdown"],
    "features.outbound": ["none"],
    "features.readme_languages": [],
  },
  library: {
    "intake.tier": [3, 4, 5, 6],
    "intake.concurrency": ["sync", "asyncio"],
    "intake.python_version": ["3.12", "3.13", "3.14"],
    "architecture.configuration": ["env"],
    "architecture.error_handling": ["exceptions"],
    "architecture.logging": ["stdlib", "minimal"],
    "architecture.testing": ["none", "unit", "unit_integration"],
    "architecture.persistence": ["none"],
    "architecture.auth": ["none"],
    "features.api": ["none"],
    "features.web_ui": ["none"],
    "features.demos": ["none", "quickstart"],
    "features.docs_site": ["none", "sphinx"],
    "features.outbound": ["none"],
    "features.devcontainer": [false],
    "features.dockerfile": [false],
    "features.readme_languages": [],
  },
  batch: {},
  research: {},
};

/** Shells that have source templates at all. */
const SHELLS_WITH_SOURCE: readonly Shell[] = ["service", "library"];

/**
 * Whether an option comes without a template, so that a person knows before choosing it.
 * @param path dotted path of its decision
 * @param value what choosing it answers
 * @param purpose what is being built; as long as that is not known, nothing is said of the other questions
 */
export function isUncovered(path: string, value: unknown, purpose: Purpose | undefined): boolean {
  if (path === "intake.purpose") return !SHELLS_WITH_SOURCE.includes(shellOf(value as Purpose));
  const covered: readonly unknown[] | undefined = purpose && COVERED[shellOf(purpose)][path];
  return covered !== undefined && !covered.includes(value);
}

type Purpose = Design["answers"]["intake"]["purpose"];

function chosenAt(design: Design, path: string): unknown {
  const [stage, id] = path.split(".") as [string, string];
  return (design.answers as unknown as Record<string, Record<string, unknown>>)[stage]?.[id];
}

/** "Logging: standard library" rather than ids. */
function inWords(path: string, value: unknown): string {
  const decision = decisionAt(path);
  const option =
    decision && "options" in decision ? decision.options.find(({ id }) => id === String(value)) : undefined;
  return `${decision?.label ?? path}: ${option?.label ?? String(value)}`;
}

/**
 * Names every decision of a design for which no template exists yet, so that the plan can say so instead of
 * pretending (journey issue, item 9).
 */
export function gaps(design: Design): Gap[] {
  const found: Gap[] = [];
  if (!SHELLS_WITH_SOURCE.includes(design.shell)) {
    found.push({
      decision: "intake.purpose",
      chosen: String(design.answers.intake.purpose),
      message:
        "There is no source template for this purpose yet: the plan holds the repository's own files and your modules; the program itself is yours or your agent's to write.",
    });
  }
  if (design.shell === "library" && design.resources.length > 0) {
    found.push({
      decision: "structure.resources",
      chosen: design.resources.map(({ names }) => names.pascal).join(", "),
      message:
        "A library has no template for resources yet: the plan holds your modules; types and store of the resources are yours or your agent's to write.",
    });
  }
  for (const [path, covered] of Object.entries(COVERED[design.shell])) {
    const chosen = chosenAt(design, path);
    for (const value of Array.isArray(chosen) ? chosen : [chosen]) {
      if (value === undefined || (covered as readonly unknown[]).includes(value)) continue;
      found.push({
        decision: path as DecisionPath,
        chosen: String(value),
        message: `${inWords(path, value)} has no template yet. Files that depend on it come as sub-prompts for an agent, without a built-in draft.`,
      });
    }
  }
  return found;
}
