import Link from "next/link";
import type { DeliverView, Lack } from "#lib/core/view/deliver-view.ts";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { CopyButton } from "../copy-button.tsx";
import { fileHref } from "../file-href.ts";
import { GenerationTabs } from "../generation-tabs.tsx";
import { DownloadZip } from "./download-zip.tsx";

interface Props {
  deliver: DeliverView;
  view: GenerationView;
  journey: JourneyView;
}

/** What is not ready, what is, the ways out, and what to type first. */
export function DeliverWork({ deliver, view, journey }: Props) {
  const whole = deliver.unfinished === 0;
  return (
    <ProjectFrame journey={journey} current="generation">
      <GenerationTabs view={view} current="deliver" />
      <header className="mt-5 mb-6">
        <h1 className="text-xl font-semibold">Deliver</h1>
        <p className="measure mt-2 text-ink-soft">
          {whole
            ? `All ${deliver.planned} planned files are accepted.`
            : `${deliver.ready} of ${deliver.planned} planned files are accepted.`}{" "}
          A delivery holds exactly the bytes you accepted, the answers they came from, and a manifest of hashes.
        </p>
      </header>
      <div className="space-y-10">
        <Unready deliver={deliver} plan={view.plan} />
        <section aria-labelledby="ways">
          <h2 id="ways" className="mb-3 text-lg font-semibold">
            Ways out
          </h2>
          <div className="divide-y divide-line rounded border border-line bg-panel">
            <Way
              title="Zip"
              text={
                whole
                  ? `The whole repository as ${deliver.name}.zip; the same files give the same bytes.`
                  : "Only what you accepted. Leaving files out has to be asked for."
              }
            >
              <DownloadZip projectId={deliver.projectId} ready={deliver.ready} unfinished={deliver.unfinished} />
            </Way>
            <Way
              title="Answers file"
              text="Every decision as one document: it starts a project here again and drives the command line."
            >
              <a href={`/p/${deliver.projectId}/deliver/answers`} download className={buttonClass()}>
                Download the answers
              </a>
            </Way>
            <Way
              title="Command line"
              text="Renders the built-in drafts from the answers file without a browser; what you edited or pasted here is in the zip only."
            >
              <Terminal commands={[renderCommand(deliver.name)]} />
            </Way>
          </div>
        </section>
        <section aria-labelledby="first-minute">
          <h2 id="first-minute" className="mb-1 text-lg font-semibold">
            The first minute
          </h2>
          <p className="measure mb-3 text-ink-soft">The commands of the repository’s own README.</p>
          <ol className="space-y-4">
            {deliver.steps.map((step, index) => (
              <li key={step.title}>
                <h3 className="mb-1 font-semibold">
                  <span className="tabular text-ink-soft">{index + 1}.</span> {step.title}
                </h3>
                <div className="space-y-3">
                  {step.parts.map((part) => (
                    <div key={part.commands.join("\n")}>
                      {part.note && <p className="measure pb-1.5 text-ink-soft">{part.note}</p>}
                      <Terminal commands={part.commands} />
                    </div>
                  ))}
                </div>
              </li>
            ))}
          </ol>
        </section>
        <section aria-labelledby="log">
          <h2 id="log" className="mb-3 text-lg font-semibold">
            Deliveries so far
          </h2>
          {deliver.deliveries.length === 0 ? (
            <EmptyState title="Nothing has been delivered yet">
              Each delivery will stand here with its time, its number of files and its fingerprint.
            </EmptyState>
          ) : (
            <Deliveries deliveries={deliver.deliveries} />
          )}
        </section>
      </div>
    </ProjectFrame>
  );
}

const renderCommand = (name: string): string => `bin/plumbline render ${name}.answers.json --out ${name}`;

/** What is missing comes first, with where to mend it. */
function Unready({ deliver, plan }: { deliver: DeliverView; plan: GenerationView["plan"] }) {
  const nothing =
    deliver.lacks.length === 0 &&
    deliver.stubs.length === 0 &&
    deliver.newer.length === 0 &&
    deliver.acknowledged.length === 0;
  return (
    <section aria-labelledby="state" className="space-y-3">
      <h2 id="state" className="text-lg font-semibold">
        {deliver.unfinished > 0 ? "What is not ready" : "What you should know"}
      </h2>
      {plan !== "approved" && (
        <Callout
          tone="warn"
          title={plan === "stale" ? "The plan changed since you approved it" : "The plan has not been approved yet"}
          actions={
            <Link href={`/p/${deliver.projectId}/plan`} className={buttonClass("secondary", "sm")}>
              Go to the plan
            </Link>
          }
        >
          Files are accepted against an approved plan.
        </Callout>
      )}
      {deliver.lacks.map((lack) => (
        <LackBox key={lack.kind} lack={lack} projectId={deliver.projectId} />
      ))}
      {deliver.stubs.length > 0 && (
        <Callout
          tone="notice"
          title={
            deliver.stubs.length === 1
              ? "One accepted file is a stub"
              : `${deliver.stubs.length} accepted files are stubs`
          }
        >
          <p>
            They have the names you gave them and raise NotImplementedError until you or your agent write them. The
            manifest marks them as unfinished.
          </p>
          <Paths paths={deliver.stubs} projectId={deliver.projectId} />
        </Callout>
      )}
      {deliver.newer.length > 0 && (
        <Callout
          tone="notice"
          title={
            deliver.newer.length === 1
              ? "One accepted file has a newer draft"
              : `${deliver.newer.length} accepted files have newer drafts`
          }
        >
          <p>The accepted one is delivered.</p>
          <Paths paths={deliver.newer} projectId={deliver.projectId} />
        </Callout>
      )}
      {deliver.acknowledged.length > 0 && (
        <Callout
          tone="warn"
          title={
            deliver.acknowledged.length === 1
              ? "One file was accepted although a check failed"
              : `${deliver.acknowledged.length} files were accepted although a check failed`
          }
        >
          <ul className="space-y-1">
            {deliver.acknowledged.map(({ path, reason }) => (
              <li key={path}>
                <Link
                  href={fileHref(deliver.projectId, path)}
                  className="font-mono text-xs underline underline-offset-2"
                >
                  {path}
                </Link>
                <span dir="auto">: {reason}</span>
              </li>
            ))}
          </ul>
        </Callout>
      )}
      {nothing && plan === "approved" && (
        <Callout tone="good" title="Nothing is missing">
          Every planned file is accepted, and none of them is a stub.
        </Callout>
      )}
      <p className="text-xs text-ink-soft">
        Types, tests and the build were not run here: they execute code and need the validation sandbox. The commands
        below run them on your machine.
      </p>
    </section>
  );
}

function LackBox({ lack, projectId }: { lack: Lack; projectId: string }) {
  return (
    <Callout
      tone={lack.kind === "deferred" ? "notice" : "warn"}
      title={`${lack.title}: ${lack.files.length === 1 ? "one file" : `${lack.files.length} files`}`}
    >
      <p>{lack.mend}</p>
      <details className="mt-1" open={lack.files.length <= 6}>
        <summary className="rounded text-xs underline decoration-line-strong underline-offset-2">
          {lack.files.length === 1 ? "The file" : "The files"}
        </summary>
        <ul className="mt-1.5 space-y-1">
          {lack.files.map(({ path, note }) => (
            <li key={path}>
              <Link
                href={fileHref(projectId, path)}
                className="inline-block py-1 font-mono text-xs break-all underline decoration-line-strong underline-offset-2 hover:decoration-accent"
              >
                {path}
              </Link>
              {note && (
                <span dir="auto" className="block text-xs text-ink-soft">
                  {note}
                </span>
              )}
            </li>
          ))}
        </ul>
      </details>
    </Callout>
  );
}

function Paths({ paths, projectId }: { paths: readonly string[]; projectId: string }) {
  return (
    <ul className="mt-1 space-y-0.5">
      {paths.map((path) => (
        <li key={path}>
          <Link
            href={fileHref(projectId, path)}
            className="inline-block py-1 font-mono text-xs break-all underline decoration-line-strong underline-offset-2 hover:decoration-accent"
          >
            {path}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function Way({ title, text, children }: { title: string; text: string; children: React.ReactNode }) {
  return (
    <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
      <div className="min-w-[14rem] flex-1">
        <h3 className="font-semibold">{title}</h3>
        <p className="text-ink-soft">{text}</p>
      </div>
      {children}
    </div>
  );
}

function Terminal({ commands }: { commands: readonly string[] }) {
  return (
    <div className="flex w-full items-start gap-1 rounded border border-line bg-sunk py-1 pr-1 pl-3">
      <pre className="min-w-0 flex-1 py-1 text-xs leading-5 whitespace-pre-wrap">
        {commands.map((command) => (
          <span key={command} className="block">
            <span aria-hidden className="mr-2 text-ink-soft select-none">
              $
            </span>
            {command}
          </span>
        ))}
      </pre>
      <CopyButton look="quiet" text={`${commands.join("\n")}\n`} label="Copy" />
    </div>
  );
}

function Deliveries({ deliveries }: { deliveries: DeliverView["deliveries"] }) {
  return (
    <ol className="divide-y divide-line rounded border border-line bg-panel">
      {deliveries.map((one) => (
        <li key={`${one.hash}${one.at}${one.files}${one.left}`} className="flex flex-wrap gap-x-4 px-4 py-2">
          <span className="font-semibold">{one.kind}</span>
          <span>
            {one.files} files
            {one.left > 0 && <span className="text-warn">, without {one.left} planned</span>}
          </span>
          <span className="font-mono text-xs leading-5 text-ink-soft" title={one.hash}>
            {one.hash.slice(0, 12)}
          </span>
          <span className="ml-auto text-xs leading-5 text-ink-soft">
            {one.at}, {one.by}
          </span>
        </li>
      ))}
    </ol>
  );
}
