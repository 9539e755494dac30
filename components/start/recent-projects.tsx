import { ChevronRight, Columns2 } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "../ui/button.tsx";
import { EmptyState } from "../ui/empty-state.tsx";
import { DeleteProject, type DeleteProjectAct } from "./delete-project.tsx";

export interface RecentProject {
  id: string;
  title: string;
  description: string;
  /** Where it stands: the step that comes next. */
  step: string;
  /** "18.5 of 25", or empty before the first review. */
  score: string;
  when: string;
}

interface Props {
  projects: readonly RecentProject[];
  deleteProject: DeleteProjectAct;
}

export function RecentProjects({ projects, deleteProject }: Props) {
  if (projects.length === 0) {
    return (
      <EmptyState title="No projects in this browser yet">
        A project stays with the browser that started it. What you begin above will be here when you come back.
      </EmptyState>
    );
  }
  const [newest, before] = projects;
  return (
    <>
      <List projects={projects} deleteProject={deleteProject} />
      {newest && before && (
        <p className="mt-3">
          <Link
            href={`/p/${before.id}/compare?left=now&right=${newest.id}`}
            prefetch={false}
            className={buttonClass("secondary", "sm")}
          >
            <Columns2 aria-hidden className="size-3.5" /> Compare two of them
          </Link>
        </p>
      )}
    </>
  );
}

function List({ projects, deleteProject }: Props) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-panel">
      {projects.map((project) => (
        <li key={project.id} className="flex items-center">
          <Link
            href={`/p/${project.id}`}
            className="group flex min-w-0 flex-1 items-center gap-4 py-3 pr-2 pl-4 hover:bg-sunk"
          >
            <span className="min-w-0 flex-1">
              <span className="block truncate font-semibold">{project.title}</span>
              {project.description && (
                <span dir="auto" className="block truncate text-ink-soft">
                  {project.description}
                </span>
              )}
            </span>
            <span className="shrink-0 text-right text-xs text-ink-soft">
              <span className="block">
                {project.step}
                {project.score && <span className="tabular">, {project.score}</span>}
              </span>
              <span className="block">{project.when}</span>
            </span>
            <ChevronRight aria-hidden className="size-4 shrink-0 text-ink-soft group-hover:text-accent" />
          </Link>
          <span className="px-1.5">
            <DeleteProject id={project.id} title={project.title} act={deleteProject} />
          </span>
        </li>
      ))}
    </ul>
  );
}
