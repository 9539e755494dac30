"use client";
import { RotateCw, Square } from "lucide-react";
import { useState } from "react";
import { durationWords, isLive, RUN_STATUS_WORDS, runOfFile, stepWords, takesRuns } from "#lib/core/view/run-words.ts";
import type { RunView } from "#lib/core/view/runs-view.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { RunSteps } from "../live/run-steps.tsx";
import { useRuns } from "../live/runs-context.tsx";
import { SandboxLine } from "../live/sandbox-line.tsx";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import { askedWords, type RunActions } from "./work-actions.ts";

interface Props {
  path: string;
  /** Whether the checks may be asked for: there is content, and nobody types. */
  ready: boolean;
  actions: RunActions;
}

/** What the sandbox is doing about this file: the running steps with a way to end them, or a way to run them again. */
export function RunBox({ path, ready, actions }: Props) {
  const act = useAct();
  const [said, setSaid] = useState("");
  const { view } = useRuns();
  if (!view) return null;
  const run = runOfFile(view, path);
  const live = run && isLive(run) ? run.status : null;
  return (
    <div className="space-y-3">
      {run && live && (
        <div role="status" className="rounded border border-accent-line bg-accent-soft px-3 py-2.5">
          <div className="flex items-center justify-between gap-2">
            <p className="font-semibold">
              {live === "queued" ? "Waiting for the sandbox" : "The sandbox is at work"}
              {run.paths.length > 1 && <span className="font-normal"> on {run.paths.length} files</span>}
            </p>
            <Button
              size="sm"
              disabled={act.busy}
              onClick={() => act.run(() => actions.cancel(run.id))}
              icon={<Square aria-hidden className="size-3" />}
            >
              Cancel
            </Button>
          </div>
          <p className="mt-1 text-xs">{stepWords(run)}</p>
          {run.steps.length > 0 && (
            <div className="mt-2">
              <RunSteps steps={run.steps} />
            </div>
          )}
        </div>
      )}
      {run && !live && <LastRun run={run} />}
      <p role="status" className="text-xs text-ink-soft empty:sr-only">
        {live ? "" : said}
      </p>
      <ProblemList problems={act.problems} title="The checks were not asked for" />
      <div className="flex flex-wrap items-center justify-between gap-2">
        <SandboxLine className="min-w-0 text-xs" />
        {!live && ready && takesRuns(view.sandbox) && (
          <Button
            size="sm"
            disabled={act.busy}
            aria-keyshortcuts="v"
            onClick={() =>
              act.run(
                () => actions.prove("draft", [path]),
                (asked) => setSaid(askedWords(asked)),
              )
            }
            icon={<RotateCw aria-hidden className="size-3.5" />}
          >
            {run ? "Run again" : "Run the checks"}
          </Button>
        )}
      </div>
    </div>
  );
}

function LastRun({ run }: { run: RunView }) {
  if (run.status === "crashed")
    return (
      <Callout tone="stop" title="The last run crashed">
        {run.reason || "It ended its worker twice and is not tried again by itself."} Change the file, or run it again.
      </Callout>
    );
  if (run.status === "cancelled")
    return (
      <p className="text-xs text-ink-soft">
        {RUN_STATUS_WORDS.cancelled}. {run.reason}
      </p>
    );
  if (run.steps.length === 0) return null;
  return (
    <details className="text-xs">
      <summary className="inline-block rounded py-1 text-ink-soft underline decoration-line-strong underline-offset-2 hover:text-ink">
        Steps of the last run{run.durationMs === null ? "" : `, ${durationWords(run.durationMs)}`}
      </summary>
      <div className="mt-1.5 space-y-1.5">
        <RunSteps steps={run.steps} />
        {run.isolation && <p className="text-ink-soft">Isolation: {run.isolation}.</p>}
        {run.reason && <p className="text-ink-soft">{run.reason}</p>}
      </div>
    </details>
  );
}
