import { snakeCase } from "../../design/names.ts";
import { BUILTIN_CLASSES, KEYWORDS } from "../../python/reserved.ts";
import { STDLIB_MODULES } from "../../python/stdlib.ts";
import type { Problem } from "../../result.ts";
import {
  deviceProblems,
  NAME_LIMITS,
  problem,
  pythonClash,
  quoted,
  snakeOf,
  snakeProblems,
  tooLong,
} from "../names.ts";

const PASCAL = /^[A-Z][A-Za-z0-9]*$/;

/**
 * Class names that generated code defines or imports; a resource of the same name would hide them (from the reference
 * service of tier 3 and python-standard 0.4).
 */
const CLASSES_IN_USE = new Set(
  (
    "Annotated Any AsyncEngine AsyncSession Base Callable CheckConstraint ClassVar Clock ConflictError ConstraintViolationError Date DateTime Decimal " +
    "Depends DomainError Enum Err FastAPI Field Final Flask Generic IdFactory Idempotency Index Integer InvalidTransitionError Iterator Json JSON Limits " +
    "Literal Mapped Mapping Never NotFoundError Notifier Numeric Ok Page Principal Problem Protocol Query Request Response Result Router Runtime Select " +
    "APIRouter AnyWholeNumber CleanText ConfigDict InputDocument IntegrityError IsoDay KeysetPosition OnceDep OptionalVersionDep OutputDocument PageQuery " +
    "RuntimeDep ServiceDep SessionDep StrictFlag UtcInstant VersionDep WholeNumber " +
    "AsyncClient Connection RuleBasedStateMachine StoppedClock " +
    "Self Sequence Session Settings Slice Sqlite StaleVersionError StrEnum String Table Text TypedDict UnavailableError UniqueConstraint UUID Uuid"
  ).split(" "),
);

/** Modules beside those of the resources in the layers of a generated service (python-standard 1.3). */
const SINGULARS_IN_USE = new Set(["errors", "rules"]);
const PLURALS_IN_USE = new Set(["base", "engine", "idempotency", "keyset", "models"]);

/** Names of one letter that linters refuse, because fonts do not tell them from digits (pycodestyle E741 to E743). */
const AMBIGUOUS = new Set(["i", "l", "o"]);

function ambiguousProblems(name: string, path: string): Problem[] {
  return AMBIGUOUS.has(name.toLowerCase())
    ? problem(
        path,
        "reserved_name",
        `"${name}" is easily taken for a digit, and linters refuse it.`,
        "Use a whole word.",
      )
    : [];
}

/** Longest snake-case form of a resource's name: an import line holds it beside the package's name. */
const LONGEST_SNAKE = 38;

/** Endings of class names made from a resource's name. */
export const CLASS_SUFFIXES = [
  "State",
  "Transition",
  "Values",
  "Changes",
  "Create",
  "Change",
  "Read",
  "Row",
  "Service",
  "Store",
  "Page",
  "Filter",
  "Query",
] as const;

/** Refusals of a resource's name. */
export function resourceNameProblems(name: string, path: string): Problem[] {
  const long = tooLong(name, path, "The resource name", NAME_LIMITS.resource);
  if (long.length > 0) return long;
  if (!PASCAL.test(name)) {
    const better = snakeOf(name, "appointment").replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) =>
      letter.toUpperCase(),
    );
    return problem(
      path,
      "bad_name",
      `The resource name ${quoted(name)} is not in Pascal case: letters a to z and digits, each word with a capital.`,
      `Write "${better}".`,
    );
  }
  const ambiguous = ambiguousProblems(name, path);
  if (ambiguous.length > 0) return ambiguous;
  const wordy = tooLong(
    snakeCase(name),
    path,
    "The resource name, written with an underscore before each capital,",
    LONGEST_SNAKE,
  );
  if (wordy.length > 0) return wordy;
  const clash = pythonClash(snakeCase(name));
  if (clash) {
    return problem(
      path,
      "reserved_name",
      `"${name}" becomes "${snakeCase(name)}" in code, which is ${clash}.`,
      `Use a more specific name, such as "Clinic${name}".`,
    );
  }
  if (SINGULARS_IN_USE.has(snakeCase(name))) {
    return problem(
      path,
      "reserved_name",
      `Generated code already has a module called "${snakeCase(name)}" where this resource would stand.`,
      `Use a more specific name, such as "Clinic${name}".`,
    );
  }
  if (BUILTIN_CLASSES.has(name) || CLASSES_IN_USE.has(name)) {
    return problem(
      path,
      "reserved_name",
      `Generated code already uses a class called "${name}".`,
      `Use a more specific name, such as "Clinic${name}".`,
    );
  }
  return [];
}

/** Refusals of a resource's plural, which names its route, table and modules. */
export function pluralProblems(plural: string, path: string, name: string): Problem[] {
  const shape = snakeProblems(plural, path, "The plural", NAME_LIMITS.plural, "appointments");
  if (shape.length > 0) return shape;
  if (plural === snakeCase(name)) {
    return problem(
      path,
      "same_as_singular",
      `The plural "${plural}" is the same as the singular, so one and many could not be told apart in code.`,
      `Write another plural, such as "${plural}_list" or "all_${plural}".`,
    );
  }
  const clash = pythonClash(plural);
  if (clash)
    return problem(path, "reserved_name", `The plural "${plural}" is ${clash}.`, "Use a more specific plural.");
  if (PLURALS_IN_USE.has(plural)) {
    return problem(
      path,
      "reserved_name",
      `Generated code already has a module called "${plural}" where this resource would stand.`,
      "Use a more specific plural.",
    );
  }
  if (["idempotency_keys", "alembic_version"].includes(plural)) {
    return problem(
      path,
      "reserved_name",
      `"${plural}" is a table that the generated service keeps for itself.`,
      "Use another plural.",
    );
  }
  return [];
}

/** Fields every resource has anyway (python-standard 0.4). */
const OWN_FIELDS = ["id", "version", "state", "created_at", "updated_at"] as const;

/** Attributes of Pydantic's BaseModel, SQLAlchemy's declarative base and dataclasses that a field would hide. */
const MODEL_ATTRIBUTES = new Set(
  "metadata registry schema schema_json json dict copy construct validate parse_obj parse_raw parse_file from_orm update_forward_refs fields self cls to_values from_domain to_domain to_filter from_slice mapped_column".split(
    " ",
  ),
);
/** Types that generated classes annotate with: a field of the same name hides the type for the fields after it. */
const ANNOTATION_NAMES = new Set(
  "str int bool float bytes list dict set tuple object date datetime property".split(" "),
);

/** Refusals of a field's name. */
export function fieldNameProblems(name: string, path: string): Problem[] {
  const shape = snakeProblems(name, path, "The field name", NAME_LIMITS.field, "starts_at");
  if (shape.length > 0) return shape;
  const ambiguous = ambiguousProblems(name, path);
  if (ambiguous.length > 0) return ambiguous;
  if ((OWN_FIELDS as readonly string[]).includes(name)) {
    return problem(
      path,
      "reserved_name",
      `Every resource has "${name}" already; it is kept by the generated code.`,
      "Remove this field, or name it after what it means.",
    );
  }
  if (KEYWORDS.has(name))
    return problem(
      path,
      "reserved_name",
      `"${name}" is a Python keyword.`,
      `Write "${name}_value", or name it after what it means.`,
    );
  if (name.startsWith("model_")) {
    return problem(
      path,
      "reserved_name",
      `Names that begin with "model_" belong to Pydantic.`,
      `Write "${name.slice(6) || "kind"}_of_model", or name it after what it means.`,
    );
  }
  if (ANNOTATION_NAMES.has(name)) {
    return problem(
      path,
      "reserved_name",
      `"${name}" is also a Python type, and the field would hide it.`,
      `Say which ${name} it is, such as "due_${name}".`,
    );
  }
  if (MODEL_ATTRIBUTES.has(name)) {
    return problem(
      path,
      "reserved_name",
      `"${name}" is an attribute that Pydantic or SQLAlchemy models have already.`,
      `Say what it holds, such as "${name}_text".`,
    );
  }
  return [];
}

/** Names of methods and members that every generated service class or enum has. */
const MEMBERS_IN_USE = new Set("create get list change delete page name value mro".split(" "));

/** Refusals of a state, a transition or an enum value. */
export function memberProblems(name: string, path: string, what: string): Problem[] {
  const shape = snakeProblems(name, path, what, NAME_LIMITS.state, "confirmed");
  if (shape.length > 0) return shape;
  return name === "mro"
    ? problem(path, "reserved_name", `"mro" is a name that Python's enums keep for themselves.`, "Use another word.")
    : ambiguousProblems(name, path);
}

/** Refusals of a transition's name, which becomes a method and a route. */
export function transitionNameProblems(name: string, path: string): Problem[] {
  const shape = memberProblems(name, path, "The transition name");
  if (shape.length > 0) return shape;
  const clash = KEYWORDS.has(name)
    ? "a Python keyword"
    : MEMBERS_IN_USE.has(name)
      ? "a method every resource has"
      : null;
  return clash
    ? problem(
        path,
        "reserved_name",
        `"${name}" is ${clash}, and a transition becomes a method.`,
        `Use another verb, such as "${name}_now".`,
      )
    : [];
}

/** Modules at the top of a generated package, at any tier and for any purpose (python-standard 1). */
const MODULES_IN_USE = new Set(
  (
    "app api auth bootstrap clients cli clock contexts contrib core db domain errors examples graphql log main metadata migrations modules notifier openapi platform " +
    "py result results rules schemas server service services settings shared_kernel simulate store surface tests version web worker"
  ).split(" "),
);

/** Refusals of a module's name. */
export function moduleNameProblems(name: string, path: string): Problem[] {
  const shape = snakeProblems(name, path, "The module name", NAME_LIMITS.module, "pricing");
  if (shape.length > 0) return shape;
  const clash = pythonClash(name) ?? (STDLIB_MODULES.has(name) ? "a module of the standard library" : null);
  if (clash)
    return problem(path, "reserved_name", `"${name}" is ${clash}.`, `Add what it is about, such as "${name}_rules".`);
  if (MODULES_IN_USE.has(name))
    return problem(
      path,
      "reserved_name",
      `The generated package may have a module "${name}" of its own.`,
      `Add what it is about, such as "clinic_${name}".`,
    );
  if (/^(?:conftest|test_.*|.*_test)$/.test(name))
    return problem(
      path,
      "reserved_name",
      `"${name}" is a name that pytest takes for tests.`,
      "Name the module after what it does.",
    );
  return deviceProblems(name, path, "file", `${name}_app`);
}
