import type { Answers } from "../catalog/answers.ts";
import type { Lifecycle, Resource } from "../catalog/structure/resource.ts";
import { type Outline, outline } from "../python/outline.ts";
import { envPrefix, type ResourceNames, resourceNames } from "./names.ts";

export interface FieldDesign {
  name: string;
  type: Resource["fields"][number]["type"];
  required: boolean;
  unique: boolean;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  digits?: number;
  places?: number;
  values?: readonly string[];
}

export interface ResourceDesign {
  names: ResourceNames;
  fields: readonly FieldDesign[];
  lifecycle?: Lifecycle;
}

export interface ModuleDesign {
  name: string;
  purpose: string;
  /** The stub text as the person wrote it. */
  api: string;
  /** The public names and signatures in it. */
  outline: Outline;
}

/** The outer form of the repository, decided by the purpose (python-standard 0.4, "Shells by purpose"). */
export type Shell = "service" | "library" | "batch" | "research";

const SHELL: Record<Answers["intake"]["purpose"], Shell> = {
  external_api: "service",
  internal_service: "service",
  library: "library",
  research: "research",
  cli_batch: "batch",
};

/** The shell that a purpose asks for. */
export const shellOf = (purpose: Answers["intake"]["purpose"]): Shell => SHELL[purpose];

/** One complete, valid set of answers as everything downstream reads it. */
export interface Design {
  answers: Answers;
  packageName: string;
  repositoryName: string;
  envPrefix: string;
  tier: number;
  shell: Shell;
  /** Python floor: `{ text: "3.13", minor: 13 }`. */
  floor: { text: string; minor: number };
  resources: readonly ResourceDesign[];
  modules: readonly ModuleDesign[];
}

/**
 * Turns a complete, valid set of answers into a design. Total: the answers schema has refused everything else.
 */
export function designFrom(answers: Answers): Design {
  const { intake, structure } = answers;
  return {
    answers,
    packageName: intake.package_name,
    repositoryName: intake.repository_name,
    envPrefix: envPrefix(intake.package_name),
    tier: intake.tier,
    shell: shellOf(intake.purpose),
    floor: { text: intake.python_version, minor: Number(intake.python_version.split(".")[1]) },
    resources: structure.resources.map(resourceDesign),
    modules: structure.modules.map((module) => ({ ...module, outline: outline(module.api) })),
  };
}

function resourceDesign(resource: Resource): ResourceDesign {
  return {
    names: resourceNames(resource),
    fields: resource.fields.map((field) => ({
      name: field.name,
      type: field.type,
      required: field.required ?? true,
      unique: field.unique ?? false,
      ...(field.min_length === undefined ? {} : { minLength: field.min_length }),
      ...(field.max_length === undefined ? {} : { maxLength: field.max_length }),
      ...(field.minimum === undefined ? {} : { minimum: field.minimum }),
      ...(field.maximum === undefined ? {} : { maximum: field.maximum }),
      ...(field.digits === undefined ? {} : { digits: field.digits }),
      ...(field.places === undefined ? {} : { places: field.places }),
      ...(field.values === undefined ? {} : { values: field.values }),
    })),
    ...(resource.lifecycle ? { lifecycle: resource.lifecycle } : {}),
  };
}
