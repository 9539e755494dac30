import type { Transition } from "../../catalog/structure/resource.ts";
import type { ResourceDesign } from "../../design/design.ts";
import type { Values } from "../fill.ts";
import { resolved } from "./field-types.ts";
import { type Import, importLines } from "./imports.ts";

/** The path segment of a transition: `check_in` is `check-in`. */
const transitionSegment = ({ name }: Transition): string => name.replaceAll("_", "-");

/** The blocks of `service/<resources>.py`. */
export function serviceBlocks(resource: ResourceDesign, packageName: string): Values {
  return {
    imports: importLines(serviceImports(resource, packageName), packageName),
    operations: resource.lifecycle ? transitionMethods(resource) : deleteMethod(resource),
  };
}

function serviceImports({ names, lifecycle }: ResourceDesign, packageName: string): Import[] {
  const moves = lifecycle ? [`${names.pascal}Transition`, `transition_${names.snake}`] : [];
  return resolved(
    [
      { module: "uuid", names: ["UUID"] },
      { module: "sqlalchemy.ext.asyncio", names: ["AsyncSession"] },
      { module: "{package}.clock", names: ["Clock", "IdFactory"] },
      { module: "{package}.db", names: [`${names.plural} as store`] },
      { module: "{package}.db.engine", names: ["transaction"] },
      { module: "{package}.db.keyset", names: ["KeysetPosition", "Slice"] },
      {
        module: `{package}.domain.${names.snake}`,
        names: [
          names.pascal,
          `${names.pascal}Changes`,
          `${names.pascal}Values`,
          `change_${names.snake}`,
          `new_${names.snake}`,
          ...moves,
        ],
      },
      { module: "{package}.domain.errors", names: ["NotFoundError", "StaleVersionError"] },
    ],
    packageName,
  );
}

const VERSION_CHECK = [
  "if expected_version is not None and expected_version != current.version:",
  "    raise StaleVersionError(expected_version, current.version)",
];

function transitionMethods({ names, lifecycle }: ResourceDesign): string[] {
  const methods = (lifecycle?.transitions ?? []).flatMap(({ name, to }) => [
    `async def ${name}(self, id: UUID, *, expected_version: int | None = None) -> ${names.pascal}:`,
    `    """Move to ${to}."""`,
    `    return await self._move(id, ${names.pascal}Transition.${name.toUpperCase()}, expected_version)`,
    "",
  ]);
  return [
    ...methods,
    `async def _move(self, id: UUID, name: ${names.pascal}Transition, expected_version: int | None) -> ${names.pascal}:`,
    "    async with transaction(self._session):",
    "        current = await self._stored(id, lock=True)",
    ...VERSION_CHECK.map((line) => `        ${line}`),
    `        changed = transition_${names.snake}(current, name, now=self._clock())`,
    "        if changed is not current:",
    "            await self._replace(current, changed)",
    "    return changed",
  ];
}

function deleteMethod({ names }: ResourceDesign): string[] {
  return [
    "async def delete(self, id: UUID, *, expected_version: int | None = None) -> None:",
    `    """Remove one ${names.title} for good."""`,
    "    async with transaction(self._session):",
    "        current = await self._stored(id, lock=True)",
    ...VERSION_CHECK.map((line) => `        ${line}`),
    "        await store.remove(self._session, id)",
  ];
}

/** The blocks of `api/v1/<resources>.py`. */
export function routeBlocks(resource: ResourceDesign, packageName: string): Values {
  const { names, lifecycle } = resource;
  const codes = [
    "BAD_REQUEST",
    "CONFLICT",
    "CONSTRAINT_VIOLATION",
    "IDEMPOTENCY_IN_FLIGHT",
    "IDEMPOTENCY_MISMATCH",
    "NOT_FOUND",
    "PAYLOAD_TOO_LARGE",
    "PRECONDITION_REQUIRED",
    "STALE_VERSION",
    "VALIDATION",
  ];
  const documents = ["Change", "Create", "Page", "Query", "Read"].map((ending) => names.pascal + ending);
  const imports: Import[] = [
    { module: "typing", names: ["Annotated"] },
    { module: "uuid", names: ["UUID"] },
    { module: "fastapi", names: ["APIRouter", "Depends", "Query", "Response", "status"] },
    { module: "{package}.api.deps", names: ["RuntimeDep", "SessionDep"] },
    { module: "{package}.api.etags", names: ["OptionalVersionDep", "VersionDep", "etag"] },
    { module: "{package}.api.idempotency", names: ["OnceDep"] },
    { module: "{package}.api.problems", names: ["documented"] },
    { module: `{package}.api.schemas.${names.plural}`, names: documents },
    { module: "{package}.errors", names: lifecycle ? [...codes, "INVALID_TRANSITION"] : codes },
    { module: `{package}.service.${names.plural}`, names: [`${names.pascal}Service`] },
  ];
  return {
    imports: importLines(resolved(imports, packageName), packageName),
    action_routes: lifecycle
      ? lifecycle.transitions.flatMap((transition) => transitionRoute(resource, transition))
      : deleteRoute(resource),
  };
}

function transitionRoute({ names }: ResourceDesign, transition: Transition): string[] {
  const { name, to } = transition;
  return [
    "",
    "",
    `@router.post("/{id}/${transitionSegment(transition)}", responses=documented(NOT_FOUND, INVALID_TRANSITION, STALE_VERSION, VALIDATION))`,
    `async def ${name}_${names.snake}(id: UUID, response: Response, service: ServiceDep, version: OptionalVersionDep) -> ${names.pascal}Read:`,
    `    """Move to ${to}."""`,
    `    moved = await service.${name}(id, expected_version=version)`,
    '    response.headers["ETag"] = etag(moved.version)',
    `    return ${names.pascal}Read.from_domain(moved)`,
  ];
}

function deleteRoute({ names }: ResourceDesign): string[] {
  return [
    '@router.delete("/{id}", status_code=status.HTTP_204_NO_CONTENT, responses=documented(NOT_FOUND, STALE_VERSION, VALIDATION))',
    `async def delete_${names.snake}(id: UUID, service: ServiceDep, version: OptionalVersionDep) -> None:`,
    `    """Delete one ${names.title} for good."""`,
    "    await service.delete(id, expected_version=version)",
  ];
}
