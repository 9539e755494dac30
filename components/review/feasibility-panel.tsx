"use client";
import { Play } from "lucide-react";
import type { ReactNode } from "react";
import type { Problem } from "#lib/core/result.ts";
import type { FailingFile, Feasibility } from "#lib/core/view/feasibility-view.ts";
import type { CheckTally } from "#lib/core/view/runs-view.ts";
import { fileHref } from "../generation/file-href.ts";
import { LiveRun, StepsFold } from "../generation/live/run-steps.tsx";
import { SandboxLine } from "../generation/live/sandbox-line.tsx";
import { Badge } from "../ui/badge.tsx";
import { Button } from "../ui/button.tsx";
import { cx } from "../ui/cx.ts";
import { Link } from "../ui/link.tsx";
import type { ReviewVerb } from "./use-review-act.ts";

export interface FeasibilityActions {
  prove(): Promise<Problem[]>;
  cancel(runId: string): Promise<Problem[]>;
}

interface Props {
  projectId: string;
  state: Feasibility;
  /** Files have pages of their own once the plan is open. */
  linked: boolean;
  actions: FeasibilityActions;
  busy: boolean;
  act(verb: ReviewVerb): void;
}

/** What really ran for this design, beside the score: the critic reads, this executes. */
export function FeasibilityPanel({ projectId, state, linked, actions, busy, act }: Props) {
  const again = (
    <Button
      size="sm"
      disabled={busy}
      onClick={() => act(actions.prove)}
      icon={<Play aria-hidden className="size-3.5" />}
    >
      Prove this design
    </Button>
  );
  return (
    <section aria-labelledby="feasibility" className="rounded border border-line bg-panel">
      <header className="flex flex-wrap items-center gap-x-3 gap-y-1 px-5 pt-4">
        <h2 id="feasibility" className="text-base font-semibold">
          Feasibility, executed
        </h2>
        <Verdict state={state} />
        <SandboxLine className="ml-auto text-xs" />
      </header>
      <div className="space-y-3 px-5 pt-2 pb-4">{bodyOf()}</div>
    </section>
  );

  function bodyOf(): ReactNode {
    switch (state.kind) {
      case "not-run":
        return (
          <>
            <p className="measure text-ink-soft">Not run. {state.because} The score above is from reading alone.</p>
            {state.canAsk && again}
          </>
        );
      case "live":
        return (
          <>
            <p className="measure text-ink-soft">The whole repository of this design is proved in the background.</p>
            <LiveRun run={state.run} busy={busy} onCancel={() => act(() => actions.cancel(state.run.id))} />
          </>
        );
      case "stopped":
        return (
          <>
            <p className="measure">
              {state.run.status === "crashed" ? "The run crashed. " : ""}
              {state.run.reason} Nothing is known about this design yet.
            </p>
            {again}
          </>
        );
      case "done":
        return (
          <>
            {!state.current && (
              <>
                <p className="measure">
                  This ran for an earlier design; what stands below is what it said then. Run it for the design as it is
                  now.
                </p>
                {again}
              </>
            )}
            <Tallies tallies={state.tallies} />
            {state.failing.length > 0 && <Failing files={state.failing} projectId={projectId} linked={linked} />}
            <StepsFold run={state.run} />
          </>
        );
    }
  }
}

function Verdict({ state }: { state: Feasibility }) {
  if (state.kind === "live")
    return <Badge tone="notice">{state.run.status === "queued" ? "waiting" : "running"}</Badge>;
  if (state.kind !== "done") return <Badge>not run</Badge>;
  if (!state.current) return <Badge tone="warn">stale</Badge>;
  if (!state.proved) return <Badge tone="stop">did not prove</Badge>;
  return state.run.sandbox === "docker" ? (
    <Badge tone="good">proved</Badge>
  ) : (
    <Badge tone="notice">read, not executed</Badge>
  );
}

/** Each check over all files of the design. */
function Tallies({ tallies }: { tallies: readonly CheckTally[] }) {
  return (
    <dl className="grid grid-cols-2 gap-px overflow-hidden rounded border border-line bg-line sm:grid-cols-4">
      {tallies.map(({ check, label, passed, failed, partial, skipped }) => (
        <div key={check} className="bg-panel px-3 py-2">
          <dt className="text-xs text-ink-soft">{label}</dt>
          <dd className={cx("tabular font-semibold", failed > 0 ? "text-stop" : passed + partial > 0 && "text-good")}>
            {failed > 0
              ? `${failed} of ${failed + passed + partial} failed`
              : passed + partial > 0
                ? `${passed + partial} passed`
                : "did not run"}
          </dd>
          {skipped > 0 && passed + partial + failed > 0 && (
            <dd className="tabular text-xs text-ink-soft">{skipped} skipped</dd>
          )}
        </div>
      ))}
    </dl>
  );
}

const SHOWN = 8;

function Failing({ files, projectId, linked }: { files: readonly FailingFile[]; projectId: string; linked: boolean }) {
  return (
    <div>
      <h3 className="mb-1 font-semibold">{files.length === 1 ? "One file fails" : `${files.length} files fail`}</h3>
      <ul className="space-y-0.5">
        {files.slice(0, SHOWN).map(({ path, checks }) => (
          <li key={path}>
            {linked ? (
              <Link
                href={fileHref(projectId, path)}
                className="inline-block py-0.5 font-mono text-xs break-all underline decoration-line-strong underline-offset-2 hover:decoration-accent"
              >
                {path}
              </Link>
            ) : (
              <span className="font-mono text-xs break-all">{path}</span>
            )}
            <span className="text-xs text-ink-soft"> {checks.join(", ").toLowerCase()}</span>
          </li>
        ))}
        {files.length > SHOWN && <li className="text-xs text-ink-soft">and {files.length - SHOWN} more</li>}
      </ul>
    </div>
  );
}
