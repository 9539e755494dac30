import type { Design, ResourceDesign } from "../design/design.ts";
import type { Values } from "./fill.ts";

/** The inline values every template may use. */
export function projectValues(design: Design): Values {
  return {
    package: design.packageName,
    repo: design.repositoryName,
    PREFIX: design.envPrefix,
    python: design.floor.text,
  };
}

/** The inline values of a file that is about one resource. */
export function resourceValues({ names }: ResourceDesign): Values {
  return {
    Resource: names.pascal,
    resource: names.snake,
    resources: names.plural,
    resource_kebab: names.kebab,
    resources_kebab: names.pluralKebab,
    resource_title: names.title,
    resources_title: names.pluralTitle,
  };
}
