"use client";
import { RotateCw } from "lucide-react";
import { useState } from "react";
import { isLive, RUN_STATUS_WORDS, runOfFile, takesRuns } from "#lib/core/view/run-words.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { LiveRun, StepsFold } from "../live/run-steps.tsx";
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
  const run = view && runOfFile(view, path);
  const live = run && isLive(run);
  return (
    <div className="space-y-3">
      <div className="flex min-h-7 flex-wrap items-center justify-between gap-2">
        <SandboxLine className="min-w-0 text-xs" />
        {view && !live && ready && takesRuns(view.sandbox) && (
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
      <p role="status" className="text-xs text-ink-soft empty:sr-only">
        {live ? "" : said}
      </p>
      <ProblemList problems={act.problems} title="That was not done" />
      {live && (
        <section
          aria-label="What the sandbox does now"
          className="rounded border border-accent-line bg-accent-soft px-3 py-2.5"
        >
          <LiveRun run={run} busy={act.busy} onCancel={() => act.run(() => actions.cancel(run.id))} />
        </section>
      )}
    </div>
  );
}

/** How the last run of this file went, under what it found. */
export function LastRun({ path }: { path: string }) {
  const { view } = useRuns();
  const run = view && runOfFile(view, path);
  if (!run || isLive(run)) return null;
  if (run.status === "crashed")
    return (
      <Callout tone="stop" title="The last run crashed">
        {run.reason} Change the file, or run it again.
      </Callout>
    );
  if (run.status === "cancelled")
    return (
      <p className="text-xs text-ink-soft">
        {RUN_STATUS_WORDS.cancelled}. {run.reason}
      </p>
    );
  return <StepsFold run={run} label="Steps of the last run" />;
}
