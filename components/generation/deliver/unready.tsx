import { checks } from "#lib/core/checks/check.ts";
import type { DeliverView, Lack } from "#lib/core/view/deliver-view.ts";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { buttonClass } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { Link } from "../../ui/link.tsx";
import { fileHref } from "../file-href.ts";

/** What is missing comes first, with where to mend it. */
export function Unready({ deliver, plan }: { deliver: DeliverView; plan: GenerationView["plan"] }) {
  const nothing =
    deliver.lacks.length === 0 &&
    deliver.stubs.length === 0 &&
    deliver.newer.length === 0 &&
    deliver.acknowledged.length === 0;
  const unrun = deliver.evidence?.checks.filter(({ skipped }) => skipped) ?? [];
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
            What stands in a stub has the names you gave it and raises NotImplementedError until you or your agent write
            it. The manifest marks it as unfinished.
          </p>
          <Files files={deliver.stubs.map((path) => ({ path }))} projectId={deliver.projectId} />
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
          <Files files={deliver.newer.map((path) => ({ path }))} projectId={deliver.projectId} />
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
          <Files
            files={deliver.acknowledged.map(({ path, reason }) => ({ path, note: reason }))}
            projectId={deliver.projectId}
          />
        </Callout>
      )}
      {nothing && plan === "approved" && (
        <Callout tone="good" title="Nothing is missing">
          Every planned file is accepted, and none of them is a stub.
        </Callout>
      )}
      {unrun.length > 0 && (
        <p className="text-xs text-ink-soft">
          Did not run on every file here: {unrun.map(({ check }) => checks[check].label).join(", ")}. What executes code
          needs the validation sandbox; the commands below run it on your machine.
        </p>
      )}
    </section>
  );
}

function LackBox({ lack, projectId }: { lack: Lack; projectId: string }) {
  return (
    <Callout
      tone={lack.kind === "deferred" ? "notice" : "warn"}
      title={`${lack.title}: ${lack.files.length === 1 ? "one file" : `${lack.files.length} files`}`}
      actions={
        <Link href={fileHref(projectId, lack.files[0]?.path ?? "")} className={buttonClass("secondary", "sm")}>
          Go to the {lack.files.length === 1 ? "file" : "first of them"}
        </Link>
      }
    >
      <p>{lack.mend}</p>
      <details className="mt-1" open={lack.files.length <= 6}>
        <summary className="rounded text-xs underline decoration-line-strong underline-offset-2">
          {lack.files.length === 1 ? "The file" : "The files"}
        </summary>
        <Files files={lack.files} projectId={projectId} />
      </details>
    </Callout>
  );
}

function Files({ files, projectId }: { files: readonly { path: string; note?: string }[]; projectId: string }) {
  return (
    <ul className="mt-1.5 space-y-1">
      {files.map(({ path, note }) => (
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
  );
}
