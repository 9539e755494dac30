import "./short-life.ts";
import { homedir } from "node:os";
import { join } from "node:path";
import { CommanderError } from "commander";
import type { Problem } from "#lib/core/result.ts";
import { keepFormatted, rememberFormatted } from "#lib/io/formatted-texts.ts";
import { productVersion } from "#lib/io/product-files.ts";
import { COMMANDS } from "./commands/index.ts";
import { BadInput, CannotRun, EXIT, type ExitCode, json, problemLine, talk } from "./output.ts";
import { type Asked, programOf, runAsked } from "./program.ts";

// Who reads our output may have seen enough: `plumbline questions | head`.
for (const stream of [process.stdout, process.stderr])
  stream.on("error", (cause: NodeJS.ErrnoException) => {
    if (cause.code === "EPIPE") process.exit();
    // Node's own exit code would say "findings".
    process.exit(explain(Object.assign(cause, { path: "standard output" }), false));
  });

async function main(words: string[]): Promise<ExitCode> {
  let asked: Asked | undefined;
  try {
    programOf(COMMANDS, productVersion(), (found) => {
      asked = found;
    }).parse(words, { from: "user" });
    if (!asked) return EXIT.done;
    const home = homeFolder();
    if (home !== null) rememberFormatted(join(home, ".cache/plumbline"));
    const exit = await runAsked(asked);
    keepFormatted();
    return exit;
  } catch (cause) {
    return explain(cause, asked ? asked.options.json === true : words.includes("--json"));
  }
}

/** Whoever has none, in a container perhaps, is served all the same. */
function homeFolder(): string | null {
  try {
    return homedir();
  } catch {
    return null;
  }
}

function explain(cause: unknown, asJson: boolean): ExitCode {
  if (cause instanceof CommanderError && cause.exitCode === 0) return EXIT.done;
  const refused = refusalOf(cause);
  if (!refused) {
    talk(`plumbline failed, and it is our fault: ${(cause as Error).stack ?? String(cause)}`);
    return EXIT.fault;
  }
  if (asJson) json({ problems: refused.problems });
  for (const problem of refused.problems) talk(problemLine(problem));
  return refused.exit;
}

interface Refusal {
  exit: ExitCode;
  problems: readonly Problem[];
}

function refusalOf(cause: unknown): Refusal | null {
  if (cause instanceof BadInput) return { exit: EXIT.badInput, problems: cause.problems };
  if (cause instanceof CannotRun) return { exit: EXIT.fault, problems: [cause.problem] };
  if (cause instanceof CommanderError) return { exit: EXIT.badInput, problems: [wrongCommandLine(cause)] };
  return ofSystem(cause as NodeJS.ErrnoException);
}

function wrongCommandLine({ code, message }: CommanderError): Problem {
  if (code === "commander.help")
    return { path: "plumbline", code: "no-command", message: "Name a command.", hint: HELP };
  const [said = "", hint = ""] = message.replace(/^error: /, "").split("\n");
  return {
    path: "plumbline",
    code: code.replace("commander.", ""),
    message: `${said.replace(/^./, (letter) => letter.toUpperCase()).replace(/\.$/, "")}.`,
    hint: hint ? hint.replace(/^\(|\)$/g, "") : HELP,
  };
}

const HELP = "plumbline --help lists the commands, plumbline COMMAND --help what one takes.";

/** What the file system says of a place that a person named, in words. */
const OF_PLACES: Readonly<Record<string, string>> = {
  ENOENT: "There is no such file or folder.",
  ENOTDIR: "A part of this path is a file where a folder should be.",
  EISDIR: "This is a folder where a file should be.",
  EACCES: "You may not read or write here.",
  EPERM: "You may not write here.",
  EROFS: "Nothing can be written here; this disk is read-only.",
  EEXIST: "Something else stands here already.",
  ELOOP: "The symbolic links of this path lead in a circle.",
  ENAMETOOLONG: "This name is too long for the disk.",
  EINVAL: "The disk does not take this name.",
  ENXIO: "This is no plain file.",
};
const OF_NEW_FOLDERS: Readonly<Record<string, string>> = {
  ENOENT: "No folder can be made here.",
  EEXIST: "A file or a broken link stands where a folder should be.",
};
const OF_THE_MACHINE: Readonly<Record<string, string>> = {
  ENOSPC: "The disk is full; nothing was kept of what was begun.",
  EDQUOT: "Your share of the disk is used up; nothing was kept of what was begun.",
  EMFILE: "Too many files are open.",
  ENFILE: "Too many files are open.",
};

function ofSystem({ code = "", path = "plumbline", syscall }: NodeJS.ErrnoException): Refusal | null {
  const asks = (syscall === "mkdir" && OF_NEW_FOLDERS[code]) || OF_PLACES[code];
  const refusal = (exit: ExitCode, message: string, hint: string): Refusal => ({
    exit,
    problems: [{ path, code: "unusable", message, hint }],
  });
  if (asks) return refusal(EXIT.badInput, asks, "Name a place that you may read and write.");
  const lacks = OF_THE_MACHINE[code];
  return lacks ? refusal(EXIT.fault, lacks, "Make room, and call the command again.") : null;
}

process.exitCode = await main(process.argv.slice(2));
