import type { ChildProcess } from "node:child_process";
import type { Ending, FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import type { Repair, Symbols } from "#lib/core/repair/repair.ts";
import { startLocked } from "./locked-process.ts";
import { knownSnapshot } from "./python-snapshot.ts";

/** Limits of one question. A good file takes milliseconds; the rest is for machines that are busy with other things. */
const WALL_MS = 20_000;
const START_MS = 60_000;

export interface Question {
  file: FileUnderCheck;
  /** Present: repair the file instead of judging it. */
  symbols?: Symbols;
}

/** What the child says about a text; `broken` when it could not say anything. */
export interface Answer {
  outcomes?: Outcome[];
  repair?: Repair | null;
  broken?: { code: string; message: string; ended?: Ending };
}

/** A child process that reads texts, one at a time. After a question it did not survive it is gone. */
export interface ReadingChild {
  /** Settles when it can be asked. @throws why it did not start */
  ready: Promise<void>;
  ask(question: Question): Promise<Answer>;
  /** Ends it at once; an open question is answered with the reason, which says nothing about its text. */
  end(reason: string): void;
  onGone(listener: () => void): void;
}

/** Starts a child, locked. */
export function startReadingChild(): ReadingChild {
  const child = startLocked("child.ts", ["ignore", "ignore", "pipe", "ipc"], knownSnapshot());
  let talk = "";
  child.stderr?.on("data", (chunk: Buffer) => {
    talk = (talk + chunk.toString()).slice(-4000);
  });
  let open: { settle: (answer: Answer) => void; timer: NodeJS.Timeout } | undefined;
  const answer = (given: Answer): void => {
    const asked = open;
    open = undefined;
    clearTimeout(asked?.timer);
    asked?.settle(given);
  };
  const ready = whenReady(child, () => talk);
  child.on("message", (message: Answer & { ready?: true }) => {
    if (!message.ready) answer(message);
  });
  // A fault of the channel ends the child; its exit answers the question.
  child.on("error", () => child.kill("SIGKILL"));
  child.on("exit", () => {
    const ended = /out of memory|Allocation failed/i.test(talk) ? "memory limit" : "crashed";
    answer({ broken: { code: "crashed", message: `The reader crashed on this text (${ended}).`, ended } });
  });
  return {
    ready,
    ask: (question) =>
      new Promise((settle) => {
        const timer = setTimeout(() => {
          const message = `Reading took longer than ${WALL_MS / 1000} s (time limit).`;
          answer({ broken: { code: "time-limit", message, ended: "time limit" } });
          child.kill("SIGKILL");
        }, WALL_MS);
        open = { settle, timer };
        child.send(question, (fault) => {
          if (fault) child.kill("SIGKILL");
        });
      }),
    end: (reason) => {
      child.kill("SIGKILL");
      answer({ broken: { code: "sandbox-start", message: reason } });
    },
    onGone: (listener) => {
      child.once("exit", listener);
      child.once("error", listener);
    },
  };
}

function whenReady(child: ChildProcess, talk: () => string): Promise<void> {
  const ready = new Promise<void>((settle, fail) => {
    const timer = setTimeout(() => fail(new Error(`it was not ready after ${START_MS / 1000} s`)), START_MS);
    timer.unref();
    child.once("message", () => {
      clearTimeout(timer);
      settle();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      fail(new Error(`it exited with ${code}: ${talk().trim().split("\n").at(-1) ?? ""}`));
    });
    child.once("error", fail);
  });
  ready.catch(() => undefined);
  return ready;
}
