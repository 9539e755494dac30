"use server";
import type { ReadTree } from "#components/journey/stage-context.ts";

export async function readTree(_text: string): Promise<ReadTree> {
  return { paths: [], problems: [] };
}

export async function guidedPaths(_answers: unknown): Promise<string[]> {
  return [];
}
