import type { DocumentReader } from "../static-check.ts";
import { readToml } from "./toml-source.ts";

/** TOML of no particular tool. */
export const toml: DocumentReader = { syntax: ({ text }) => readToml(text).faults };
