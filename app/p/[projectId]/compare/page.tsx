import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentCaller } from "#app/_server/owner.ts";
import { projectOr404 } from "#app/_server/project.ts";
import { sideBySide } from "#app/_server/side-by-side.ts";
import { CompareWork } from "#components/compare/compare-work.tsx";
import { decisionAt } from "#lib/core/catalog/index.ts";
import { type CompareView, pairOf, sideOf, valueOfOption } from "#lib/core/view/compare-view.ts";
import { type ComparedFile, compareOptions } from "#lib/wizard/compare-options.ts";

interface Props {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Compare two options" };

/** Any two options of a decision, with the files each would give. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await searchParams;
  const [decisionPath, a, b, file] = ["decision", "a", "b", "file"].map((name) =>
    typeof query[name] === "string" ? query[name] : undefined,
  );
  const { state } = await projectOr404(projectId);
  const decision = decisionAt(decisionPath ?? "");
  const caller = await currentCaller();
  if (!caller || !decision || !("options" in decision)) notFound();
  const [left, right] = pairOf(decision, state.answers, { ...(a ? { a } : {}), ...(b ? { b } : {}) });
  const compared = await compareOptions(
    caller,
    projectId,
    decisionPath as string,
    valueOfOption(decision, left.id),
    valueOfOption(decision, right.id),
  );
  const { files, same, gaps } = compared.ok ? compared.value : { files: [], same: 0, gaps: { left: [], right: [] } };
  const shown = files.find(({ path }) => path === file) ?? tellingFile(files);
  const view: CompareView = {
    label: decision.label,
    ask: decision.ask,
    backHref: `/p/${projectId}/${decision.stage}#${decisionPath}`,
    options: decision.options.map(({ id, label }) => ({ id, label })),
    left: {
      ...sideOf(decision, left, state.answers),
      onlyHere: files.filter((one) => one.right === null).length,
      gaps: gaps.left,
    },
    right: {
      ...sideOf(decision, right, state.answers),
      onlyHere: files.filter((one) => one.left === null).length,
      gaps: gaps.right,
    },
    files: files.map(({ path, ...one }) => ({
      path,
      on: one.left === null ? "right" : one.right === null ? "left" : "both",
    })),
    same,
    shown: shown ? { path: shown.path, rows: await sideBySide(shown.path, shown.left, shown.right) } : null,
  };
  const fileHref = (path: string) =>
    `/p/${projectId}/compare?${new URLSearchParams({ decision: decisionPath as string, a: left.id, b: right.id, file: path })}`;
  return <CompareWork view={view} fileHref={fileHref} />;
}

/** Where a difference is best seen: code that both have, else anything both have, else what one has alone. */
function tellingFile(files: readonly ComparedFile[]): ComparedFile | undefined {
  const both = files.filter(({ left, right }) => left !== null && right !== null);
  return (
    both.find(({ path }) => path.endsWith(".py")) ??
    files.find(({ path }) => path.endsWith(".py")) ??
    both[0] ??
    files[0]
  );
}
