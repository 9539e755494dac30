import type { Extras } from "#lib/core/delivery/extras.ts";
import { decide } from "#lib/core/project/decide.ts";
import { ok, type Result } from "#lib/core/result.ts";
import { changeProject } from "#lib/io/db/commands/change-project.ts";
import { zipStream } from "#lib/io/delivery/zip.ts";
import { type Caller, changeBy } from "./caller.ts";
import { deliverable, deliveryHash } from "./delivering.ts";
import { loadGeneration } from "./load-generation.ts";
import { commitsOf, packed } from "./packing.ts";
import { reportBeside } from "./report-generation.ts";

/** Streams the repository of a project as a zip, with history and report when asked for, and logs the delivery; `without` as in `deliverable`. */
export async function deliverZip(
  caller: Caller,
  projectId: string,
  without: number,
  extras: Extras = {},
): Promise<Result<{ name: string; stream: ReturnType<typeof zipStream> }>> {
  const generation = await loadGeneration(caller, projectId);
  if (!generation.ok) return generation;
  const beside = extras.report ? await reportBeside(caller, generation.value) : [];
  const ready = await deliverable(generation.value, without, beside);
  if (!ready.ok) return ready;
  const { files, unfinished } = ready.value;
  const history = extras.history ? commitsOf(generation.value, files, extras, generation.value.state.tasks) : null;
  const archived = await packed(files, history);
  const delivered = await changeProject(changeBy(caller, projectId), [], (state) =>
    decide(state, {
      type: "record-delivery",
      kind: "zip",
      zipSha256: deliveryHash(files),
      files: files.length,
      unfinished,
    }),
  );
  if (!delivered.ok) return delivered;
  const name = generation.value.design.repositoryName;
  return ok({ name, stream: zipStream(name, archived) });
}
