"use client";
import { useMemo, useState } from "react";
import type { GenerationView } from "#lib/core/view/generation-view.ts";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import type { ProofView } from "#lib/core/view/proof-view.ts";
import { liveStates } from "#lib/core/view/run-words.ts";
import type { RunView } from "#lib/core/view/runs-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Input } from "../../ui/field.tsx";
import { GenerationTabs } from "../generation-tabs.tsx";
import { useRuns } from "../live/runs-context.tsx";
import { MATRIX_KINDS } from "./matrix-filter.ts";
import { ProofMatrix } from "./proof-matrix.tsx";
import { ProofSummary } from "./proof-summary.tsx";
import { RunControl, type RunControlActions } from "./run-control.tsx";
import { RunHistory } from "./run-history.tsx";

interface Props {
  view: GenerationView;
  journey: JourneyView;
  proof: ProofView;
  /** Runs as the server knew them, further back than the stream tells. */
  history: readonly RunView[];
  actions: RunControlActions;
  /** When the page was drawn, milliseconds since 1970. */
  now: number;
}

/** The proof of the whole repository: how far it is, every file by every check, and the runs so far. */
export function ProofWork({ view, journey, proof, history, actions, now }: Props) {
  const { view: runs } = useRuns();
  const live = useMemo(() => liveStates(runs), [runs]);
  const all = useMemo(() => {
    const told = runs?.runs ?? [];
    return [...told, ...history.filter((run) => !told.some(({ id }) => id === run.id))];
  }, [runs, history]);
  const [kind, setKind] = useState("all");
  const [words, setWords] = useState("");
  const rows = useMemo(() => {
    const has = MATRIX_KINDS.find(({ id }) => id === kind)?.has ?? (() => true);
    return proof.rows.filter((row) => has(row) && row.path.toLowerCase().includes(words.trim().toLowerCase()));
  }, [proof.rows, kind, words]);
  return (
    <ProjectFrame journey={journey} current="generation" wide>
      <GenerationTabs view={view} current="proof" />
      <header className="mt-5 mb-6">
        <h1 className="text-xl font-semibold">Proof</h1>
        <p className="measure mt-2 text-ink-soft">
          What has really run, for the current draft of every file. A check that did not run is never counted as passed.
        </p>
      </header>
      <div className="space-y-8">
        <div className="grid grid-cols-[minmax(0,1fr)] items-start gap-4 lg:grid-cols-[minmax(0,1fr)_20rem]">
          <ProofSummary proof={proof} kind={kind} onKind={setKind} />
          <RunControl paths={proof.rows.map(({ path }) => path)} plan={view.plan} actions={actions} />
        </div>
        <section aria-labelledby="matrix" className="space-y-3">
          <div className="flex flex-wrap items-end justify-between gap-3">
            <h2 id="matrix" className="text-lg font-semibold">
              Files by checks
            </h2>
            <Input
              aria-label="Filter the files by path"
              type="search"
              placeholder="Filter by path"
              className="h-8 max-w-64"
              value={words}
              onChange={(event) => setWords(event.target.value)}
            />
          </div>
          <p role="status" className="sr-only">
            {rows.length} files shown
          </p>
          {rows.length > 0 ? (
            <>
              <p className="text-xs text-ink-soft max-md:hidden">
                Arrow keys go from cell to cell; Enter opens the file at that check.
              </p>
              <ProofMatrix
                projectId={view.projectId}
                rows={rows}
                columns={proof.columns}
                coverage={proof.coverage}
                live={live}
              />
            </>
          ) : (
            <EmptyState title={proof.rows.length === 0 ? "No file has content yet" : "No file matches"}>
              {proof.rows.length === 0
                ? "Each file with a draft will stand here with its checks."
                : "Choose another state above, or change the words."}
            </EmptyState>
          )}
          {proof.empty > 0 && (
            <p className="text-xs text-ink-soft">
              {proof.empty === 1 ? "One planned file has" : `${proof.empty} planned files have`} no content yet; what
              needs them waits and does not fail.
            </p>
          )}
        </section>
        <RunHistory runs={all} now={now} />
      </div>
    </ProjectFrame>
  );
}
