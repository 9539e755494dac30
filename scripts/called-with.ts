import { parseArgs } from "node:util";

/**
 * What an operating command was called with. A word it does not know ends it with exit code 2 before it has done anything:
 * a mistyped `--dry-run` must not delete.
 * @param usage one line, as a person types it
 */
export function calledWith(usage: string, takes: { file: boolean; flags?: readonly string[] }) {
  const options = Object.fromEntries(
    [...(takes.flags ?? []), "help"].map((flag) => [flag, { type: "boolean" as const }]),
  );
  const { values, positionals } = read();
  if (values.help) end(`Usage: ${usage}`, 0);
  if (takes.file && positionals.length !== 1) end(`Name one file: ${usage}`, 2);
  return { file: positionals[0] ?? "", has: (flag: string): boolean => values[flag] === true };

  function read() {
    try {
      return parseArgs({ options, allowPositionals: takes.file });
    } catch (cause) {
      return end(`${(cause as Error).message.split(". ")[0]}. Nothing was done. Usage: ${usage}`, 2);
    }
  }
}

function end(words: string, code: 0 | 2): never {
  (code === 0 ? console.log : console.error)(words);
  process.exit(code);
}
