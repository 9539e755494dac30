/** Columns a line of a delivered repository may have (python-standard 2.3): ruff's `line-length`, and what we break at. */
export const LINE_LENGTH = 100;
