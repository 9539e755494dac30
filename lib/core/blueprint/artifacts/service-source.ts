import type { Design, ResourceDesign } from "../../design/design.ts";
import {
  type Artifact,
  type DecisionPath,
  defineArtifact,
  type Effort,
  type Layer,
  type Phase,
  resourceOf,
} from "../define-artifact.ts";
import { isService } from "../documents/traits.ts";
import { fillPath, type Values } from "../fill.ts";
import { resourceValues } from "../values.ts";

/** Decisions that every Python file of a service follows. */
const EVERY: readonly DecisionPath[] = ["intake.purpose", "intake.tier", "intake.python_version"];

interface Source {
  id: string;
  phase: Phase;
  /** Under `src/<package>/`, and under `templates/service/src/xx_package_xx/`. */
  file: string;
  layer: Layer;
  because: readonly DecisionPath[];
  effort: Effort;
  after?: readonly string[];
  requirements?: readonly string[];
}

/** One file of a service's package. */
export interface SourceFile extends Source {
  purpose: string;
  /** The decision whose options each have a template of their own under `templates/variants/`. */
  variant?: "configuration" | "logging" | "error_handling" | "persistence" | "auth";
  appliesWhen?(design: Design): boolean;
  values?(design: Design): Values;
}

/** A file that exists once per resource; `file` holds the placeholders of the resource's names. */
export interface ResourceFile extends Source {
  purpose(resources: string): string;
  blocks(resource: ResourceDesign, packageName: string): Values;
}

const common = ({ id, phase, layer, effort, after = [], requirements = [] }: Source) => ({
  id,
  phase,
  layer,
  effort,
  after,
  ...(requirements.length === 0 ? {} : { requirements: () => requirements }),
});

/** Declares one file of a service's package. */
export function sourceFile(source: SourceFile): Artifact {
  const { file, variant } = source;
  return defineArtifact({
    ...common(source),
    appliesWhen: (design) => isService(design) && (source.appliesWhen?.(design) ?? true),
    path: (design) => `src/${design.packageName}/${file}`,
    purpose: () => source.purpose,
    because: [...source.because, ...EVERY],
    content: (design) => ({
      template:
        variant === undefined
          ? `service/src/xx_package_xx/${file}`
          : `variants/${variant}/${design.answers.architecture[variant]}/${file}`,
      values: source.values?.(design) ?? {},
    }),
  });
}

/** Declares a file that exists once per resource. */
export function resourceFile(source: ResourceFile): Artifact {
  return defineArtifact({
    ...common(source),
    each: "resource",
    appliesWhen: isService,
    path: (design, subject) =>
      `src/${design.packageName}/${fillPath(source.file, resourceValues(resourceOf(subject)))}`,
    purpose: (_, subject) => source.purpose(resourceOf(subject).names.pluralTitle),
    because: ["structure.resources", ...source.because, ...EVERY],
    content: (design, subject) => ({
      template: `service/src/xx_package_xx/${source.file}`,
      values: source.blocks(resourceOf(subject), design.packageName),
    }),
  });
}
