import { FILE_BYTES, FILE_SIZE } from "#lib/core/api/limits.ts";
import type { FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import { checksFor } from "#lib/core/checks/check.ts";
import type { Repair, Symbols } from "#lib/core/repair/repair.ts";
import { SandboxLost } from "./driver.ts";
import { makeSnapshot, stopMaking } from "./python-snapshot.ts";
import { type Answer, type Broken, type Question, type ReadingChild, startReadingChild } from "./reading-child.ts";

/** Two children: both read, and when one dies on a text the other is warm. */
const CHILDREN = 2;
/** The second one does not compete with the first, which someone waits for. */
const SPARE_AFTER_MS = 1000;
/** A child is replaced after so many answers, so that whatever it gathered goes with it. */
const MOST_ANSWERS = 2000;

interface Reader {
  child: ReadingChild;
  busy: boolean;
  answers: number;
}

interface Waiting {
  question: Question;
  settle: (answer: Answer) => void;
  /** A reader broke on it that had read other texts: only one that has read nothing can say whose fault that was. */
  wantsFresh?: boolean;
}

let readers: Reader[] = [];
let queue: Waiting[] = [];

/**
 * Runs the static checks of one file in the embedded sandbox: a child process under Node's permission model that reads
 * the text and never runs it. A crash or a limit is an honest failure of that file, never a pass, and of no other file.
 * @throws the reason of `signal` when it was aborted
 */
export async function checkStatically(file: FileUnderCheck, signal?: AbortSignal): Promise<Outcome[]> {
  if (Buffer.byteLength(file.text) > FILE_BYTES)
    return brokenOutcomes(file, {
      code: "too-large",
      message: `The file is larger than ${FILE_SIZE}.`,
    });
  const { outcomes, broken } = await ask({ file }, signal);
  return outcomes ?? brokenOutcomes(file, broken ?? { code: "crashed", message: "The reader gave no answer." });
}

/** Repairs a text in the same child; null when nothing can be mended by a machine, or the reader did not survive it. */
export async function repairStatically(file: FileUnderCheck, symbols: Symbols): Promise<Repair | null> {
  if (Buffer.byteLength(file.text) > FILE_BYTES) return null;
  return (await ask({ file, symbols })).repair ?? null;
}

/** Ends the children; the next check starts new ones. */
export function closeEmbedded(): void {
  stopMaking();
  const ended = readers;
  readers = [];
  for (const { child } of ended) child.end("The sandbox was closed.");
  for (const { settle } of queue.splice(0))
    settle({ broken: { code: "sandbox-start", message: "The sandbox was closed.", mend: "Check it again." } });
}

async function ask(question: Question, signal?: AbortSignal): Promise<Answer> {
  signal?.throwIfAborted();
  const { promise, resolve: settle, reject } = Promise.withResolvers<Answer>();
  const waiting: Waiting = { question, settle };
  const leave = () => {
    // What is being read at that moment ends by itself, in milliseconds.
    queue = queue.filter((one) => one !== waiting);
    reject(signal?.reason);
  };
  signal?.addEventListener("abort", leave);
  // The children do not keep this process alive; an open question does.
  const hold = setInterval(() => undefined, 60_000);
  queue.push(waiting);
  if (readers.length === 0) addReader();
  dispatch();
  try {
    return await promise;
  } finally {
    clearInterval(hold);
    signal?.removeEventListener("abort", leave);
  }
}

function addReader(): void {
  let child: ReadingChild;
  try {
    child = startReadingChild();
  } catch (cause) {
    refuse(cause as Error);
    return;
  }
  const reader: Reader = { child, busy: true, answers: 0 };
  readers.push(reader);
  child.ready.then(
    () => {
      child.onGone(() => replace(reader));
      reader.busy = false;
      dispatch();
      setTimeout(addSpare, SPARE_AFTER_MS).unref();
    },
    (cause: Error) => {
      readers = readers.filter((one) => one !== reader);
      refuse(cause);
    },
  );
}

/** Whoever waits must not wait for ever; while another child lives, it serves them. */
function refuse(cause: Error): void {
  for (const waiting of queue) waiting.wantsFresh = false;
  if (readers.length > 0) {
    dispatch();
    return;
  }
  const message = `The embedded sandbox did not start: ${cause.message}`;
  const mend = cause instanceof SandboxLost ? cause.hint : "Check it again.";
  for (const { settle } of queue.splice(0)) settle({ broken: { code: "sandbox-start", message, mend } });
}

async function addSpare(): Promise<void> {
  await makeSnapshot();
  if (readers.length > 0 && readers.length < CHILDREN) addReader();
}

/** A child that is gone has a successor at once, so that the next one to go leaves nobody waiting either. */
function replace(reader: Reader): void {
  if (!readers.includes(reader)) return;
  readers = readers.filter((one) => one !== reader);
  addReader();
}

function dispatch(): void {
  for (const reader of readers) {
    if (reader.busy) continue;
    const next = queue.find(({ wantsFresh }) => !wantsFresh || reader.answers === 0);
    if (!next) continue;
    queue = queue.filter((one) => one !== next);
    reader.busy = true;
    void reader.child.ask(next.question).then((answer) => {
      // A verdict belongs to its text: what the reader gathered from the texts before must not end in it.
      if (answer.broken?.ended && answer.broken.ended !== "time limit" && reader.answers > 0) {
        next.wantsFresh = true;
        queue.unshift(next);
      } else next.settle(answer);
      reader.busy = false;
      reader.answers += 1;
      // A reader that met its end takes no further question, even before the system reports that it is gone.
      if (answer.broken || reader.answers >= MOST_ANSWERS) {
        replace(reader);
        reader.child.end("The reader was replaced.");
      }
      dispatch();
    });
  }
}

const SIMPLIFY = "Make the file smaller or simpler, then check it again.";

/** The first check fails with the reason, the rest are skipped: nothing is known about the text. */
function brokenOutcomes(file: FileUnderCheck, { code, message, mend = SIMPLIFY, ended }: Broken): Outcome[] {
  return checksFor(file.path).map(({ id }, index) =>
    index === 0
      ? {
          check: id,
          status: "fail",
          findings: [{ code, message, mend, line: 1 }],
          tool: "embedded sandbox",
          sandbox: "embedded",
          ...(ended ? { ended } : {}),
        }
      : { check: id, status: "skipped", reason: message, findings: [], tool: "none" },
  );
}
