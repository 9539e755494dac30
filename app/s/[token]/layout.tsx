import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { requestOrigin } from "#app/_server/api/request-origin.ts";
import { findOpen, openOr404 } from "#app/_server/share/open-link.ts";
import { sharedDiscussion } from "#app/_server/share/shared-page.ts";
import { readTheme } from "#app/_server/theme.ts";
import { FollowDesign } from "#components/share/follow-design.tsx";
import { ReviewProvider } from "#components/share/review-context.tsx";
import { AppHeader } from "#components/shell/app-header.tsx";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { loadProject } from "#lib/wizard/load-project.ts";
import { followLink } from "#lib/wizard/open-link.ts";
import { judge, say } from "./actions.ts";

interface Props {
  params: Promise<{ token: string }>;
  children: ReactNode;
}

const HIDDEN = { robots: { index: false, follow: false }, referrer: "no-referrer" } as const satisfies Metadata;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const open = await findOpen((await params).token);
  const project = open && (await loadProject(open.caller, open.projectId));
  if (!project) return { title: "Not found", ...HIDDEN };
  const title = `Design review of ${projectTitle(project.state)}`;
  const description = "A colleague asks you to look at a design. No account is needed.";
  return {
    metadataBase: new URL(requestOrigin(await headers())),
    title: { default: title, template: `%s · ${title}` },
    description,
    openGraph: { title, description, siteName: "Plumbline" },
    twitter: { card: "summary_large_image", title, description },
    ...HIDDEN,
  };
}

/** What every page of a shared design has around it: its title, who may comment, and the stream that keeps it fresh. */
export default async function SharedLayout({ params, children }: Props) {
  const { token } = await params;
  const open = await openOr404(token);
  // Before anything is read: what changes while the page is drawn is news to it.
  const mark = (await followLink(open.linkId, open.caller.now)) ?? "";
  const [discussion, project, theme] = await Promise.all([
    sharedDiscussion(open),
    loadProject(open.caller, open.projectId),
    readTheme(),
  ]);
  return (
    <ReviewProvider
      threads={discussion.threads}
      now={open.caller.now.getTime()}
      mayComment={open.scope === "comment"}
      actions={{ say: say.bind(null, token), judge: judge.bind(null, token) }}
    >
      <AppHeader theme={theme} title={project ? projectTitle(project.state) : ""} />
      {children}
      <FollowDesign url={`/s/${token}/live`} mark={mark} />
    </ReviewProvider>
  );
}
