import { headers } from "next/headers";
import { notFound } from "next/navigation";
import { openOr404 } from "#app/_server/share/open-link.ts";
import { sharedDiscussion, sharedPlan } from "#app/_server/share/shared-page.ts";
import { SharedDesign } from "#components/share/shared-design.tsx";
import { filePath } from "#lib/core/share/anchor.ts";
import { sharedView, withoutPlace } from "#lib/core/view/shared-view.ts";
import { sinceWords } from "#lib/core/view/since-view.ts";
import { whenWords } from "#lib/core/view/when.ts";
import { changesSince } from "#lib/wizard/changes-since.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { noteUse } from "#lib/wizard/open-link.ts";

/** A design for colleagues: decisions, reviews, files and what was said, on one page that prints well. */
export default async function SharedPage({ params }: { params: Promise<{ token: string }> }) {
  const { token } = await params;
  const open = await openOr404(token);
  const now = open.caller.now.getTime();
  const [project, plan, discussion, since, sent] = await Promise.all([
    loadProject(open.caller, open.projectId),
    sharedPlan(open),
    sharedDiscussion(open),
    changesSince(open.caller, open.projectId, open.version),
    headers(),
  ]);
  if (!project) notFound();
  // Only whoever opens the page counts as a use, not a page that draws itself anew.
  if (sent.get("sec-fetch-dest") !== "empty") await noteUse(open);
  const changed = since.ok ? sinceWords(since.value.comparison) : "";
  const tasks = (plan?.view.tasks ?? []).flatMap(
    ({ id, path, purpose, status, effort, phaseLabel, after, unfinished, gap }) =>
      status === "removed" ? [] : [{ id, path, purpose, status, effort, phaseLabel, after, unfinished, gap }],
  );
  const view = sharedView(project.state, now);
  const lost = withoutPlace(
    discussion.threads,
    view,
    tasks.map(({ path }) => path),
  );
  return (
    <SharedDesign
      view={view}
      lost={lost.map(({ id }) => id)}
      verdicts={discussion.verdicts}
      now={now}
      since={changed ? { words: changed, made: whenWords(open.createdAt, now), href: `/s/${token}/changes` } : null}
      tasks={tasks}
      hrefs={Object.fromEntries(tasks.map(({ path }) => [path, `/s/${token}/files/${filePath(path)}`]))}
    />
  );
}
