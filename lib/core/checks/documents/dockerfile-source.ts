/** One instruction of a Dockerfile with its continuation lines joined. */
export interface Instruction {
  name: string;
  /** Everything behind the name; comments between continued lines are left out. */
  rest: string;
  line: number;
}

const HEREDOC = /<<-?(["']?)([A-Za-z_]\w*)\1/g;

/** The instructions of a Dockerfile in order. Never throws; an unfinished here-document ends with the file. */
export function instructionsOf(text: string): Instruction[] {
  const lines = text.split(/\r?\n/);
  const mark = /^#\s*escape\s*=\s*`/im.test(lines.slice(0, 3).join("\n")) ? "`" : "\\";
  const found: Instruction[] = [];
  for (let at = 0; at < lines.length; at++) {
    if (/^\s*(?:#.*)?$/.test(lines[at] as string)) continue;
    const first = at;
    const parts: string[] = [];
    for (; at < lines.length; at++) {
      const content = lines[at] as string;
      if (at > first && /^\s*(?:#.*)?$/.test(content)) continue;
      const goesOn = content.trimEnd().endsWith(mark);
      parts.push(goesOn ? content.trimEnd().slice(0, -1) : content);
      if (!goesOn) break;
    }
    const whole = parts.join(" ").trim();
    const words = /^(\S+)\s*([\s\S]*)$/.exec(whole);
    const name = (words?.[1] ?? "").toUpperCase();
    let rest = words?.[2] ?? "";
    if (name === "RUN" || name === "COPY" || name === "ADD")
      for (const match of rest.matchAll(HEREDOC)) {
        const end = lines.findIndex((content, index) => index > at && content.trim() === match[2]);
        const until = end === -1 ? lines.length : end;
        if (name === "RUN") rest += `\n${lines.slice(at + 1, until).join("\n")}`;
        at = until;
      }
    found.push({ name, rest, line: first + 1 });
  }
  return found;
}

/** The flags (`--from=build`) and the words of an instruction. */
export function wordsOf({ rest }: Instruction): { flags: string[]; words: string[] } {
  const all = rest.trim().split(/\s+/).filter(Boolean);
  const first = all.findIndex((word) => !word.startsWith("--"));
  return first === -1 ? { flags: all, words: [] } : { flags: all.slice(0, first), words: all.slice(first) };
}
