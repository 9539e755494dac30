import type { Task } from "../blueprint/blueprint.ts";
import type { Layer } from "../blueprint/define-artifact.ts";
import { plainLine } from "../blueprint/encode.ts";
import type { Actor } from "../project/state.ts";
import type { DeliveredFile } from "./repository.ts";

/** Who stands in a commit. */
export interface Signature {
  name: string;
  mail: string;
}

/** Who accepted a task, and when (ISO 8601, UTC). */
export interface TaskAcceptance {
  by?: Actor;
  at?: string;
  /** The reason typed for accepting it although a check had failed. */
  acknowledgement?: string;
}

/** One commit of a delivery: it adds files to those of the commits before it and changes none. */
export interface DeliveryCommit {
  /** Conventional header of at most 72 characters, empty line, body. */
  message: string;
  author: Signature;
  /** Seconds since 1970, UTC; never earlier than the commit before. */
  at: number;
  files: DeliveredFile[];
}

export interface CommitsInput {
  /** In the order of the plan, which is the order of the commits. */
  tasks: readonly Pick<Task, "id" | "path" | "purpose" | "phase" | "layer">[];
  /** Everything that is delivered. */
  files: readonly DeliveredFile[];
  /** By path; nothing for a design that was rendered without a person. */
  acceptances: ReadonlyMap<string, TaskAcceptance>;
  /** The owner of the project, who also signs what belongs to no task. */
  owner: Signature;
}

/** Rendered without a person there is no time but this; the same that our archives carry. */
const NO_TIME = Date.UTC(1980, 0, 2) / 1000;
const HEADER = 72;

/**
 * The history of a delivery: one commit for each delivered task in plan order, then one for what belongs to none of
 * them (answers, manifest, evidence, report). Pure: the same delivery gives the same commits.
 */
export function deliveryCommits({ tasks, files, acceptances, owner }: CommitsInput): DeliveryCommit[] {
  const delivered = new Map(files.map((file) => [file.path, file]));
  const planned = new Set(tasks.map(({ path }) => path));
  const records = files.filter(({ path }) => !planned.has(path));
  let at = NO_TIME;
  const later = (accepted?: string): number => {
    at = Math.max(at, accepted ? Math.floor(Date.parse(accepted) / 1000) : at);
    return at;
  };
  const commits = tasks.flatMap((task) => {
    const file = delivered.get(task.path);
    const acceptance = acceptances.get(task.path) ?? {};
    return file
      ? [
          {
            message: messageOf(task, acceptance),
            author: signatureOf(acceptance.by, owner),
            at: later(acceptance.at),
            files: [file],
          },
        ]
      : [];
  });
  if (records.length === 0) return commits;
  return [...commits, { message: recordMessage(records), author: signed(owner), at, files: records }];
}

/** Kinds of commits by part of the package; "none" depends on what the file is for. */
const TYPES: Readonly<Record<Exclude<Layer, "none">, string>> = {
  domain: "feat(domain)",
  service: "feat(service)",
  db: "feat(db)",
  api: "feat(api)",
  platform: "feat",
  entry: "feat",
  module: "feat",
  migrations: "feat(migrations)",
  tests: "test",
  examples: "docs(examples)",
  docs: "docs",
};

function typeOf({ path, phase, layer }: CommitsInput["tasks"][number]): string {
  if (layer !== "none") return TYPES[layer];
  if (path.startsWith(".github/")) return "ci";
  return phase === "foundation" || phase === "delivery" ? "build" : "chore";
}

function messageOf(task: CommitsInput["tasks"][number], { acknowledgement }: TaskAcceptance): string {
  const purpose = plainLine(task.purpose);
  const type = typeOf(task);
  const header = `${type}: ${shortened(uncapitalised(purpose) || task.path, HEADER - type.length - 2)}`;
  const body = [
    ...(header === `${type}: ${uncapitalised(purpose)}` ? [] : [`${purpose || task.path}.`, ""]),
    ...(acknowledgement ? [`Accepted although a check failed: ${plainLine(acknowledgement)}`, ""] : []),
    `Path: ${task.path}`,
    `Task: ${task.id}`,
  ];
  return `${header}\n\n${body.join("\n")}\n`;
}

const recordMessage = (files: readonly DeliveredFile[]): string =>
  `chore: record what this repository was made from\n\n${files.map(({ path }) => `Path: ${path}`).join("\n")}\n`;

/** As in a sentence: "The rules" becomes "the rules", "HTTP" stays. */
const uncapitalised = (words: string): string =>
  words.replace(/^\p{Lu}(?=\p{Ll}|\s)/u, (letter) => letter.toLowerCase());

/** Cut after the last whole clause that fits, else after the last whole word. */
function shortened(words: string, length: number): string {
  if (words.length <= length) return words;
  const head = words.slice(0, length + 1);
  const clause = Math.max(...[", ", ": ", "; "].map((mark) => head.lastIndexOf(mark)));
  if (clause > length / 3) return head.slice(0, clause);
  const word = head.lastIndexOf(" ", length - 1);
  return `${head.slice(0, word > length / 3 ? word : length - 1).toWellFormed()}…`;
}

/** The owner is "you" to the page and has a name in a history; agents and reviewers have their own. */
const signatureOf = (by: Actor | undefined, owner: Signature): Signature =>
  by === undefined || by.kind === "owner" || by.name === ""
    ? signed(owner)
    : signed({ name: by.kind === "agent" ? `${by.name} (agent)` : by.name, mail: noReply(by.name) });

/** A mail address that goes nowhere (RFC 2606), for someone known by name only. */
export function noReply(name: string): string {
  const local = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "");
  return `${local.slice(0, 60) || "somebody"}@users.noreply.invalid`;
}

/** Reads `Name <mail>` as git writes it; either part may be missing. */
export function readSignature(text: string): Signature {
  const [, name = "", mail = ""] = /^([^<]*)(?:<([^>]*)>?)?/.exec(text) ?? [];
  return { name: name.trim(), mail: mail.trim() };
}

/** What a commit object can hold: git drops these characters, and a name must not end with what git trims. */
function signed({ name, mail }: Signature): Signature {
  const kept = (text: string) =>
    plainLine(text)
      .replaceAll(/[<>]/g, "")
      .replaceAll(/^[\s.,:;"'\\]+|[\s.,:;"'\\]+$/g, "");
  const named = kept(name) || "Somebody";
  return { name: named, mail: kept(mail).replaceAll(/\s/g, "") || noReply(named) };
}
