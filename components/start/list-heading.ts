/** The heading of the list of projects: where a keyboard goes when what it stood on has left the list. */
export const LIST_HEADING = "continue";

export const focusListHeading = (): void => document.getElementById(LIST_HEADING)?.focus();
