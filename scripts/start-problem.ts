import { chmodSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Something a person can mend; `npm start` prints the message without a stack. */
export class StartProblem extends Error {}

/** Whether this process can write here at all; the message names the folder and the reason. */
export function ensureWritable(folder: string): void {
  const probe = join(folder, `.probe-${process.pid}`);
  try {
    mkdirSync(folder, { recursive: true });
    writeFileSync(probe, "x".repeat(4096));
    chmodSync(probe, 0o600);
    rmSync(probe);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    const why =
      code === "ENOSPC"
        ? "the disk is full"
        : code === "EROFS"
          ? "the disk is read-only"
          : `it cannot be written (${code})`;
    throw new StartProblem(
      `Data belongs in ${folder}, but ${why}. Make room or name another folder with PLUMBLINE_DATA.`,
    );
  }
}
