"use client";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef } from "react";
import { projectsHref } from "#lib/core/view/project-list.ts";
import { buttonClass } from "../ui/button.tsx";
import { Input } from "../ui/field.tsx";
import { Link } from "../ui/link.tsx";
import { focusListHeading } from "./list-heading.ts";

/** Long enough to type the next letter. */
const PAUSE_MS = 200;

/** Narrows the list while a name is typed; the address follows, and without scripts Enter does the same. */
export function ProjectSearch({ query }: { query: string }) {
  const router = useRouter();
  const input = useRef<HTMLInputElement>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    // The address was changed by other means, such as the browser's way back.
    if (input.current && input.current !== document.activeElement) input.current.value = query;
  }, [query]);
  useEffect(() => () => clearTimeout(timer.current), []);
  const search = (typed: string) => router.replace(projectsHref({ query: typed.trim(), page: 1 }), { scroll: false });
  return (
    <search>
      <form
        action="/"
        onSubmit={(event) => {
          event.preventDefault();
          clearTimeout(timer.current);
          search(input.current?.value ?? "");
        }}
      >
        <label htmlFor="project-search" className="sr-only">
          Find a project by its name
        </label>
        <Input
          ref={input}
          id="project-search"
          type="search"
          name="q"
          dir="auto"
          spellCheck={false}
          maxLength={200}
          placeholder="Find a project by its name"
          defaultValue={query}
          onChange={({ target }) => {
            clearTimeout(timer.current);
            timer.current = setTimeout(() => search(target.value), PAUSE_MS);
          }}
        />
      </form>
    </search>
  );
}

/** The way out of a search that found nothing. */
export function ShowAll({ children }: { children: ReactNode }) {
  return (
    <Link
      href={projectsHref({ query: "", page: 1 })}
      scroll={false}
      prefetch={false}
      onClick={focusListHeading}
      className={buttonClass()}
    >
      {children}
    </Link>
  );
}
