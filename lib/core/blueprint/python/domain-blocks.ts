import type { Lifecycle } from "../../catalog/structure/resource.ts";
import type { FieldDesign, ResourceDesign } from "../../design/design.ts";
import type { Values } from "../fill.ts";
import { enumClass, fieldPython, optional, resolved } from "./field-types.ts";
import { type Import, importLines } from "./imports.ts";

/** The blocks of `domain/<resource>.py`. */
export function domainBlocks(resource: ResourceDesign, packageName: string): Values {
  const { fields, lifecycle } = resource;
  const typed = fields.map((field) => ({ field, type: optional(fieldPython(field, resource).domain, field) }));
  return {
    imports: importLines(domainImports(resource, packageName), packageName),
    enums: [...enums(resource), ...(lifecycle ? lifecycleEnums(resource, lifecycle) : [])],
    value_fields: typed.map(({ field, type }) => `${field.name}: ${type}${field.required ? "" : " = None"}`),
    change_fields: typed.map(({ field, type }) => `${field.name}: ${type}`),
    entity_fields: [
      ...typed.map(({ field, type }) => `${field.name}: ${type}`),
      ...(lifecycle ? [`state: ${resource.names.pascal}State`] : []),
    ],
    transition_table: lifecycle ? transitionTable(resource, lifecycle) : [],
    new_entity: newEntity(resource),
    transition_function: lifecycle ? transitionFunction(resource) : [],
    checks: fields.flatMap((field) => guarded(field, fieldPython(field, resource).checks)),
  };
}

function domainImports(resource: ResourceDesign, packageName: string): Import[] {
  const { fields, lifecycle } = resource;
  const hasEnum = lifecycle !== undefined || fields.some((field) => field.type === "enum");
  const checks = fields.flatMap((field) => fieldPython(field, resource).checkNames);
  return resolved(
    [
      { module: "dataclasses", names: ["dataclass", "replace"] },
      { module: "datetime", names: ["datetime"] },
      { module: "typing", names: ["TypedDict"] },
      { module: "uuid", names: ["UUID"] },
      ...(hasEnum ? [{ module: "enum", names: ["StrEnum"] }] : []),
      ...(lifecycle ? [{ module: "collections.abc", names: ["Mapping"] }] : []),
      {
        module: "{package}.domain.errors",
        names: [...(lifecycle ? ["InvalidTransitionError"] : []), "StaleVersionError"],
      },
      ...(checks.length === 0 ? [] : [{ module: "{package}.domain.rules", names: checks }]),
      ...fields.filter((field) => field.type !== "enum").flatMap((field) => fieldPython(field, resource).domainImports),
    ],
    packageName,
  );
}

/** Names that ruff takes for passwords in the source (its rule S105); a member's value is only its own name. */
const LOOKS_SECRET = /(?:^|_)(?:pas+wo?r?d|pass(?:phrase)?|pwd|token|secrete?)(?:$|_)/;

const members = (values: readonly string[]): string[] =>
  values.map((value) => `    ${value.toUpperCase()} = "${value}"${LOOKS_SECRET.test(value) ? "  # noqa: S105" : ""}`);

function enums(resource: ResourceDesign): string[] {
  return resource.fields
    .filter((field) => field.type === "enum")
    .flatMap((field) => [
      "",
      "",
      `class ${enumClass(resource, field)}(StrEnum):`,
      `    """The values of ${field.name}."""`,
      "",
      ...members(field.values ?? []),
    ]);
}

function lifecycleEnums({ names }: ResourceDesign, { states, transitions }: Lifecycle): string[] {
  return [
    "",
    "",
    `class ${names.pascal}State(StrEnum):`,
    `    """Where one ${names.title} stands; each starts at the first."""`,
    "",
    ...members(states),
    "",
    "",
    `class ${names.pascal}Transition(StrEnum):`,
    '    """The named moves between the states."""',
    "",
    ...members(transitions.map((transition) => transition.name)),
  ];
}

function transitionTable({ names }: ResourceDesign, { transitions }: Lifecycle): string[] {
  const state = (name: string) => `${names.pascal}State.${name.toUpperCase()}`;
  return [
    `_TRANSITIONS: Mapping[${names.pascal}Transition, tuple[frozenset[${names.pascal}State], ${names.pascal}State]] = {`,
    ...transitions.map(
      ({ name, from, to }) =>
        `    ${names.pascal}Transition.${name.toUpperCase()}: (frozenset({${from.map(state).join(", ")}}), ${state(to)}),`,
    ),
    "}",
  ];
}

function newEntity({ names, fields, lifecycle }: ResourceDesign): string[] {
  return [
    "return _checked(",
    `    ${names.pascal}(`,
    "        id=id,",
    ...fields.map(({ name }) => `        ${name}=values.${name},`),
    ...(lifecycle ? [`        state=${names.pascal}State.${(lifecycle.states[0] as string).toUpperCase()},`] : []),
    "        version=1,",
    "        created_at=now,",
    "        updated_at=now,",
    "    )",
    ")",
  ];
}

function transitionFunction({ names }: ResourceDesign): string[] {
  return [
    `def transition_${names.snake}(current: ${names.pascal}, name: ${names.pascal}Transition, *, now: datetime) -> ${names.pascal}:`,
    '    """Return the result of a move; one that has already happened changes nothing."""',
    "    sources, target = _TRANSITIONS[name]",
    "    if current.state is target:",
    "        return current",
    "    if current.state not in sources:",
    "        raise InvalidTransitionError(current.state, name)",
    "    return replace(current, state=target, version=current.version + 1, updated_at=now)",
  ];
}

function guarded(field: FieldDesign, checks: readonly string[]): string[] {
  if (field.required || checks.length === 0) return [...checks];
  return [`if it.${field.name} is not None:`, ...checks.map((check) => `    ${check}`)];
}
