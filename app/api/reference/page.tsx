import { ChevronRight } from "lucide-react";
import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { limitSettings } from "#app/_server/limit-settings.ts";
import { readTheme } from "#app/_server/theme.ts";
import { EntryList, schemaId } from "#components/reference/entry-list.tsx";
import { OperationEntry } from "#components/reference/operation-entry.tsx";
import { AppHeader } from "#components/shell/app-header.tsx";
import { referenceView } from "#lib/core/api/reference.ts";

export const metadata: Metadata = { title: "HTTP API" };

const LINK = "text-accent underline underline-offset-2";

/** The HTTP API for readers; programs read /api/v1/openapi.json. */
export default async function ReferencePage() {
  const view = referenceView(requestOrigin(await headers()), limitSettings());
  const schemas = new Set(view.schemas.map(({ name }) => name));
  const contents = [
    ...view.groups.map(({ id, name }) => ({ id, name })),
    { id: "refusals", name: "Refusals" },
    { id: "limits", name: "Limits" },
    { id: "schemas", name: "Schemas" },
  ];
  return (
    <>
      <AppHeader theme={await readTheme()} title="HTTP API" />
      <main id="main" className="mx-auto max-w-[47.5rem] px-4 pt-8 pb-24 md:px-8">
        <h1 className="text-xl font-semibold tracking-tight sm:text-2xl">HTTP API</h1>
        <p className="measure mt-3">
          The same engine as the pages and the command line: send an answers document, get its review, its plan or the
          whole repository. Designs need no account and nothing is stored. Pages of other sites may not call this API;
          programs may.
        </p>
        <p className="mt-2">
          For programs:{" "}
          <a href="/api/v1/openapi.json" className={LINK}>
            OpenAPI 3.1
          </a>
          . In a terminal: <code>curl {requestOrigin(await headers())}/api</code>
        </p>
        <nav aria-label="On this page" className="mt-6 flex flex-wrap gap-x-4 gap-y-1">
          {contents.map(({ id, name }) => (
            <a key={id} href={`#${id}`} className={`${LINK} py-1`}>
              {name}
            </a>
          ))}
        </nav>
        {view.groups.map(({ id, name, operations }) => (
          <Section key={id} id={id} title={name}>
            <div className="space-y-10">
              {operations.map((operation) => (
                <OperationEntry key={operation.id} operation={operation} schemas={schemas} />
              ))}
            </div>
          </Section>
        ))}
        <Section id="refusals" title="Refusals">
          <p className="measure mb-4">
            A refusal is <code>application/problem+json</code> (RFC 9457), a{" "}
            <a href={`#${schemaId("Refusal")}`} className={LINK}>
              Refusal
            </a>
            . Its type leads here.
          </p>
          <dl className="divide-y divide-line border-line border-y">
            {view.refusals.map(({ code, status, title, explain }) => (
              <div key={code} id={code} className="scroll-mt-20 py-2 target:bg-accent-soft">
                <dt>
                  <span className="tabular mr-2 font-semibold">{status}</span>
                  <code className="mr-2">{code}</code>
                  <span className="font-semibold">{title}</span>
                </dt>
                <dd className="measure text-ink-soft">{explain}</dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="limits" title="Limits">
          <dl className="divide-y divide-line border-line border-y">
            {view.limits.map(({ id, limit, unit, what }) => (
              <div key={id} className="flex flex-wrap justify-between gap-x-4 py-2">
                <dt className="measure">{what}</dt>
                <dd className="tabular font-semibold">
                  {limit.toLocaleString("en")} {unit}
                </dd>
              </div>
            ))}
          </dl>
        </Section>
        <Section id="schemas" title="Schemas">
          <div className="divide-y divide-line border-line border-y">
            {view.schemas.map(({ name, description, type, entries }) => (
              <details key={name} className="group py-1">
                <summary className="flex cursor-pointer items-center gap-2 rounded py-1.5">
                  <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft group-open:rotate-90" />
                  <h3 className="font-semibold">{name}</h3>
                  {type !== "object" && <span className="text-xs text-ink-soft">{type}</span>}
                </summary>
                {/* A link to something inside unfolds it. */}
                <div id={schemaId(name)} className="scroll-mt-24 pb-4 pl-6">
                  {description && <p className="measure pb-2">{description}</p>}
                  {entries.length > 0 && <EntryList entries={entries} />}
                </div>
              </details>
            ))}
          </div>
        </Section>
      </main>
    </>
  );
}

function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} className="mb-4 scroll-mt-20 text-lg font-semibold">
        {title}
      </h2>
      {children}
    </section>
  );
}
