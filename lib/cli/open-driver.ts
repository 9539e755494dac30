import { SANDBOXES } from "#lib/core/checks/check.ts";
import type { SandboxDriver } from "#lib/io/sandbox/driver.ts";
import { embeddedDriver } from "#lib/io/sandbox/embedded-driver.ts";
import { BadInput } from "./output.ts";

/** The sandbox a person named, or the best one that is ready. */
export async function openDriver(wanted: string | undefined): Promise<SandboxDriver> {
  if (wanted !== undefined && !(SANDBOXES as readonly string[]).includes(wanted))
    throw new BadInput([
      {
        path: "--sandbox",
        code: "unknown",
        message: `There is no sandbox ${wanted}.`,
        hint: `Use ${SANDBOXES.join(" or ")}.`,
      },
    ]);
  return embeddedDriver;
}
