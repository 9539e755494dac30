"use client";
import { Play } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import { isLive, sandboxWords, takesRuns } from "#lib/core/view/run-words.ts";
import { Button } from "../../ui/button.tsx";
import { Callout } from "../../ui/callout.tsx";
import { LiveRun } from "../live/run-steps.tsx";
import { useRuns } from "../live/runs-context.tsx";
import { SandboxLine } from "../live/sandbox-line.tsx";
import { type CheckSome, useCheckAll } from "../live/use-check-all.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import { askedWords, type RunActions } from "../workbench/work-actions.ts";

export interface RunControlActions extends RunActions {
  /** Reads a few files through the checks that execute nothing. */
  check: CheckSome;
}

interface Props {
  paths: readonly string[];
  plan: GenerationView["plan"];
  actions: RunControlActions;
}

/** Runs the whole repository: in the sandbox, or where there is no Docker by reading every file here. */
export function RunControl({ paths, plan, actions }: Props) {
  const act = useAct();
  const [said, setSaid] = useState("");
  const { view } = useRuns();
  const run = view?.runs.find((one) => one.kind === "repository" && isLive(one));
  const words = view && sandboxWords(view.sandbox);
  const waiting = view?.runs.filter(({ status }) => status === "queued").length ?? 0;
  return (
    <section aria-label="Run" className="space-y-3 rounded border border-line bg-panel px-5 py-4">
      <SandboxLine className="text-xs" />
      {words?.tone && <p className="text-xs text-ink-soft">{words.long}</p>}
      {run ? (
        <>
          <LiveRun run={run} busy={act.busy} onCancel={() => act.run(() => actions.cancel(run.id))} />
          {waiting > 1 && <p className="text-xs text-ink-soft">{waiting} runs of this project are waiting.</p>}
        </>
      ) : view && takesRuns(view.sandbox) ? (
        <>
          <Button
            look="primary"
            className="w-full"
            disabled={act.busy || paths.length === 0 || plan !== "approved"}
            onClick={() =>
              act.run(
                () => actions.prove("repository", []),
                (asked) => setSaid(askedWords(asked)),
              )
            }
            icon={<Play aria-hidden className="size-4" />}
          >
            Run the whole repository
          </Button>
          <p className="text-xs text-ink-soft">
            {plan === "approved"
              ? "Lint, types, tests and what they cover, security and the build, for the drafts as they stand now."
              : "Approve the plan first; then its files can be proved."}
          </p>
        </>
      ) : (
        <ReadAll paths={paths} check={actions.check} />
      )}
      <p role="status" className="text-xs text-ink-soft empty:sr-only">
        {run ? "" : said}
      </p>
      <ProblemList problems={act.problems} title="The run was not asked for" />
    </section>
  );
}

/** Without Docker: every file is read here, a few at a time. */
function ReadAll({ paths, check }: { paths: readonly string[]; check: CheckSome }) {
  const router = useRouter();
  const { asked, broken, start, stop } = useCheckAll(check);
  const [reading, setReading] = useState(false);
  const read = async () => {
    setReading(true);
    if (await start(paths)) router.refresh();
    setReading(false);
  };
  return (
    <>
      {reading ? (
        <div role="status" className="space-y-1.5">
          <p className="tabular flex items-center justify-between">
            Read {asked} of {paths.length}
            <Button
              size="sm"
              onClick={() => {
                stop();
                setReading(false);
              }}
            >
              Stop
            </Button>
          </p>
          <progress
            aria-label="Files read"
            className="h-1.5 w-full accent-accent"
            max={paths.length || 1}
            value={asked}
          />
        </div>
      ) : (
        <Button
          look="primary"
          className="w-full"
          disabled={paths.length === 0}
          onClick={() => void read()}
          icon={<Play aria-hidden className="size-4" />}
        >
          Read every file
        </Button>
      )}
      <p className="text-xs text-ink-soft">
        Syntax, contract, imports, style and security are judged by reading. Types, tests and the build run code; they
        are skipped until Docker is there.
      </p>
      {broken && (
        <Callout tone="stop" role="alert" title="The checks did not finish">
          {broken}
        </Callout>
      )}
    </>
  );
}
