/** Projects on one page of the list. */
export const PROJECTS_A_PAGE = 12;

/** Characters of a search that are read; names are shorter. */
const QUERY_CHARACTERS = 200;

/** Which projects are asked for: words of their names, and the page, from 1. */
export interface ProjectsAsked {
  query: string;
  page: number;
}

/** One page of a person's projects, and where it lies among all. */
export interface ProjectPage<T> extends ProjectsAsked {
  projects: T[];
  pages: number;
  /** Place of the page's first project among those found, from 1. */
  first: number;
  /** How many have these words in their names. */
  found: number;
  total: number;
}

/** Reads the address of the start page, `/?q=clinic&page=2`; what cannot be read asks for the first page of all. */
export function projectsAsked({ q, page }: Readonly<Record<string, string | string[] | undefined>>): ProjectsAsked {
  const asked = typeof page === "string" && /^\d{1,6}$/.test(page) ? Number(page) : 1;
  return { query: typeof q === "string" ? q.trim().slice(0, QUERY_CHARACTERS) : "", page: Math.max(asked, 1) };
}

/** The address that asks for these projects. */
export function projectsHref({ query, page }: ProjectsAsked): string {
  const words = new URLSearchParams({ ...(query ? { q: query } : {}), ...(page > 1 ? { page: String(page) } : {}) });
  return words.size > 0 ? `/?${words}` : "/";
}

/** The projects whose names have every word of the query, in the order given; a page beyond the last is the last. */
export function pageOfProjects<T extends { title: string }>(
  all: readonly T[],
  { query, page }: ProjectsAsked,
): ProjectPage<T> {
  const words = folded(query).split(/\s+/);
  const found = all.filter(({ title }) => words.every((word) => folded(title).includes(word)));
  const pages = Math.max(1, Math.ceil(found.length / PROJECTS_A_PAGE));
  const shown = Math.min(page, pages);
  const from = (shown - 1) * PROJECTS_A_PAGE;
  return {
    projects: found.slice(from, from + PROJECTS_A_PAGE),
    query,
    page: shown,
    pages,
    first: from + 1,
    found: found.length,
    total: all.length,
  };
}

/** Without accents and case, so that "muller" finds "Müller". */
const folded = (text: string): string => text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase();
