"use server";
import { z } from "zod";
import { asOwner } from "#app/_server/as-owner.ts";
import type { ReadTree } from "#components/journey/stage-context.ts";
import { guided } from "#lib/core/catalog/structure/guided.ts";
import { guidedPaths as pathsOf } from "#lib/core/catalog/structure/guided-paths.ts";
import { parseTree } from "#lib/core/catalog/structure/tree.ts";
import { ok } from "#lib/core/result.ts";
import { loadProject } from "#lib/wizard/load-project.ts";

const LIMIT = 100_000;

/** Reads a pasted tree without storing anything. */
export async function readTree(text: string): Promise<ReadTree> {
  const read = await asOwner(z.string().max(LIMIT), text, async (_, pasted) => parseTree(pasted));
  if (read.ok) return { paths: read.value.paths, problems: [] };
  return {
    paths: [],
    problems: read.error.map(({ path, message, hint }) => ({ line: lineOf(path), message, hint: hint ?? "" })),
  };
}

/** The folders that the guided answers ask for, with this project's package name. */
export async function guidedPaths(projectId: string, answers: unknown): Promise<string[]> {
  const paths = await asOwner(guided.schema, answers, async (caller, parsed) => {
    const loaded = await loadProject(caller, projectId);
    return ok(pathsOf(parsed, loaded?.state.answers.intake?.package_name ?? "package"));
  });
  return paths.ok ? paths.value : [];
}

/** Problems of a pasted tree stand at `line[3]`. */
const lineOf = (path: string): number => Number(/(\d+)/.exec(path)?.[1] ?? 1);
