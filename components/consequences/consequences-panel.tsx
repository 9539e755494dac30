"use client";
import { lazy, type ReactNode } from "react";
import type { ConsequencesView } from "#lib/core/view/consequences-view.ts";
import { Badge } from "../ui/badge.tsx";
import { OnDemand } from "../ui/on-demand.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import { FileTree } from "./file-tree.tsx";
import { ScoreSoFar } from "./score-so-far.tsx";
import { useFileInAddress } from "./use-file-in-address.ts";

const FileDrawer = lazy(() => import("./file-drawer.tsx").then((module) => ({ default: module.FileDrawer })));

const DEPENDENCY = { "+": "font-bold text-good", "-": "text-stop line-through", "~": "text-warn", "": "" } as const;

interface Props {
  projectId: string;
  view: ConsequencesView | null;
  failed: boolean;
  /** A link to a question was followed. */
  onLeave?: (() => void) | undefined;
}

/** What the answers so far come to, and what the last change did. */
export function ConsequencesPanel({ projectId, view, failed, onLeave }: Props) {
  const [openFile, setOpenFile] = useFileInAddress();
  if (failed && !view)
    return (
      <p className="p-5 text-ink-soft">
        The preview could not be drawn just now. Your answers are not affected; it tries again with your next answer.
      </p>
    );
  if (!view) return <PanelSkeleton />;
  const changed = view.files.filter(({ mark }) => mark !== "");
  return (
    <div className="divide-y divide-line">
      <Part title="Consequences">
        <div className="flex items-center gap-2">
          {view.tier ? (
            <>
              <span className="text-base font-semibold">{view.tier.label}</span>
              {!view.tier.answered && <Badge>suggested</Badge>}
            </>
          ) : (
            <span className="text-ink-soft">The tier is not known yet.</span>
          )}
        </div>
        {view.missing && <p className="mt-1 text-ink-soft">{view.missing}</p>}
        {view.filledIn > 0 && !view.missing && (
          <p className="mt-1 text-xs text-ink-soft">
            Drawn with the suggestions for{" "}
            {view.filledIn === 1 ? "one open question" : `${view.filledIn} open questions`}. None of them is an answer
            yet.
          </p>
        )}
      </Part>
      {view.score && (
        <Part title="Score so far">
          <ScoreSoFar score={view.score} onLeave={onLeave} />
        </Part>
      )}
      {view.files.length > 0 && (
        <Part title="Files" note={`${view.files.filter(({ mark }) => mark !== "-").length}`}>
          <p aria-live="polite" className="mb-2 text-xs text-ink-soft">
            {changed.length === 0 ? "The last change touched no file." : lastChange(changed)}
          </p>
          <FileTree files={view.files} onOpen={setOpenFile} />
        </Part>
      )}
      {view.gaps.length > 0 && (
        <Part title="Without a template yet" note={`${view.gaps.length}`}>
          <ul className="space-y-1 text-xs text-ink-soft">
            {view.gaps.map((gap) => (
              <li key={gap}>{gap}</li>
            ))}
          </ul>
        </Part>
      )}
      {view.dependencies.map(({ group, names }) => (
        <Part key={group} title={group} note={`${names.filter(({ mark }) => mark !== "-").length}`}>
          <ul className="flex flex-wrap gap-x-2.5 font-mono text-xs leading-5 text-ink-soft">
            {names.map(({ name, mark }) => (
              <li key={name} className={DEPENDENCY[mark]}>
                {mark !== "" && <span className="sr-only">{mark === "-" ? "removed " : "added "}</span>}
                {mark}
                {name}
              </li>
            ))}
          </ul>
        </Part>
      ))}
      <OnDemand when={openFile !== null}>
        <FileDrawer projectId={projectId} version={view.version} path={openFile} onClose={() => setOpenFile(null)} />
      </OnDemand>
    </div>
  );
}

function Part({ title, note, children }: { title: string; note?: string; children: ReactNode }) {
  return (
    <section className="px-5 py-4">
      <h2 className="mb-2 flex items-baseline justify-between text-xs font-semibold text-ink-soft">
        <span>{title}</span>
        {note && <span className="tabular font-normal">{note}</span>}
      </h2>
      {children}
    </section>
  );
}

function lastChange(changed: readonly { mark: string }[]): string {
  const count = (mark: string) => changed.filter((file) => file.mark === mark).length;
  const parts = [
    [count("+"), "added"],
    [count("~"), "changed"],
    [count("-"), "removed"],
  ].filter(([number]) => (number as number) > 0);
  return `The last change: ${parts.map(([number, word]) => `${number} ${word}`).join(", ")}.`;
}

function PanelSkeleton() {
  return (
    <div role="status" aria-label="Drawing the consequences" className="space-y-4 p-5">
      <Skeleton className="h-5 w-32" />
      {["a", "b", "c", "d", "e"].map((key) => (
        <Skeleton key={key} className="h-2.5 w-full" />
      ))}
      <Skeleton className="h-40 w-full" />
    </div>
  );
}
