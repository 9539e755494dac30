"use client";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { type ReactNode, useEffect, useRef } from "react";
import { projectsHref } from "#lib/core/view/project-list.ts";
import { Button, buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";
import { focusListHeading } from "./list-heading.ts";

interface Props {
  query: string;
  page: number;
  pages: number;
  /** "13 to 24 of 53". */
  range: string;
}

/** The way to the projects that were changed before these, and back; the next page is read from its top. */
export function ProjectPages({ query, page, pages, range }: Props) {
  const turned = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: it is the new page that moves the focus.
  useEffect(() => {
    if (turned.current) focusListHeading();
    turned.current = false;
  }, [page]);
  const turn = (to: number, children: ReactNode) =>
    to < 1 || to > pages ? (
      <Button size="sm" disabled>
        {children}
      </Button>
    ) : (
      <Link
        href={projectsHref({ query, page: to })}
        scroll={false}
        prefetch={false}
        onClick={() => {
          turned.current = true;
        }}
        className={buttonClass("secondary", "sm")}
      >
        {children}
      </Link>
    );
  return (
    <nav aria-label="Pages of projects" className="mt-3 flex items-center justify-between gap-2">
      {turn(
        page - 1,
        <>
          <ChevronLeft aria-hidden className="size-3.5" /> Newer
        </>,
      )}
      <span className="tabular text-xs text-ink-soft">{range}</span>
      {turn(
        page + 1,
        <>
          Older <ChevronRight aria-hidden className="size-3.5" />
        </>,
      )}
    </nav>
  );
}
