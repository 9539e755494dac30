import type { SchemaEntry } from "#lib/core/api/schema-entries.ts";

/** Where the reference explains a schema. */
export const schemaId = (name: string): string => `schema-${name}`;

/** Named parts with their type and meaning, one below the other, so that they need no width. */
export function EntryList({ entries }: { entries: readonly (SchemaEntry & { place?: string })[] }) {
  return (
    <dl className="divide-y divide-line border-line border-y">
      {entries.map(({ name, type, refersTo, required, meaning, place }) => (
        <div key={name} className="py-2">
          <dt className="flex flex-wrap items-baseline gap-x-3">
            <code className="font-semibold break-all">{name}</code>
            <span className="min-w-0 text-xs text-ink-soft">
              <TypeWords type={type} refersTo={refersTo} />
              {place && `, ${place}`}
              {required ? "" : ", may be left out"}
            </span>
          </dt>
          <dd className="measure text-ink-soft">{meaning}</dd>
        </div>
      ))}
    </dl>
  );
}

/** A type in words; the schemas it names are links. */
function TypeWords({ type, refersTo }: { type: string; refersTo: readonly string[] }) {
  const [target] = refersTo;
  if (!target) return type;
  const [before, ...after] = type.split(target);
  return (
    <>
      {before}
      <a href={`#${schemaId(target)}`} className="text-accent underline underline-offset-2">
        {target}
      </a>
      {after.join(target)}
    </>
  );
}
