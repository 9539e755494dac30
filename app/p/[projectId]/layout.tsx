import type { Metadata } from "next";
import type { ReactNode } from "react";
import { currentCaller } from "#app/_server/owner.ts";
import { findProject, projectOr404 } from "#app/_server/project.ts";
import { readTheme } from "#app/_server/theme.ts";
import { AppHeader } from "#components/shell/app-header.tsx";
import { CompareLink } from "#components/shell/compare-link.tsx";
import { DesignLink } from "#components/shell/design-link.tsx";
import { ShareLink } from "#components/shell/share-link.tsx";
import { projectTitle } from "#lib/core/view/journey-view.ts";
import { openThreads } from "#lib/wizard/load-discussion.ts";

interface Props {
  params: Promise<{ projectId: string }>;
  children: ReactNode;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const found = await findProject((await params).projectId);
  // A 404 thrown here would leave the page without any title.
  if (!found) return { title: "Not found", robots: { index: false } };
  const title = projectTitle(found.state);
  return { title: { default: title, template: `%s · ${title} · Plumbline` }, robots: { index: false } };
}

export default async function ProjectLayout({ params, children }: Props) {
  const { projectId } = await params;
  const caller = await currentCaller();
  const [{ state }, open] = await Promise.all([projectOr404(projectId), caller ? openThreads(caller, projectId) : 0]);
  return (
    <>
      <AppHeader theme={await readTheme()} title={projectTitle(state)}>
        <CompareLink projectId={state.id} />
        <ShareLink projectId={state.id} open={open} />
        <DesignLink projectId={state.id} />
      </AppHeader>
      {children}
    </>
  );
}
