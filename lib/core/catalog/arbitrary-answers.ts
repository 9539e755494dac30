import fc from "fast-check";
import { snakeCase } from "../design/names.ts";
import { withSilences } from "./access.ts";
import type { Answers, PartialAnswers } from "./answers.ts";
import { isService } from "./answers-read.ts";
import type { Decision } from "./define.ts";
import { ASKED_STAGES, STAGE_DECISIONS } from "./index.ts";
import { NAME_LIMITS, packageNameProblems, repositoryNameProblems } from "./names.ts";
import { fieldProblems } from "./structure/field-problems.ts";
import { modulesProblems } from "./structure/module-problems.ts";
import { pathsProblems } from "./structure/own-path.ts";
import {
  fieldNameProblems,
  memberProblems,
  resourceNameProblems,
  transitionNameProblems,
} from "./structure/part-names.ts";
import { FIELD_TYPES, type Field, type Lifecycle, type Module, type Resource } from "./structure/resource.ts";
import { resourcesProblems } from "./structure/resource-problems.ts";
import { lineProblems } from "./text-rules.ts";

/** Texts that are harmless as data and dangerous as code, one line each. */
const HOSTILE_LINES = [
  "ends with backslash \\",
  "{__import__('os').system('id')}",
  "%(asctime)s %n %s",
  "{{ 7 * 7 }} $" + "{{ github.token }} <%= 1 %>",
  "</script><script>alert(1)</script>",
  '""" + open("x").read() + """',
  "no: yes # - 0o17 ~ null <<",
  "$(touch x) `id` $HOME",
  "[click](javascript:alert(1)) **bold** | table",
  "😀 e\u0301 עברית \u200f العربية",
  "xx_package_xx",
];

const line = (maxLength: number): fc.Arbitrary<string> =>
  fc
    .oneof(
      fc.constantFrom(...HOSTILE_LINES),
      fc.string({ unit: "grapheme", minLength: 1, maxLength: Math.min(maxLength, 60) }),
    )
    .map((text) => text.normalize("NFC"))
    .filter((text) => text.length <= maxLength && lineProblems(text, "").length === 0);

const WORDS =
  "slot berth invoice ledger parcel bike grant shift ward claim route pump silo crate visit hold lease meter quota voyage permit anchor".split(
    " ",
  );
const word = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom(...WORDS) },
  { weight: 1, arbitrary: fc.stringMatching(/^[a-z][a-z0-9]{0,8}$/) },
);
const snake = (most: number, limit: number) =>
  fc.array(word, { minLength: 1, maxLength: most }).map((words) => words.join("_").slice(0, limit).replace(/_+$/, ""));
const pascal = fc
  .array(word, { minLength: 1, maxLength: 2 })
  .map((words) =>
    words
      .map((one) => `${one[0]?.toUpperCase()}${one.slice(1)}`)
      .join("")
      .slice(0, NAME_LIMITS.resource),
  )
  .filter((name) => resourceNameProblems(name, "").length === 0);
const member = snake(2, NAME_LIMITS.state).filter((name) => memberProblems(name, "", "").length === 0);

const optional = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });
const pair = (low: number, high: number) =>
  fc
    .tuple(fc.integer({ min: low, max: high }), fc.integer({ min: low, max: high }))
    .map(([a, b]) => [Math.min(a, b), Math.max(a, b)] as const);

/** The limits each type may carry. */
const LIMITS: Record<Field["type"], fc.Arbitrary<Partial<Field>>> = {
  str: fc
    .tuple(pair(0, 200), fc.boolean())
    .map(([[min_length, most], both]) =>
      both ? { min_length, max_length: Math.max(2, most) } : { max_length: Math.max(2, most) },
    ),
  int: fc
    .tuple(pair(-1000, 1000), fc.boolean())
    .map(([[minimum, maximum], both]) => (both ? { minimum, maximum } : { minimum })),
  decimal: fc.oneof(
    fc.constant({}),
    fc
      .tuple(fc.integer({ min: 3, max: 12 }), fc.integer({ min: 0, max: 2 }), fc.boolean())
      .map(([digits, places, floor]) => ({ ...(floor ? { minimum: 0 } : {}), digits, places })),
  ),
  enum: fc.uniqueArray(member, { minLength: 2, maxLength: 6 }).map((values) => ({ values })),
  email: optional(fc.integer({ min: 6, max: 254 })).map((max_length) =>
    max_length === undefined ? {} : { max_length },
  ),
  url: optional(fc.integer({ min: 11, max: 2083 })).map((max_length) =>
    max_length === undefined ? {} : { max_length },
  ),
  bool: fc.constant({}),
  date: fc.constant({}),
  datetime: fc.constant({}),
  uuid: fc.constant({}),
  json: fc.constant({}),
};

const field: fc.Arbitrary<Field> = fc
  .record({
    name: snake(2, NAME_LIMITS.field).filter((name) => fieldNameProblems(name, "").length === 0),
    type: fc.constantFrom(...FIELD_TYPES),
    required: optional(fc.boolean()),
    unique: optional(fc.boolean()),
  })
  .chain((base) => LIMITS[base.type].map((limits) => compact({ ...base, ...limits }) as unknown as Field))
  .map((made) =>
    fieldProblems(made, "").length > 0 && made.unique
      ? (compact({ ...made, unique: undefined }) as unknown as Field)
      : made,
  )
  .filter((made) => fieldProblems(made, "").length === 0);

const lifecycle: fc.Arbitrary<Lifecycle> = fc.uniqueArray(member, { minLength: 2, maxLength: 8 }).chain((states) =>
  fc
    .uniqueArray(
      fc.record({
        name: snake(2, NAME_LIMITS.state).filter((name) => transitionNameProblems(name, "").length === 0),
        from: fc.subarray(states, { minLength: 1 }),
        to: fc.constantFrom(...states),
      }),
      { minLength: 1, maxLength: 6, selector: ({ name }) => name },
    )
    .map((transitions) =>
      transitions
        .map((one) => ({ ...one, from: one.from.filter((state) => state !== one.to) }))
        .filter(({ from }) => from.length > 0),
    )
    .filter((transitions) => transitions.some(({ from }) => from.includes(states[0] as string)))
    .map((transitions) => ({ states, transitions })),
);

const resource: fc.Arbitrary<Resource> = fc
  .record({
    name: pascal,
    ending: fc.constantFrom("s", "_list", "_book"),
    fields: fc.uniqueArray(field, { minLength: 1, maxLength: 12, selector: ({ name }) => name }),
    lifecycle: optional(lifecycle),
  })
  .map(({ name, ending, fields, lifecycle: moves }) => ({
    name,
    plural: `${snakeCase(name)
      .slice(0, NAME_LIMITS.plural - ending.length)
      .replace(/_+$/, "")}${ending}`,
    fields,
    ...(moves ? { lifecycle: moves } : {}),
  }));

/** Resources that go together. */
const arbitraryResources = (minLength: number): fc.Arbitrary<Resource[]> =>
  fc.array(resource, { minLength, maxLength: 5 }).filter((made) => resourcesProblems(made, "").length === 0);

/** Stubs that every shell can carry, by a name for what they declare. */
const STUBS: readonly ((name: string) => string)[] = [
  (name) => `def ${name}_of(amount: Decimal, *, days: int = 1) -> Decimal: ...`,
  (name) =>
    `async def fetch_${name}(since: datetime, *ids: UUID, limit: int | None = None) -> list[str]:\n    """The ones since then."""`,
  (name) => `${name.toUpperCase()}_LIMIT: int = 12`,
  (name) =>
    `@dataclass(frozen=True, slots=True)\nclass ${title(name)}Total:\n    """A sum over a period."""\n    amount: Decimal\n    def share(self, parts: int) -> Decimal:\n        """One part of it."""`,
  (name) =>
    `class ${title(name)}Finder(Protocol):\n    def find(self, key: str, /) -> Mapping[str, int]: ...\n    @property\n    def size(self) -> int: ...`,
  (name) => `def first_${name}[T](items: Sequence[T], default: T) -> T: ...`,
];
const title = (name: string): string => name.replace(/(?:^|_)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** One module with stubs every shell can carry. */
const arbitraryModule: fc.Arbitrary<Module> = fc
  .record({ name: snake(2, 30), purpose: line(200), stubs: fc.subarray([...STUBS], { minLength: 1 }) })
  .map(({ name, purpose, stubs }) => ({
    name: `${name}_rules`,
    purpose,
    api: `${stubs.map((stub) => stub(name)).join("\n\n")}\n`,
  }));

const segment = fc.oneof(snake(2, 20), fc.constantFrom("Notes 2.md", "a+b.txt", "data.csv", "run_all.py", ".gitkeep"));
const paths: fc.Arbitrary<string[]> = fc
  .array(
    fc
      .tuple(fc.array(snake(1, 12), { maxLength: 3 }), segment, fc.boolean())
      .map(([folders, name, folder]) => `${[...folders, name].join("/")}${folder && !name.startsWith(".") ? "/" : ""}`),
    { maxLength: 5 },
  )
  .filter((made) => pathsProblems(made, "").length === 0);

function compact<T extends object>(value: T): Partial<T> {
  return Object.fromEntries(Object.entries(value).filter(([, inner]) => inner !== undefined)) as Partial<T>;
}

/** Any answer of a decision that has options or is a text; the editors have generators of their own. */
function anyAnswer(decision: Decision): fc.Arbitrary<unknown> {
  switch (decision.kind) {
    case "choice":
      return fc.constantFrom(...decision.options.map(({ id }) => id));
    case "number-choice":
      return fc.constantFrom(...decision.options.map(({ id }) => Number(id)));
    case "toggle":
      return fc.boolean();
    case "choices": {
      const ids = decision.options.map(({ id }) => id);
      return fc.subarray(ids, { minLength: decision.schema.safeParse([]).success ? 0 : 1 });
    }
    case "list":
      return fc.uniqueArray(line(decision.maxLength), { maxLength: 4, selector: (text) => text.trim().toLowerCase() });
    case "text":
      return line(decision.maxLength);
    default:
      return fc.constant(undefined);
  }
}

const names = snake(2, NAME_LIMITS.package).filter(
  (name) =>
    packageNameProblems(name, "").length === 0 && repositoryNameProblems(name.replaceAll("_", "-"), "").length === 0,
);

const stages: fc.Arbitrary<PartialAnswers> = fc
  .record(
    Object.fromEntries(
      ASKED_STAGES.map((stage) => [
        stage,
        fc.record(
          Object.fromEntries(
            STAGE_DECISIONS[stage].map((decision) => [
              decision.id,
              decision.presence === "optional" ? optional(anyAnswer(decision)) : anyAnswer(decision),
            ]),
          ),
        ),
      ]),
    ),
  )
  .map((made) => made as unknown as PartialAnswers);

/**
 * Complete, valid answers of every kind: all options, hostile one-line texts, up to five resources with lifecycles, up to
 * four modules with stubs, own paths. For property tests; `parseAnswers` accepts each and gives it back unchanged.
 */
export const arbitraryAnswers: fc.Arbitrary<Answers> = fc
  .tuple(
    stages,
    names,
    arbitraryResources(0),
    arbitraryResources(1),
    fc.uniqueArray(arbitraryModule, { maxLength: 4, selector: ({ name }) => name }),
    paths,
  )
  .map(([made, name, some, atLeastOne, modules, own]) =>
    consistent(made, name, isService(made) ? atLeastOne : some, modules, own),
  )
  .filter(
    (answers) =>
      answers.structure.resources.every((one) => snakeCase(one.name) !== answers.intake.package_name) &&
      modulesProblems(answers.structure.modules, "", answers).length === 0,
  );

/** Mends what independent choices cannot know of each other. */
function consistent(made: PartialAnswers, name: string, some: Resource[], modules: Module[], own: string[]): Answers {
  const { api, docs_site: site, ...rest } = { ...made.features };
  const { api_purpose: audience, docs_content: content, ...features } = rest;
  const persisted = made.architecture?.persistence !== "none";
  const asked = {
    ...features,
    api,
    ...(api === "none" ? {} : { api_purpose: audience }),
    web_ui: features.web_ui === "admin_framework" && !persisted ? "none" : features.web_ui,
    docs_site: site,
    docs_content: site === "none" ? [] : content,
  };
  const parts = {
    intake: compact({ ...made.intake, package_name: name, repository_name: name.replaceAll("_", "-") }),
    architecture: compact({ ...made.architecture }),
    structure: { mode: made.structure?.mode, resources: some, modules, paths: own },
    features: compact(asked),
  };
  return withSilences({ plumbline: 1, ...parts } as PartialAnswers) as Answers;
}
