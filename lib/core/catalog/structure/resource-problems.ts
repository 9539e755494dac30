import { snakeCase } from "../../design/names.ts";
import type { Problem } from "../../result.ts";
import { fieldProblems } from "./field-problems.ts";
import { lifecycleProblems, unreachableStates } from "./lifecycle-problems.ts";
import { CLASS_SUFFIXES, pluralProblems, resourceNameProblems } from "./part-names.ts";
import type { Resource } from "./resource.ts";

/** How many a project keeps, and how many fields each has (python-standard 1.2; WORKFLOW, structure). */
export const RESOURCE_LIMITS = { resources: 5, fields: 12 } as const;

/** Refusals of one resource on its own. */
function resourceProblems(resource: Resource, path: string): Problem[] {
  const problems = [
    ...resourceNameProblems(resource.name, `${path}.name`),
    ...pluralProblems(resource.plural, `${path}.plural`, resource.name),
  ];
  if (resource.fields.length < 1 || resource.fields.length > RESOURCE_LIMITS.fields) {
    problems.push({
      path: `${path}.fields`,
      code: "field_count",
      message: `A resource has 1 to ${RESOURCE_LIMITS.fields} fields; this one has ${resource.fields.length}.`,
      hint: "Its id, version and timestamps are added for you; name what else it holds.",
    });
  }
  const seen = new Set<string>();
  for (const [index, field] of resource.fields.entries()) {
    const here = `${path}.fields[${index}]`;
    problems.push(...fieldProblems(field, here));
    if (seen.has(field.name))
      problems.push({
        path: `${here}.name`,
        code: "repeated",
        message: `There are two fields called "${field.name}".`,
        hint: "Rename one of them.",
      });
    seen.add(field.name);
  }
  if (resource.lifecycle)
    problems.push(...lifecycleProblems(resource.lifecycle, `${path}.lifecycle`), ...methodClashes(resource, path));
  return problems;
}

/** A transition is a method and a route beside the fields; an enum field and the states are classes beside the resource's own. */
function methodClashes({ name, fields, lifecycle }: Resource, path: string): Problem[] {
  const states = lifecycle?.states ?? [];
  const enums = new Set(fields.filter((field) => field.type === "enum").map((field) => field.name));
  return enums.has("transition") && states.length > 0
    ? [
        {
          path: `${path}.lifecycle`,
          code: "reserved_name",
          message: `The enum field "transition" and the lifecycle of ${name} would both become "${name}Transition".`,
          hint: "Rename the field.",
        },
      ]
    : [];
}

/** Refusals of all resources together: those of each, and names that fold into one. */
export function resourcesProblems(resources: readonly Resource[], path: string): Problem[] {
  const problems = resources.flatMap((resource, index) => resourceProblems(resource, `${path}[${index}]`));
  const owners = new Map<string, number>();
  const claim = (word: string, index: number, at: string): void => {
    const owner = owners.get(word);
    if (owner === undefined) owners.set(word, index);
    else if (owner !== index) {
      problems.push({
        path: at,
        code: "repeated",
        message: `"${word}" already names ${resources[owner]?.name}, and two resources cannot share a name in code.`,
        hint: "Rename one of them.",
      });
    }
  };
  for (const [index, { name, plural }] of resources.entries()) {
    claim(snakeCase(name), index, `${path}[${index}].name`);
    claim(plural, index, `${path}[${index}].plural`);
  }
  for (const [index, { name }] of resources.entries()) {
    const origin = resources.find(
      (other) => other.name !== name && CLASS_SUFFIXES.some((suffix) => `${other.name}${suffix}` === name),
    );
    if (origin)
      problems.push({
        path: `${path}[${index}].name`,
        code: "reserved_name",
        message: `"${name}" is a class that ${origin.name} gets in generated code.`,
        hint: "Rename this resource.",
      });
    const enumOwner = resources.find((other) =>
      other.fields.some(
        (field) => field.type === "enum" && `${snakeCase(other.name)}_${field.name}` === snakeCase(name),
      ),
    );
    if (enumOwner)
      problems.push({
        path: `${path}[${index}].name`,
        code: "reserved_name",
        message: `"${name}" is the class of an enum field of ${enumOwner.name}.`,
        hint: "Rename this resource or that field.",
      });
  }
  return problems;
}

/** What is allowed but deserves a look before the stage is confirmed. */
export function resourceWarnings(resources: readonly Resource[], path = "structure.resources"): Problem[] {
  return resources.flatMap(({ name, lifecycle }, index) =>
    (lifecycle ? unreachableStates(lifecycle) : []).map((state) => ({
      path: `${path}[${index}].lifecycle`,
      code: "unreachable_state",
      message: `No sequence of transitions takes ${name} from "${lifecycle?.states[0]}" to "${state}".`,
      hint: "Add a transition to it, or remove the state.",
    })),
  );
}
