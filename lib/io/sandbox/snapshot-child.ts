/** Writes a snapshot of a fresh interpreter to its standard output; locked like the child that reads drafts. */
import { writeSync } from "node:fs";
import { interpreterSnapshot } from "./python-interpreter.ts";

const bytes = await interpreterSnapshot();
for (let at = 0; at < bytes.length; ) at += writeSome(at);

function writeSome(at: number): number {
  try {
    return writeSync(1, bytes, at);
  } catch (cause) {
    if ((cause as { code?: string }).code === "EAGAIN") return 0;
    throw cause;
  }
}
