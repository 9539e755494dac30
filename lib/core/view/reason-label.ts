/** What a written reason that belongs to no decision was given for. */
export const reasonLabel = (id: string): string => (id === "band" ? "Going on with this total" : `In spite of ${id}`);
