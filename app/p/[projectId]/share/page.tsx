import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { currentCaller } from "#app/_server/owner.ts";
import { projectOr404 } from "#app/_server/project.ts";
import { ShareWork } from "#components/share/owner/share-work.tsx";
import { journeyView } from "#lib/core/view/journey-view.ts";
import { shareView } from "#lib/core/view/share-view.ts";
import { listLinks } from "#lib/wizard/list-links.ts";
import { followDiscussion, loadDiscussion } from "#lib/wizard/load-discussion.ts";
import { answer, make, resolve, revoke } from "./actions.ts";

export const metadata: Metadata = { title: "Share" };

/** The links of a project, and what colleagues said. */
export default async function SharePage({ params }: { params: Promise<{ projectId: string }> }) {
  const { projectId } = await params;
  const { state } = await projectOr404(projectId);
  const caller = (await currentCaller()) ?? notFound();
  const mark = (await followDiscussion(caller, projectId)) ?? "";
  const [links, discussion] = await Promise.all([listLinks(caller, projectId), loadDiscussion(caller, projectId)]);
  if (!links.ok || !discussion) notFound();
  return (
    <ShareWork
      journey={journeyView(state)}
      view={shareView(links.value, discussion, caller.now.getTime())}
      mark={mark}
      actions={{
        make: make.bind(null, projectId),
        revoke: revoke.bind(null, projectId),
        answer: answer.bind(null, projectId),
        resolve: resolve.bind(null, projectId),
      }}
    />
  );
}
