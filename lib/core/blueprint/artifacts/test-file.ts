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
import { hasIntegration, hasTests, isService } from "../documents/traits.ts";
import { fillPath, type Values } from "../fill.ts";
import { resourceValues } from "../values.ts";

/** Decisions that the tests of a service follow as a whole. */
const EVERY: readonly DecisionPath[] = ["architecture.testing", "intake.purpose", "intake.tier", "intake.concurrency"];

/** One test file of a service. Its template lies at `service/<file>`. */
export interface TestFile {
  id: string;
  file: string;
  purpose: string;
  because: readonly DecisionPath[];
  effort: Effort;
  after: readonly string[];
  /** What a test file must prove, for agents who write it. */
  requirements?: readonly string[];
  phase?: Phase;
  layer?: Layer;
  appliesWhen?(design: Design): boolean;
  values?(design: Design): Values;
  /** Of a file without template: its text. */
  text?(design: Design): string;
}

/** Integration tests exist when the answer to `testing` includes them; all others whenever there are tests. */
const wanted = (design: Design, file: string): boolean =>
  isService(design) && (file.includes("/integration/") ? hasIntegration(design) : hasTests(design));

/** The names of the first resource, for tests that need any one. */
const anyResource = ({ resources }: Design): Values => (resources[0] ? resourceValues(resources[0]) : {});

/** Declares a test file that exists once. */
export function testFile(source: TestFile): Artifact {
  return defineArtifact({
    id: source.id,
    phase: source.phase ?? "tests",
    appliesWhen: (design) => wanted(design, source.file) && (source.appliesWhen?.(design) ?? true),
    path: () => source.file,
    purpose: () => source.purpose,
    because: [...source.because, ...EVERY],
    after: source.after,
    effort: source.effort,
    layer: source.layer ?? "tests",
    requirements: () => source.requirements ?? [],
    content: (design) =>
      source.text
        ? { text: source.text(design) }
        : { template: `service/${source.file}`, values: { ...anyResource(design), ...source.values?.(design) } },
  });
}

/** A test file that exists once per resource; `file` holds the placeholders of the resource's name. */
export interface ResourceTestFile extends Omit<TestFile, "purpose" | "appliesWhen" | "values" | "text"> {
  purpose(resource: ResourceDesign): string;
  values?(design: Design, resource: ResourceDesign): Values;
  /** Which resources have this file; absent: each. */
  appliesTo?(resource: ResourceDesign): boolean;
}

/** Declares a test file per resource. */
export function resourceTestFile(source: ResourceTestFile): Artifact {
  return defineArtifact({
    id: source.id,
    phase: source.phase ?? "tests",
    each: "resource",
    ...(source.appliesTo ? { appliesTo: (subject) => source.appliesTo?.(resourceOf(subject)) ?? true } : {}),
    appliesWhen: (design) => wanted(design, source.file),
    path: (_, subject) => fillPath(source.file, resourceValues(resourceOf(subject))),
    purpose: (_, subject) => source.purpose(resourceOf(subject)),
    because: ["structure.resources", ...source.because, ...EVERY],
    after: source.after,
    effort: source.effort,
    layer: source.layer ?? "tests",
    requirements: () => source.requirements ?? [],
    content: (design, subject) => ({
      template: `service/${source.file}`,
      values: source.values?.(design, resourceOf(subject)) ?? {},
    }),
  });
}
