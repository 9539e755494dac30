"use client";
import { useRouter } from "next/navigation";
import { lazy, type ReactNode, Suspense } from "react";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import type { CheckedView } from "#lib/core/view/task-view.ts";
import { fileHref } from "../file-href.ts";
import type { useAct } from "../use-act.ts";
import { useWorkKeys } from "./use-work-keys.ts";
import { acceptHindrance, type BarActs } from "./verdict-bar.tsx";
import { askedWords, type WorkActions } from "./work-actions.ts";

const AbortDialog = lazy(() => import("./decision-dialogs.tsx").then((loaded) => ({ default: loaded.AbortDialog })));
const AcknowledgeDialog = lazy(() =>
  import("./decision-dialogs.tsx").then((loaded) => ({ default: loaded.AcknowledgeDialog })),
);
const DeferDialog = lazy(() => import("./decision-dialogs.tsx").then((loaded) => ({ default: loaded.DeferDialog })));
const ModifyDialog = lazy(() => import("./decision-dialogs.tsx").then((loaded) => ({ default: loaded.ModifyDialog })));
const RegenerateDialog = lazy(() =>
  import("./decision-dialogs.tsx").then((loaded) => ({ default: loaded.RegenerateDialog })),
);
const WorkHelp = lazy(() => import("./work-help.tsx").then((loaded) => ({ default: loaded.WorkHelp })));

export type Question = "accept" | "modify" | "regenerate" | "defer" | "abort" | "help";

interface Props {
  projectId: string;
  version: number;
  row: TaskRow;
  checked: CheckedView | null;
  running: boolean;
  hasTemplate: boolean;
  editing: boolean;
  around: { previous: string | null; next: string | null; nextOpen: string | null };
  actions: WorkActions;
  act: ReturnType<typeof useAct>;
  base: string;
  question: Question | null;
  setQuestion(question: Question | null): void;
  edit(): void;
  onSaid(text: string): void;
  onPane(index: number): void;
  bar(acts: BarActs): ReactNode;
}

/** From a key or a button to the recorded decision: what is asked on the way, and where one stands afterwards. */
export function DecisionFlow({
  projectId,
  version,
  row,
  checked,
  running,
  hasTemplate,
  editing,
  around,
  actions,
  act,
  base,
  question,
  setQuestion,
  edit,
  onSaid,
  onPane,
  bar,
}: Props) {
  const router = useRouter();
  const { path } = row;
  const go = (to: string | null) => to && router.push(fileHref(projectId, to));
  const ask = (what: Question) => {
    act.clear();
    setQuestion(what);
  };
  const done = (words: string) => {
    setQuestion(null);
    onSaid(words);
  };
  const onward = (words: string) => () => {
    done(words);
    go(around.nextOpen);
  };
  const accept = (acknowledgement?: string) =>
    checked &&
    act.run(
      () =>
        actions.accept(version, [{ path, sha256: checked.sha256, ...(acknowledgement ? { acknowledgement } : {}) }]),
      onward(`Accepted ${path}.`),
    );

  const acts: BarActs = {
    accept: () => {
      const hindrance = acceptHindrance(row, checked, running);
      if (hindrance !== null) onSaid(hindrance);
      if (hindrance !== null || act.busy) return;
      if (checked?.verdict.accept === "acknowledged") ask("accept");
      else accept();
    },
    modify: () => ask("modify"),
    regenerate: () => ask("regenerate"),
    defer: () => ask("defer"),
    abort: () => ask("abort"),
    help: () => ask("help"),
    reopen: () =>
      act.run(
        () => actions.decide({ kind: "reopen", path }),
        () => done(`${path} is open again.`),
      ),
    edit,
  };

  const prove = () =>
    row.draft &&
    act.run(
      () => actions.prove("draft", [path]),
      (asked) => onSaid(askedWords(asked)),
    );
  const decided = (row.status === "accepted" && !row.newer) || row.status === "deferred";
  const may = running && !decided && !editing;
  useWorkKeys({
    j: () => go(around.next),
    k: () => go(around.previous),
    "?": acts.help,
    ...(may ? { a: acts.accept, m: acts.modify, r: acts.regenerate, d: acts.defer } : {}),
    ...(running && !editing ? { e: edit, v: prove } : {}),
    ...(editing ? {} : Object.fromEntries([1, 2, 3, 4, 5].map((number) => [String(number), () => onPane(number - 1)]))),
  });

  const shared = { path, busy: act.busy, problems: act.problems, onClose: () => setQuestion(null) };
  const failing = (checked?.lines ?? [])
    .filter(({ status }) => status === "fail")
    .reduce((sum, { findings }) => sum + findings.length, 0);
  return (
    <>
      {bar(acts)}
      <Suspense fallback={null}>
        {question === "accept" && checked && <AcknowledgeDialog {...shared} checked={checked} onAccept={accept} />}
        {question === "modify" && (
          <ModifyDialog
            {...shared}
            canEdit={running}
            onEdit={() => {
              setQuestion(null);
              edit();
            }}
            onAsk={(text) =>
              act.run(
                () => actions.decide({ kind: "modify", path, text }),
                () => {
                  done("Added to the sub-prompt.");
                  router.replace(`${base}?pane=prompt`, { scroll: false });
                },
              )
            }
          />
        )}
        {question === "regenerate" && (
          <RegenerateDialog
            {...shared}
            hasTemplate={hasTemplate}
            isTemplate={row.draft?.source === "template"}
            failing={failing}
            onTemplate={() =>
              act.run(
                () => actions.decide({ kind: "regenerate", path }),
                () => done("The built-in draft is on the table."),
              )
            }
            onPrompt={() => {
              setQuestion(null);
              router.replace(`${base}?pane=prompt`, { scroll: false });
            }}
          />
        )}
        {question === "defer" && (
          <DeferDialog
            {...shared}
            onDefer={(reason) =>
              act.run(() => actions.decide({ kind: "defer", path, reason }), onward(`Deferred ${path}.`))
            }
          />
        )}
        {question === "abort" && (
          <AbortDialog
            {...shared}
            onAbort={(reason) =>
              act.run(
                () => actions.decide({ kind: "abort", reason }),
                () => done(""),
              )
            }
          />
        )}
        {question === "help" && <WorkHelp onClose={() => setQuestion(null)} />}
      </Suspense>
    </>
  );
}
