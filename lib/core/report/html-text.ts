const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** A text for HTML, inside an element or a quoted attribute. */
export const htmlText = (text: string): string => text.replaceAll(/[&<>"']/g, (mark) => ENTITIES[mark] as string);
