import type { ChildProcess } from "node:child_process";
import type { Ending, FileUnderCheck, Outcome } from "#lib/core/checks/check.ts";
import type { Repair, Symbols } from "#lib/core/repair/repair.ts";
import { SandboxLost } from "./driver.ts";
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

/** Why nothing can be said about a text. */
export interface Broken {
  code: string;
  message: string;
  /** Present when it is not the text that has to be mended. */
  mend?: string;
  ended?: Ending;
}

/** What the child says about a text; `broken` when it could not say anything. */
export interface Answer {
  outcomes?: Outcome[];
  repair?: Repair | null;
  broken?: Broken;
}

/** A child process that reads texts, one at a time. After a question it did not survive it is gone. */
export interface ReadingChild {
  /** Settles when it can be asked. @throws SandboxLost when it did not start */
  ready: Promise<void>;
  ask(question: Question): Promise<Answer>;
  /** Ends it at once; an open question is answered with the reason, which says nothing about its text. */
  end(reason: string): void;
  onGone(listener: () => void): void;
}

const START_ANEW = "Free some memory and try again; if it still does not start, install the product anew.";

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
      answer({ broken: { code: "sandbox-start", message: reason, mend: "Check it again." } });
    },
    onGone: (listener) => {
      child.once("exit", listener);
      child.once("error", listener);
    },
  };
}

function whenReady(child: ChildProcess, talk: () => string): Promise<void> {
  const ready = new Promise<void>((settle, fail) => {
    const lose = (message: string, hint = START_ANEW) => fail(new SandboxLost(message, hint));
    const timer = setTimeout(
      () => lose(`it was not ready after ${START_MS / 1000} s`, "Try again when the machine has less to do."),
      START_MS,
    );
    timer.unref();
    child.once("message", () => {
      clearTimeout(timer);
      settle();
    });
    child.once("exit", (code) => {
      clearTimeout(timer);
      lose(`it exited with ${code}: ${talk().trim().split("\n").at(-1) ?? ""}`);
    });
    child.once("error", ({ message }) => lose(message));
  });
  ready.catch(() => undefined);
  return ready;
}
