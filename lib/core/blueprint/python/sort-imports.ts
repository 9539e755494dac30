interface Statement {
  lines: string[];
  module: string;
  /** `import x` goes before `from x import y`. */
  plain: boolean;
}

const STATEMENT = /^(?:from (\S+) import |import (\S+))/;

/**
 * Sorts the import statements of a Python file as ruff's isort rules do, inside each run of neighbouring ones; the
 * sections (standard library, third party, own package, relative) stay as the template has them. Templates need this
 * because names that people choose stand in module paths, so no fixed order is right for all of them.
 */
export function sortImports(text: string): string {
  const lines = text.split("\n");
  const out: string[] = [];
  for (let at = 0; at < lines.length; ) {
    const run = readRun(lines, at);
    if (run.length === 0) {
      out.push(lines[at++] as string);
      continue;
    }
    at += run.reduce((count, statement) => count + statement.lines.length, 0);
    out.push(...run.sort(byModule).flatMap((statement) => statement.lines));
  }
  return out.join("\n");
}

function readRun(lines: readonly string[], start: number): Statement[] {
  const run: Statement[] = [];
  for (let at = start; at < lines.length; ) {
    const head = STATEMENT.exec(lines[at] as string);
    if (!head) break;
    const end = (lines[at] as string).trimEnd().endsWith("(")
      ? lines.findIndex((line, index) => index > at && line.startsWith(")"))
      : at;
    if (end === -1) break;
    run.push({ lines: lines.slice(at, end + 1), module: (head[1] ?? head[2]) as string, plain: head[2] !== undefined });
    at = end + 1;
  }
  return run;
}

function byModule(a: Statement, b: Statement): number {
  if (a.plain !== b.plain) return a.plain ? -1 : 1;
  const [dotsA, dotsB] = [leadingDots(a.module), leadingDots(b.module)];
  if (dotsA !== dotsB) return dotsB - dotsA;
  return naturally(a.module.toLowerCase(), b.module.toLowerCase());
}

const leadingDots = (module: string): number => /^\.*/.exec(module)?.[0].length ?? 0;

/** Compares texts with their numbers as numbers: `room2` before `room10`. */
function naturally(a: string, b: string): number {
  const [partsA, partsB] = [a.match(/\d+|\D/g) ?? [], b.match(/\d+|\D/g) ?? []];
  for (const [index, partA] of partsA.entries()) {
    const partB = partsB[index];
    if (partB === undefined) return 1;
    if (partA === partB) continue;
    const numbers = /^\d/.test(partA) && /^\d/.test(partB);
    if (numbers && Number(partA) !== Number(partB)) return Number(partA) - Number(partB);
    return partA < partB ? -1 : 1;
  }
  return partsA.length - partsB.length;
}
