"use client";
import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { lazy, Suspense, useCallback, useRef, useState } from "react";
import type { GenerationView, TaskRow } from "#lib/core/view/generation-view.ts";
import { PANES, type PaneView } from "#lib/core/view/pane-view.ts";
import type { CheckedView, TaskFacts } from "#lib/core/view/task-view.ts";
import { Button } from "../../ui/button.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { fileHref } from "../file-href.ts";
import { ProblemList } from "../problem-list.tsx";
import { useAct } from "../use-act.ts";
import type { EditorHandle } from "./code-editor.tsx";
import { DecisionFlow, type Question } from "./decision-flow.tsx";
import { FileHeader } from "./file-header.tsx";
import { PinnedCode, pinsOf, plainText } from "./pinned-code.tsx";
import { ProofPanel, ProofSkeleton } from "./proof-panel.tsx";
import { keepTypedText, readTextFile, type TypedText } from "./typed-text.ts";
import { type MaybeChecked, useChecked } from "./use-checked.ts";
import { VerdictBar } from "./verdict-bar.tsx";
import type { WorkActions } from "./work-actions.ts";

const ContractPane = lazy(() => import("./panes.tsx").then((loaded) => ({ default: loaded.ContractPane })));
const DiffPane = lazy(() => import("./panes.tsx").then((loaded) => ({ default: loaded.DiffPane })));
const HistoryPane = lazy(() => import("./panes.tsx").then((loaded) => ({ default: loaded.HistoryPane })));
const PromptPane = lazy(() => import("./panes.tsx").then((loaded) => ({ default: loaded.PromptPane })));

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
  around,
  actions,
}: Props) {
  const router = useRouter();
  const act = useAct();
  const base = fileHref(projectId, row.path);
  const running = plan === "approved" && !aborted && row.status !== "removed";
  const [live, setLive] = useState<CheckedView | null>(null);
  const [question, setQuestion] = useState<Question | null>(null);
  const [refused, setRefused] = useState("");
  const [said, setSaid] = useState("");
  const editor = useRef<EditorHandle | null>(null);
  const text = pane.pane === "content" && pane.lines ? plainText(pane.lines) : "";

  const edit = useCallback(() => router.push(`${base}?edit=1`, { scroll: false }), [router, base]);
  const leave = useCallback(() => {
    setLive(null);
    router.replace(base, { scroll: false });
  }, [router, base]);
  const save = (typed: TypedText, reason: string) =>
    act.run(
      () => actions.save({ path: row.path, text: typed.text, source: typed.source, reason }),
      ({ number }) => {
        keepTypedText(projectId, row.path, null);
        setSaid(`Saved as draft ${number}.`);
        leave();
      },
    );
  const drop = async (file: File) => {
    const read = await readTextFile(file);
    if ("refused" in read) {
      setRefused(read.refused);
      return;
    }
    setRefused("");
    keepTypedText(projectId, row.path, { text: read.text, source: "paste", note: `From ${file.name}` });
    edit();
  };
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
          const [file] = event.dataTransfer.files;
          if (!file || !running || editing) return;
          event.preventDefault();
          void drop(file);
        }}
      >
        <FileHeader row={row} facts={facts} base={base} pane={pane.pane} editing={editing} />
        <p role="status" className="text-xs text-ink-soft empty:sr-only">
          {said}
        </p>
        {!editing && question === null && <ProblemList problems={act.problems} />}
        {refused && (
          <ProblemList
            problems={[
              { path: row.path, code: "refused", message: refused, hint: "Drop a text file of at most 256 KiB." },
            ]}
            title="That file was not taken"
          />
        )}
        {editing && running ? (
          <EditPane
            {...{ projectId, text, save, editor }}
            path={row.path}
            busy={act.busy}
            problems={act.problems}
            handle={editor}
            onChecked={setLive}
            onSave={save}
            onLeave={leave}
          />
        ) : (
          <Suspense fallback={<Skeleton className="h-96" />}>
            <Pane {...{ pane, row, facts, base, projectId, checked, running }} onEdit={edit} />
          </Suspense>
        )}
      </main>
      <aside
        id="proof"
        aria-label="Proof"
        className="border-line px-4 pb-6 max-lg:border-t max-lg:pt-5 md:px-6 lg:border-l lg:px-4 lg:py-5"
      >
        <div className="lg:sticky lg:top-[6.75rem] lg:max-h-[calc(100dvh-11rem)] lg:overflow-y-auto">
          <h2 className="mb-3 font-semibold">Proof</h2>
          {editing && live ? (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the links inside are the controls; this only hears them
            // biome-ignore lint/a11y/noStaticElementInteractions: as above
            <div
              onClick={(event) => {
                const line = /#L(\d+)$/.exec(
                  (event.target as HTMLElement).closest("a")?.getAttribute("href") ?? "",
                )?.[1];
                if (!line) return;
                event.preventDefault();
                editor.current?.goTo(Number(line));
              }}
            >
              <ProofPanel checked={live} lineHref={lineHref} live />
            </div>
          ) : (
            <Suspense key={row.draft?.sha256 ?? "none"} fallback={<ProofSkeleton />}>
              <Proof checked={checked} lineHref={lineHref} />
            </Suspense>
          )}
        </div>
      </aside>
      <Suspense key={`bar-${row.draft?.sha256}`} fallback={bar(null)}>
        <Known checked={checked} draw={bar} />
      </Suspense>
    </div>
  );
}

const Known = ({ checked, draw }: { checked: MaybeChecked; draw(known: CheckedView | null): React.ReactNode }) =>
  draw(useChecked(checked));

function Proof({ checked, lineHref }: { checked: MaybeChecked; lineHref(line: number): string }) {
  const known = useChecked(checked);
  if (known) return <ProofPanel checked={known} lineHref={lineHref} />;
  return (
    <EmptyState title="Nothing to check yet">
      Once this file has content, its checks stand here: what passed, what failed and on which line.
    </EmptyState>
  );
}

interface PaneProps {
  pane: PaneView;
  row: TaskRow;
  facts: TaskFacts;
  base: string;
  projectId: string;
  checked: MaybeChecked;
  running: boolean;
  onEdit(): void;
}

function Pane({ pane, row, facts, base, projectId, checked, running, onEdit }: PaneProps) {
  switch (pane.pane) {
    case "diff":
      return <DiffPane view={pane} base={base} path={row.path} />;
    case "contract":
      return <ContractPane view={pane} projectId={projectId} path={row.path} />;
    case "prompt":
      return <PromptPane view={pane} />;
    case "history":
      return <HistoryPane facts={facts} base={base} />;
    case "content":
      if (pane.lines === null) {
        return (
          <EmptyState
            title="No content yet"
            action={
              <Button look="primary" disabled={!running} onClick={onEdit}>
                Write or paste it here
              </Button>
            }
          >
            Give the sub-prompt to your agent and paste or drop what it wrote, or write the file yourself.
          </EmptyState>
        );
      }
      return (
        <div className="space-y-2">
          <div className="flex items-center justify-between gap-2">
            <p className="text-xs text-ink-soft">{running ? "Drop a file here to take it as a new draft." : ""}</p>
            <Button size="sm" disabled={!running} onClick={onEdit}>
              Edit
            </Button>
          </div>
          <Suspense
            key={row.draft?.sha256}
            fallback={<PinnedCode lines={pane.lines} label={row.path} pins={new Map()} />}
          >
            <CheckedCode lines={pane.lines} label={row.path} checked={checked} />
          </Suspense>
        </div>
      );
  }
}

function CheckedCode({
  checked,
  ...rest
}: {
  checked: MaybeChecked;
  lines: NonNullable<Extract<PaneView, { pane: "content" }>["lines"]>;
  label: string;
}) {
  return <PinnedCode {...rest} pins={pinsOf(useChecked(checked)?.lines ?? [])} />;
}
