import { ChevronRight, Columns2 } from "lucide-react";
import { PROJECTS_A_PAGE, type ProjectPage } from "#lib/core/view/project-list.ts";
import type { ListedProject } from "#lib/core/view/start-view.ts";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { Link } from "../ui/link.tsx";
import { DeleteProject, type DeleteProjectAct } from "./delete-project.tsx";
import { ProjectPages } from "./project-pages.tsx";
import { ProjectSearch, ShowAll } from "./project-search.tsx";

interface Props {
  list: ProjectPage<ListedProject>;
  deleteProject: DeleteProjectAct;
}

/** A person's projects, the last changed first; where they are more than a page, searched by name and in pages. */
export function ProjectList({ list, deleteProject }: Props) {
  const { projects, query, page, pages, first, found, total } = list;
  if (total === 0) {
    return (
      <EmptyState title="No projects in this browser yet">
        A project stays with the browser that started it. What you begin above will be here when you come back.
      </EmptyState>
    );
  }
  const searched = query !== "" || total > PROJECTS_A_PAGE;
  return (
    <>
      {searched && (
        <div className="mb-3 grid gap-2 sm:grid-cols-[minmax(0,20rem)_1fr] sm:items-center">
          <ProjectSearch query={query} />
          <p role="status" className="tabular text-xs text-ink-soft sm:text-right">
            {query === "" ? `${total} projects, the last changed first` : `${found} of ${total} projects`}
          </p>
        </div>
      )}
      {found === 0 ? (
        <NoneFound query={query} total={total} />
      ) : (
        <Rows projects={projects} deleteProject={deleteProject} />
      )}
      {pages > 1 && (
        <ProjectPages
          query={query}
          page={page}
          pages={pages}
          range={`${first} to ${first + projects.length - 1} of ${found}`}
        />
      )}
      <CompareTwo projects={projects} />
    </>
  );
}

function NoneFound({ query, total }: { query: string; total: number }) {
  return (
    <EmptyState
      title={
        <>
          No project is called <bdi className="break-words">“{query}”</bdi>
        </>
      }
      action={<ShowAll>{total === 1 ? "Show your project" : `Show all ${total} projects`}</ShowAll>}
    >
      Every word has to be part of the name. A project without a name is found by its sentence.
    </EmptyState>
  );
}

function CompareTwo({ projects: [newest, before] }: { projects: readonly ListedProject[] }) {
  if (!newest || !before) return null;
  return (
    <p className="mt-3">
      <Link
        href={`/p/${before.id}/compare?left=now&right=${newest.id}`}
        prefetch={false}
        className={buttonClass("secondary", "sm")}
      >
        <Columns2 aria-hidden className="size-3.5" /> Compare two of them
      </Link>
    </p>
  );
}

function Rows({ projects, deleteProject }: { projects: readonly ListedProject[]; deleteProject: DeleteProjectAct }) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-panel">
      {projects.map(({ id, title, description, tier, step, score, when }) => (
        <li key={id} className="flex items-center">
          <Link
            href={`/p/${id}`}
            prefetch={false}
            className="group flex min-w-0 flex-1 items-center gap-4 py-3 pr-2 pl-4 hover:bg-sunk"
          >
            <span className="min-w-0 flex-1 sm:flex sm:items-center sm:gap-4">
              <span className="block min-w-0 flex-1">
                <span className="block truncate font-semibold">{title}</span>
                {description && (
                  <span dir="auto" className="block truncate text-ink-soft">
                    {description}
                  </span>
                )}
              </span>
              <span className="tabular mt-0.5 flex shrink-0 flex-wrap gap-x-3 text-xs text-ink-soft sm:mt-0 sm:block sm:text-right">
                <span className="block">{[step, score].filter(Boolean).join(", ")}</span>
                <span className="block">{[tier, when].filter(Boolean).join(", ")}</span>
              </span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft group-hover:text-accent" />
          </Link>
          <span className="px-1.5">
            <DeleteProject id={id} title={title} act={deleteProject} />
          </span>
        </li>
      ))}
    </ul>
  );
}
