import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { stageFour } from "#app/_server/generation.ts";
import { paneOf } from "#app/_server/task-panes.ts";
import { FileWork } from "#components/generation/workbench/file-work.tsx";
import type { TaskRow } from "#lib/core/view/generation-view.ts";
import { paneFrom } from "#lib/core/view/pane-view.ts";
import { noRepair, type RepairView, repairView } from "#lib/core/view/repair-view.ts";
import { isOpen } from "#lib/core/view/task-open.ts";
import { type CheckedView, checkedView, taskFacts } from "#lib/core/view/task-view.ts";
import { checkTask } from "#lib/wizard/checking.ts";
import type { Generation } from "#lib/wizard/load-generation.ts";
import { loadLog } from "#lib/wizard/load-project.ts";
import { repairOf } from "#lib/wizard/repairing.ts";
import { cancel, prove } from "../../proof/actions.ts";
import { accept, decideOn, keepDraft, repair } from "../actions.ts";

interface Props {
  params: Promise<{ projectId: string; path: string[] }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return {
    title:
      pathOf((await params).path)
        .split("/")
        .at(-1) ?? "File",
  };
}

/** One file on the workbench. Its checks come after the page when they have to be run first. */
export default async function FilePage({ params, searchParams }: Props) {
  const { projectId, path: segments } = await params;
  const path = pathOf(segments);
  const four = await stageFour(projectId);
  if (four.locked) return null;
  const { generation, view, caller, verdicts } = four;
  const task = generation.tasks.find((one) => one.path === path);
  const row = view.tasks.find((one) => one.path === path);
  if (!task || !row) notFound();
  const asked = await searchParams;
  const editing = asked.edit === "1";
  const known = verdicts.get(path);
  const checked = known ? checkedView(known) : task.draft ? runChecks(generation, path) : null;
  const log = task.status === "stale" ? await loadLog(caller, projectId) : [];
  const pane = await paneOf(generation, task, verdicts, {
    pane: editing ? "content" : paneFrom(one(asked.pane)),
    from: one(asked.from),
    to: one(asked.to),
  });
  return (
    <FileWork
      key={path}
      projectId={projectId}
      version={view.version}
      plan={view.plan}
      aborted={view.aborted}
      row={row}
      facts={taskFacts(generation.state, task, generation.drafts, log, caller.now.getTime())}
      pane={pane}
      editing={editing}
      checked={checked}
      shown={one(asked.check)}
      repair={editing || !isOpen(row) ? null : proposed(generation, path, checked)}
      around={around(view.tasks, path)}
      actions={{
        accept: accept.bind(null, projectId),
        decide: decideOn.bind(null, projectId),
        save: keepDraft.bind(null, projectId),
        repair: repair.bind(null, projectId),
        prove: prove.bind(null, projectId),
        cancel: cancel.bind(null, projectId),
      }}
    />
  );
}

async function runChecks(generation: Generation, path: string): Promise<CheckedView | null> {
  const checked = await checkTask(generation, path);
  return checked.ok ? checkedView(checked.value) : null;
}

/** What could be mended by itself in a file that fails; worked out while the page is on its way, and only ever an extra. */
async function proposed(
  generation: Generation,
  path: string,
  checked: CheckedView | null | Promise<CheckedView | null>,
): Promise<RepairView | null> {
  const known = await checked;
  if (known?.verdict.state !== "needs-revision") return null;
  const found = await repairOf(generation, path).catch(() => null);
  if (!found) return null;
  return found.ok ? repairView(found.value) : noRepair(found.error);
}

/** The files before and after one in the plan, and the next that is still to be decided. */
function around(
  rows: readonly TaskRow[],
  path: string,
): { previous: string | null; next: string | null; nextOpen: string | null } {
  const at = rows.findIndex((row) => row.path === path);
  const later = [...rows.slice(at + 1), ...rows.slice(0, at)];
  return {
    previous: rows[at - 1]?.path ?? null,
    next: rows[at + 1]?.path ?? null,
    nextOpen: later.find((row) => isOpen(row) && row.draft !== null)?.path ?? null,
  };
}

const one = (value: string | string[] | undefined): string | undefined => (Array.isArray(value) ? value[0] : value);

/** Segments come as they stand in the address; a broken escape is a file that does not exist. */
function pathOf(segments: readonly string[]): string {
  try {
    return segments.map(decodeURIComponent).join("/");
  } catch {
    return "";
  }
}
