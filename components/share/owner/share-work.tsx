"use client";
import { useState } from "react";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import type { ShareView } from "#lib/core/view/share-view.ts";
import { ProjectFrame } from "../../shell/project-frame.tsx";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FollowDesign } from "../follow-design.tsx";
import { VerdictList } from "../verdict-list.tsx";
import { Inbox } from "./inbox.tsx";
import { LinkForm } from "./link-form.tsx";
import { LinkTable } from "./link-table.tsx";
import { NewLink } from "./new-link.tsx";
import type { ShareActions } from "./share-actions.ts";

interface Props {
  journey: JourneyView;
  view: ShareView;
  mark: string;
  actions: ShareActions;
}

/** Links for colleagues, and what they said. */
export function ShareWork({ journey, view, mark, actions }: Props) {
  const [made, setMade] = useState<{ address: string; label: string } | null>(null);
  return (
    <ProjectFrame journey={journey} current="share">
      <header className="mb-6">
        <h1 className="text-xl font-semibold">Share the design</h1>
        <p className="measure mt-2 text-ink-soft">
          Colleagues with a link see the decisions with their reasons, both reviews, the files and the plan, without an
          account. They comment and judge; you answer here and see it at once. They can change nothing.
        </p>
      </header>
      <div className="space-y-10">
        {made && <NewLink key={made.address} {...made} onDone={() => setMade(null)} />}
        <LinkForm actions={actions} onMade={setMade} />
        <section aria-labelledby="links" className="space-y-3">
          <h2 id="links" className="text-lg font-semibold">
            Links
          </h2>
          {view.links.length === 0 ? (
            <EmptyState title="Nobody has a link">
              Each link will stand here with its end, how often it was opened, and a button that revokes it at once.
            </EmptyState>
          ) : (
            <LinkTable links={view.links} actions={actions} />
          )}
        </section>
        <section aria-labelledby="verdicts" className="space-y-3">
          <h2 id="verdicts" className="text-lg font-semibold">
            Verdicts
          </h2>
          {view.verdicts.length === 0 ? (
            <EmptyState title="No verdict yet">
              Who approves the design or requests changes will be listed here, in the log and in the report.
            </EmptyState>
          ) : (
            <VerdictList verdicts={view.verdicts} now={view.now} links />
          )}
        </section>
        <section aria-labelledby="comments" className="space-y-3">
          <h2 id="comments" className="scroll-mt-20 text-lg font-semibold">
            Comments{view.threads.length > 0 && `, ${view.open} open`}
          </h2>
          {view.threads.length === 0 ? (
            <EmptyState title="No comments yet">
              Comments on decisions, findings, files and lines will arrive here, each with the way to its place.
            </EmptyState>
          ) : (
            <Inbox projectId={journey.projectId} threads={view.threads} now={view.now} actions={actions} />
          )}
        </section>
      </div>
      <FollowDesign url={`/p/${journey.projectId}/share/live`} mark={mark} />
    </ProjectFrame>
  );
}
