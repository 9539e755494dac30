import type { CheckFinding } from "../check.ts";
import type { DocumentReader } from "../static-check.ts";
import { pipedDownloads } from "./shell.ts";

const TARGET = /^[\w./%$(){}-][^=#]*?:(?!=)/;

/** Recipes start with a tab; a rule that stands twice hides one of the two. */
export const makefile: DocumentReader = {
  syntax: ({ text }) => {
    const findings: CheckFinding[] = [];
    const seen = new Map<string, number>();
    let inRule = false;
    let continued = false;
    for (const [index, content] of text.split("\n").entries()) {
      const line = index + 1;
      const target = TARGET.exec(content);
      if (!continued && /^ {2,}\S/.test(content) && inRule)
        findings.push({
          code: "makefile-tab",
          message: "A recipe line starts with spaces; make asks for a tab.",
          mend: "Start the line with one tab.",
          line,
        });
      else if (!continued && target) {
        const name = content.split(":")[0]?.trim() ?? "";
        const earlier = seen.get(name);
        if (earlier && !name.startsWith(".") && !content.includes("::"))
          findings.push({
            code: "makefile-twice",
            message: `The target ${name} stands on line ${earlier} already.`,
            mend: "Join the two.",
            line,
          });
        seen.set(name, line);
        inRule = true;
      } else if (content.trim() !== "" && !/^[\t#]/.test(content)) inRule = inRule && continued;
      continued = content.endsWith("\\");
    }
    return findings;
  },
  security: ({ text }) => pipedDownloads(text),
};
