/** What stands in Python text besides words: open brackets, where comments begin, which lines begin inside a string. */
export interface Scan {
  /** Brackets that are never closed, outermost first: their closers. */
  unclosed: string[];
  /** By line (from 0): offset in the line of the comment that ends it, or -1. */
  comments: number[];
  /** Lines (from 0) that begin inside a string. */
  inString: Set<number>;
}

const CLOSERS: Readonly<Record<string, string>> = { "(": ")", "[": "]", "{": "}" };

/** Reads text that may not parse, far enough to tell code from strings and comments. */
export function scan(text: string): Scan {
  const unclosed: string[] = [];
  const comments: number[] = [-1];
  const inString = new Set<number>();
  let lineStart = 0;
  let quote = "";
  const newLine = (at: number): void => {
    lineStart = at + 1;
    comments.push(-1);
    if (quote.length === 3) inString.add(comments.length - 1);
    else quote = "";
  };
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    if (char === "\n") newLine(at);
    else if (quote !== "") {
      if (char === "\\" && text[at + 1] !== "\n") at++;
      else if (text.startsWith(quote, at)) {
        at += quote.length - 1;
        quote = "";
      }
    } else if (char === "#") {
      comments[comments.length - 1] = at - lineStart;
      at = (text.indexOf("\n", at) + 1 || text.length + 1) - 2;
    } else if (char === '"' || char === "'") {
      quote = text.startsWith(char.repeat(3), at) ? char.repeat(3) : char;
      at += quote.length - 1;
    } else if (CLOSERS[char]) unclosed.push(CLOSERS[char]);
    else if (unclosed.at(-1) === char) unclosed.pop();
  }
  return { unclosed, comments, inString };
}
