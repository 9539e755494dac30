import { decisions, pathOf } from "../catalog/index.ts";

/** The way to a question. */
export interface DecisionLink {
  path: string;
  label: string;
  href: string;
}

/** The ways to these decisions; what is no decision is left out. */
export function linksOf(projectId: string, ids: readonly string[]): DecisionLink[] {
  return ids.flatMap((id) => {
    const decision = decisions.find((one) => one.id === id);
    return decision
      ? [
          {
            path: pathOf(decision),
            label: decision.label,
            href: `/p/${projectId}/${decision.stage}#${pathOf(decision)}`,
          },
        ]
      : [];
  });
}

/** Decisions in the order in which one would think of changing them: the latest first, on which least stands. */
export const forRevision = (ids: readonly string[]): string[] => {
  const place = (id: string) => decisions.findIndex((one) => one.id === id);
  return [...ids].sort((a, b) => place(b) - place(a));
};
