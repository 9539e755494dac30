"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useRef, useState } from "react";
import { FILE_SIZE } from "#lib/core/api/limits.ts";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import { PANES, type PaneView } from "#lib/core/view/pane-view.ts";
import type { RepairView } from "#lib/core/view/repair-view.ts";
import type { CheckedView, TaskFacts } from "#lib/core/view/task-view.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import { fileHref } from "../file-href.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { EditorHandle } from "./code-editor.tsx";
import { DecisionFlow, type Question } from "./decision-flow.tsx";
import { FileHeader } from "./file-header.tsx";
import { plainText } from "./pinned-code.tsx";
import { ProofAside } from "./proof-aside.tsx";
import { LastRun, RunBox } from "./run-box.tsx";
import { TaskPane } from "./task-pane.tsx";
import { type MaybeChecked, useChecked } from "./use-checked.ts";
import { useFileDraft } from "./use-file-draft.ts";
import { VerdictBar } from "./verdict-bar.tsx";
import type { WorkActions } from "./work-actions.ts";

const RepairCard = lazy(() => import("./repair-card.tsx").then((loaded) => ({ default: loaded.RepairCard })));
/** Only in the browser: what was typed and not saved lives there. */
const EditPane = dynamic(() => import("./edit-pane.tsx").then((loaded) => loaded.EditPane), {
  ssr: false,
  loading: () => <Skeleton className="h-96" />,
});

interface Props {
  projectId: string;
  version: number;
  plan: GenerationView["plan"];
  aborted: boolean;
  row: TaskRow;
  facts: TaskFacts;
  pane: PaneView;
  editing: boolean;
  checked: MaybeChecked;
  /** What could be mended by itself; null while nothing failed. */
  repair: Promise<RepairView | null> | null;
  /** The check that the address asks for. */
  shown: string | undefined;
  around: { previous: string | null; next: string | null; nextOpen: string | null };
  actions: WorkActions;
}

/** One file on the workbench: what it is in the centre, what is proved at the right, what is decided below. */
export function FileWork({
  projectId,
  version,
  plan,
  aborted,
  row,
  facts,
  pane,
  editing,
  checked,
  repair,
  shown,
  around,
  actions,
}: Props) {
  const router = useRouter();
  const act = useAct();
  const base = fileHref(projectId, row.path);
  const running = plan === "approved" && !aborted && row.status !== "removed";
  const [question, setQuestion] = useState<Question | null>(null);
  const { live, setLive, typing, refused, said, setSaid, edit, leave, save, drop } = useFileDraft({
    projectId,
    path: row.path,
    act,
    actions,
  });
  const editor = useRef<EditorHandle | null>(null);
  const text = pane.pane === "content" && pane.lines ? plainText(pane.lines) : "";

  const takeBack = (number: number) =>
    act.run(
      () => actions.decide({ kind: "take-back", path: row.path, number }),
      () => setSaid(`Draft ${number} is on the table again, as a new draft.`),
    );
  const lineHref = (line: number) => (editing ? `#L${line}` : `${base}#L${line}`);

  const bar = (known: CheckedView | null) => (
    <DecisionFlow
      {...{ projectId, version, row, running, around, actions, act, base, question, setQuestion, edit, editing }}
      checked={known}
      hasTemplate={row.gap === null || row.draft?.source === "template"}
      onSaid={setSaid}
      onPane={(number) => {
        const one = PANES[number];
        if (one) router.replace(one === "content" ? base : `${base}?pane=${one}`, { scroll: false });
      }}
      bar={(acts) => (
        <VerdictBar
          row={row}
          facts={facts}
          checked={known}
          running={running}
          editing={editing && running}
          busy={act.busy}
          hrefs={{
            previous: around.previous && fileHref(projectId, around.previous),
            next: around.next && fileHref(projectId, around.next),
            plan: `/p/${projectId}/plan`,
          }}
          acts={acts}
        />
      )}
    />
  );

  return (
    <div className="grid grid-cols-[minmax(0,1fr)] pb-20 lg:grid-cols-[minmax(0,1fr)_22.5rem]">
      <main
        id="main"
        className="min-w-0 space-y-4 px-4 py-5 md:px-6"
        onDragOver={(event) => running && !editing && event.preventDefault()}
        onDrop={(event) => {
          const [file, ...more] = event.dataTransfer.files;
          if (!file || more.length > 0 || isFolder(event.dataTransfer) || !running || editing) return;
          event.preventDefault();
          void drop(file);
        }}
      >
        <FileHeader row={row} facts={facts} base={base} pane={pane.pane} editing={editing} />
        {/* What an act came to stays in sight, wherever in a long file one acted. */}
        <p role="status" className="sticky top-[5.75rem] z-10 bg-paper py-1 text-xs text-ink-soft empty:sr-only">
          {said}
        </p>
        {!editing && question === null && <ProblemList problems={act.problems} />}
        {refused && (
          <ProblemList
            problems={[
              { path: row.path, code: "refused", message: refused, hint: `Drop a text file of at most ${FILE_SIZE}.` },
            ]}
            title="That file was not taken"
          />
        )}
        {repair && !editing && running && pane.pane === "content" && (
          <Suspense key={`repair-${row.draft?.sha256}`} fallback={null}>
            <RepairCard
              path={row.path}
              repair={repair}
              act={act}
              onApply={({ base: from, sha256 }) =>
                act.run(
                  () => actions.repair(row.path, from, sha256),
                  ({ number }) => setSaid(`The repair is draft ${number}.`),
                )
              }
              onEdit={edit}
              onRegenerate={() => setQuestion("regenerate")}
              onDefer={() => setQuestion("defer")}
            />
          </Suspense>
        )}
        {editing && running ? (
          <EditPane
            {...{ projectId, text, save, editor }}
            path={row.path}
            busy={act.busy}
            problems={act.problems}
            handle={editor}
            onTyping={typing}
            onChecked={setLive}
            onSave={save}
            onLeave={leave}
          />
        ) : (
          <Suspense fallback={<Skeleton className="h-96" />}>
            <TaskPane
              {...{ pane, row, facts, base, projectId, checked, running }}
              onEdit={edit}
              onTakeBack={running && !act.busy ? takeBack : undefined}
            />
          </Suspense>
        )}
      </main>
      <ProofAside
        checked={checked}
        live={editing ? live : null}
        sha256={row.draft?.sha256}
        lineHref={lineHref}
        onLine={(line) => editor.current?.goTo(line)}
        shown={shown}
        now={<RunBox path={row.path} ready={running && row.draft !== null} actions={actions} />}
        last={<LastRun path={row.path} />}
      />
      <Suspense key={`bar-${row.draft?.sha256}`} fallback={bar(null)}>
        <Known checked={checked} draw={bar} />
      </Suspense>
    </div>
  );
}

const isFolder = ({ items }: DataTransfer): boolean => items[0]?.webkitGetAsEntry()?.isDirectory === true;

const Known = ({ checked, draw }: { checked: MaybeChecked; draw(known: CheckedView | null): React.ReactNode }) =>
  draw(useChecked(checked));
