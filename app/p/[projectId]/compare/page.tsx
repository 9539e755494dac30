import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { designsFor, sidesOffered } from "#app/_server/designs.ts";
import { currentCaller } from "#app/_server/owner.ts";
import { projectOr404 } from "#app/_server/project.ts";
import { sideBySide } from "#app/_server/side-by-side.ts";
import { CompareTabs } from "#components/compare/compare-tabs.tsx";
import { CompareWork } from "#components/compare/compare-work.tsx";
import { DecisionPicker } from "#components/compare/decision-picker.tsx";
import { DesignCompare } from "#components/compare/design-compare.tsx";
import type { Decision } from "#lib/core/catalog/define.ts";
import { decisionAt, decisions, pathOf } from "#lib/core/catalog/index.ts";
import { NOW, PASTED } from "#lib/core/compare/side-reference.ts";
import { type CompareView, pairOf, sideOf, valueOfOption } from "#lib/core/view/compare-view.ts";
import { lastMilestone } from "#lib/core/view/side-choices.ts";
import { type ComparedFile, compareOptions } from "#lib/wizard/compare-options.ts";
import { linesOfFile, lookAtDesigns } from "./actions.ts";

interface Props {
  params: Promise<{ projectId: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

export const metadata: Metadata = { title: "Compare" };

/** Two designs, or two options of a decision with the files each would give. */
export default async function ComparePage({ params, searchParams }: Props) {
  const { projectId } = await params;
  const query = await searchParams;
  const one = (name: string) => (typeof query[name] === "string" ? query[name] : undefined);
  return one("decision") || one("tab") === "options" ? (
    <Options projectId={projectId} one={one} />
  ) : (
    <Designs projectId={projectId} one={one} />
  );
}

interface Asked {
  projectId: string;
  one(name: string): string | undefined;
}

async function Designs({ projectId, one }: Asked) {
  await projectOr404(projectId);
  const caller = await currentCaller();
  if (!caller) notFound();
  const groups = await sidesOffered(caller, projectId);
  const left = one("left") ?? one("with") ?? lastMilestone(groups);
  const right = one("right") ?? NOW;
  const pasted = left === PASTED || right === PASTED;
  const found = pasted ? null : await designsFor(caller, projectId, { left, right }, groups);
  return (
    <CompareTabs
      projectId={projectId}
      current="designs"
      back={{ href: `/p/${projectId}`, label: "Back to the project" }}
      title="Compare two designs"
      text="Any two of this project, its past, your other projects and designs from elsewhere: what was decided, what the critic makes of it, and every file that differs."
    >
      <DesignCompare
        groups={groups}
        left={left}
        right={right}
        view={found?.ok ? found.value : null}
        problems={found && !found.ok ? found.error : []}
        look={lookAtDesigns.bind(null, projectId)}
        linesOf={linesOfFile.bind(null, projectId)}
      />
    </CompareTabs>
  );
}

async function Options({ projectId, one }: Asked) {
  const { state } = await projectOr404(projectId);
  const comparable = decisions.filter((decision) => "options" in decision && decision.kind !== "toggle");
  const decisionPath = one("decision") ?? pathOf(comparable[0] as Decision);
  const decision = decisionAt(decisionPath);
  const caller = await currentCaller();
  if (!caller || !decision || !("options" in decision)) notFound();
  const [a, b, file] = [one("a"), one("b"), one("file")];
  const [left, right] = pairOf(decision, state.answers, { ...(a ? { a } : {}), ...(b ? { b } : {}) });
  const compared = await compareOptions(
    caller,
    projectId,
    decisionPath,
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
    `/p/${projectId}/compare?${new URLSearchParams({ decision: decisionPath, a: left.id, b: right.id, file: path })}`;
  return (
    <CompareTabs
      projectId={projectId}
      current="options"
      back={{ href: view.backHref, label: "Back to the question" }}
      title={view.ask}
      text={`Two options of ${view.label.toLowerCase()}, with your other answers as they are.`}
    >
      <DecisionPicker
        value={decisionPath}
        decisions={comparable.map((other) => ({ path: pathOf(other), label: other.label }))}
      />
      <CompareWork view={view} fileHref={fileHref} />
    </CompareTabs>
  );
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
