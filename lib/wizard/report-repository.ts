import { ANSWERS_PATH } from "#lib/core/delivery/repository.ts";
import { deliveredReport } from "#lib/core/report/delivered-report.ts";
import type { Report } from "#lib/core/report/schema.ts";
import type { Result } from "#lib/core/result.ts";
import { readRepositoryFolder } from "#lib/io/repository-folder.ts";
import { readRepositoryZip } from "#lib/io/repository-zip.ts";
import { deliveredDesign } from "./delivered.ts";

/** The report of a delivered repository, in a folder or still in its zip, with the evidence that came with it. Runs nothing. */
export function repositoryReport(place: string, kind: "folder" | "zip"): Result<Report> {
  const read = kind === "zip" ? readRepositoryZip(place) : readRepositoryFolder(place);
  if (!read.ok) return read;
  const { files } = read.value;
  const rendered = deliveredDesign(files.find(({ path }) => path === ANSWERS_PATH)?.text ?? null);
  return rendered.ok ? deliveredReport({ ...rendered.value, standing: files }) : rendered;
}
