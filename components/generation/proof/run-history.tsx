import { durationWords, isolationWords, RUN_KIND_WORDS, RUN_STATUS_WORDS } from "#lib/core/view/run-words.ts";
import type { RunView } from "#lib/core/view/runs-view.ts";
import { whenWords } from "#lib/core/view/when.ts";
import { Badge } from "../../ui/badge.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ScrollRegion } from "../../ui/scroll-region.tsx";
import { RunChart } from "./run-chart.tsx";

/** Every run so far, newest first, with what came out and how long it took. */
export function RunHistory({ runs, now }: { runs: readonly RunView[]; now: number }) {
  const done = runs.filter(({ status, kind }) => status === "done" && kind !== "draft");
  return (
    <section aria-labelledby="runs" className="space-y-3">
      <h2 id="runs" className="text-lg font-semibold">
        Runs so far
      </h2>
      {runs.length === 0 ? (
        <EmptyState title="Nothing has run yet">
          Each run in the sandbox will stand here with its time, what passed, what failed and who asked for it.
        </EmptyState>
      ) : (
        <>
          {done.length > 1 && <RunChart runs={[...done].reverse()} />}
          <ScrollRegion label="Runs" className="rounded border border-line bg-panel">
            <table className="w-full text-left">
              <thead className="border-line border-b text-xs text-ink-soft">
                <tr>
                  {["When", "What", "Result", "Time", "Sandbox", "Asked by"].map((head) => (
                    <th key={head} scope="col" className="px-3 py-2 whitespace-nowrap">
                      {head}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {runs.map((run) => (
                  <RunLine key={run.id} run={run} now={now} />
                ))}
              </tbody>
            </table>
          </ScrollRegion>
        </>
      )}
    </section>
  );
}

function RunLine({ run, now }: { run: RunView; now: number }) {
  return (
    <tr className="border-line border-b align-top last:border-0">
      <td className="px-3 py-2 whitespace-nowrap">
        <time dateTime={run.createdAt}>{whenWords(run.createdAt, now)}</time>
      </td>
      <td className="min-w-[10rem] px-3 py-2">
        {RUN_KIND_WORDS[run.kind]}
        <span className="block text-xs text-ink-soft">
          {run.paths.length === 1 ? run.paths[0] : `${run.paths.length} files`}
        </span>
      </td>
      <td className="min-w-[12rem] px-3 py-2">
        <RunResult run={run} />
      </td>
      <td className="tabular px-3 py-2 whitespace-nowrap">
        {run.durationMs === null ? "–" : durationWords(run.durationMs)}
      </td>
      <td className="px-3 py-2 whitespace-nowrap">{isolationWords(run)}</td>
      <td className="px-3 py-2" dir="auto">
        {run.by.name || run.by.kind}
      </td>
    </tr>
  );
}

function RunResult({ run }: { run: RunView }) {
  if (run.status !== "done")
    return (
      <>
        <Badge tone={run.status === "crashed" ? "stop" : run.status === "cancelled" ? "plain" : "notice"}>
          {RUN_STATUS_WORDS[run.status]}
        </Badge>
        {run.reason && <span className="mt-1 block text-xs text-ink-soft">{run.reason}</span>}
      </>
    );
  const { passed, failed, partial, skipped } = run.counts;
  return (
    <>
      <Badge tone={failed > 0 ? "stop" : "good"}>{failed > 0 ? `${failed} failed` : "Nothing failed"}</Badge>
      <span className="tabular mt-1 block text-xs text-ink-soft">
        {[`${passed} passed`, partial > 0 && `${partial} passed so far`, skipped > 0 && `${skipped} skipped`]
          .filter(Boolean)
          .join(", ")}
      </span>
      {run.reason && <span className="block text-xs text-ink-soft">{run.reason}</span>}
    </>
  );
}
