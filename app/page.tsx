import type { Metadata } from "next";
import type { ReactNode } from "react";
import { Mark } from "#components/brand/mark.tsx";
import { AppHeader } from "#components/shell/app-header.tsx";
import { ExampleList } from "#components/start/example-list.tsx";
import { FileForm } from "#components/start/file-form.tsx";
import { LinkedDesignOpener } from "#components/start/linked-design.tsx";
import { LIST_HEADING } from "#components/start/list-heading.ts";
import { ProjectList } from "#components/start/project-list.tsx";
import { SentenceForm } from "#components/start/sentence-form.tsx";
import { pageOfProjects, projectsAsked } from "#lib/core/view/project-list.ts";
import { exampleCards } from "#lib/core/view/start-view.ts";
import { listProjects } from "#lib/wizard/list-projects.ts";
import { currentCaller } from "./_server/owner.ts";
import { readTheme } from "./_server/theme.ts";
import {
  deleteProject,
  lookAtLink,
  startFromExample,
  startFromFile,
  startFromLink,
  startFromSentence,
} from "./actions.ts";

export const metadata: Metadata = { title: { absolute: "Plumbline: from an idea to a Python backend" } };

interface Props {
  searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/** Start or resume. */
export default async function StartPage({ searchParams }: Props) {
  const caller = await currentCaller();
  const asked = projectsAsked(await searchParams);
  const list = caller ? await listProjects(caller, asked) : pageOfProjects([], asked);
  const projects = (
    <Section
      id={LIST_HEADING}
      title="Continue a project"
      body={<ProjectList list={list} deleteProject={deleteProject} />}
    />
  );
  return (
    <>
      <AppHeader theme={await readTheme()} />
      <div className="relative overflow-hidden">
        <div aria-hidden className="drafting pointer-events-none absolute inset-x-0 top-0 h-[30rem]" />
        <main id="main" className="relative mx-auto max-w-[47.5rem] px-4 pb-24 md:px-8">
          <div aria-hidden className="flex h-20 flex-col items-start md:h-28">
            <span className="ml-[0.6875rem] w-0.5 flex-1 bg-accent" />
            <Mark className="-mt-0.5 size-6" />
          </div>
          <h1 className="mt-4 text-xl font-semibold tracking-tight sm:text-2xl">What are you building?</h1>
          <SentenceForm action={startFromSentence} />
          <LinkedDesignOpener look={lookAtLink} start={startFromLink} />
          {list.total > 0 && projects}
          <Section
            id="example"
            title="Look at an example"
            note="Complete designs, from answers to files. Opening one makes a copy of your own."
            body={<ExampleList examples={exampleCards()} action={startFromExample} />}
          />
          <Section id="file" title="Open an answers file" body={<FileForm action={startFromFile} />} />
          {list.total === 0 && projects}
          <footer className="mt-20 border-line border-t pt-4 text-xs text-ink-soft">
            Without a browser:{" "}
            <a href="/api/reference" className="underline underline-offset-2 hover:text-accent">
              HTTP API
            </a>
          </footer>
        </main>
      </div>
    </>
  );
}

function Section({ id, title, note, body }: { id: string; title: string; note?: string; body: ReactNode }) {
  return (
    <section aria-labelledby={id} className="mt-14">
      <h2 id={id} tabIndex={-1} className="scroll-mt-20 text-lg font-semibold">
        {title}
      </h2>
      {note && <p className="measure mt-1 text-ink-soft">{note}</p>}
      <div className="mt-4">{body}</div>
    </section>
  );
}
