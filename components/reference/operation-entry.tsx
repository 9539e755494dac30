import type { OperationView } from "#lib/core/api/reference.ts";
import { Terminal } from "../generation/deliver/terminal.tsx";
import { Badge } from "../ui/badge.tsx";
import { EntryList, schemaId } from "./entry-list.tsx";

const LINK = "text-accent underline underline-offset-2";

/** One endpoint: what it gives, a command that works, what it takes, and how it may refuse. */
export function OperationEntry({ operation, schemas }: { operation: OperationView; schemas: ReadonlySet<string> }) {
  const { id, method, path, title, description, command, grant, parameters, sends, gives, answer, headers, refusals } =
    operation;
  return (
    <section aria-labelledby={id} className="space-y-3">
      <h3 id={id} className="scroll-mt-20 text-base font-semibold">
        {title}
      </h3>
      <p className="flex flex-wrap items-center gap-2">
        <Badge tone="accent">{method}</Badge>
        <code className="min-w-0 break-all">{path}</code>
        {grant && (
          <Badge>{grant === "owner" ? "needs a token that acts as the owner" : "needs a token of the project"}</Badge>
        )}
      </p>
      <p className="measure">{description}</p>
      <Terminal commands={[command]} />
      {parameters.length > 0 && <EntryList entries={parameters} />}
      <dl className="grid gap-x-4 gap-y-1 sm:grid-cols-[6rem_minmax(0,1fr)]">
        {sends && <Line term="You send" text={<Shape name={sends} known={schemas} />} />}
        <Line
          term="You get"
          text={
            <>
              <Shape name={gives} known={schemas} />. {answer}
            </>
          }
        />
        {headers.map(([name, meaning]) => (
          <Line
            key={name}
            term="Header"
            text={
              <>
                <code>{name}</code>: {meaning}
              </>
            }
          />
        ))}
        <Line
          term="Refusals"
          text={refusals.map((code, index) => (
            <span key={code}>
              {index > 0 && ", "}
              <a href={`#${code}`} className={LINK}>
                {code}
              </a>
            </span>
          ))}
        />
      </dl>
    </section>
  );
}

function Line({ term, text }: { term: string; text: React.ReactNode }) {
  return (
    <>
      <dt className="text-ink-soft">{term}</dt>
      <dd className="mb-2 min-w-0 break-words sm:mb-0">{text}</dd>
    </>
  );
}

function Shape({ name, known }: { name: string; known: ReadonlySet<string> }) {
  return known.has(name) ? (
    <a href={`#${schemaId(name)}`} className={LINK}>
      {name}
    </a>
  ) : (
    <span>{name}</span>
  );
}
