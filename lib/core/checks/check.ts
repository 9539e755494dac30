import type { Layer } from "../blueprint/define-artifact.ts";
import type { Outline } from "../python/outline.ts";
import { fileKind } from "./file-kind.ts";

/** Every check, in the order in which they are run and shown. */
export const CHECK_IDS = ["syntax", "contract", "imports", "style", "types", "tests", "security", "build"] as const;
export type CheckId = (typeof CHECK_IDS)[number];

/** A failed critical check can never be accepted; a blocking one only with a written acknowledgement. */
export type Severity = "critical" | "blocking" | "advisory";

/** One thing a check found, pinned to a line (from 1) when it has one. */
export interface CheckFinding {
  code: string;
  message: string;
  /** What to do about it. */
  mend?: string;
  line?: number;
  column?: number;
  /** How much this finding weighs; absent: as much as its check. Advisory findings are shown and fail nothing. */
  severity?: Severity;
}

/** `docker`: hardened containers; `embedded`: a child process that reads text and never runs it. */
export const SANDBOXES = ["docker", "embedded"] as const;
export type SandboxName = (typeof SANDBOXES)[number];

/** How the sandbox ended a step that did not end by itself. */
export type Ending = "time limit" | "memory limit" | "output limit" | "crashed" | "no test ran" | "sandbox lost";

export interface Outcome {
  check: CheckId;
  /** `partial`: what could run passed, the rest waits for another file; `pending`: asked for, and not run yet. */
  status: "pass" | "partial" | "fail" | "skipped" | "pending";
  /** Why; always there when skipped, partial or pending. */
  reason?: string;
  findings: CheckFinding[];
  /** Name and version of what judged; "none" when nothing did. */
  tool: string;
  /** Which sandbox spoke; absent when nothing was run. */
  sandbox?: SandboxName;
  /** Tests, where the check counts them. */
  counts?: { passed: number; failed: number; skipped: number };
  /** Set when the sandbox had to end it: an honest word for what happened. */
  ended?: Ending;
}

/** What a check is told about the file it looks at. */
export interface FileUnderCheck {
  path: string;
  text: string;
  layer: Layer;
  floorMinor: number;
  packageName: string;
  /** The public face the file must have; null when it has no contract. */
  contract: Outline | null;
  /** The repository's own `pyproject.toml`, which configures linter and dependencies. */
  pyproject: string;
  /** Dotted names of all modules the repository will have. */
  modules: readonly string[];
  /** Paths of all files the repository will have. */
  paths: readonly string[];
}

export interface Check {
  id: CheckId;
  label: string;
  severity: Severity;
  /** What it looks at and why, for people. */
  explain: string;
  appliesTo(path: string): boolean;
}

const isPython = (path: string): boolean => path.endsWith(".py");
const where =
  (id: CheckId) =>
  (path: string): boolean =>
    fileKind(path)?.checks.includes(id) ?? false;

/** Every check of WORKFLOW 6, in the order they are shown. */
export const checks: Readonly<Record<CheckId, Check>> = {
  syntax: {
    id: "syntax",
    label: "Syntax",
    severity: "critical",
    explain:
      "The file parses: Python for the floor version of this design; TOML, YAML, JSON, Dockerfiles, Markdown and shell for themselves.",
    appliesTo: where("syntax"),
  },
  contract: {
    id: "contract",
    label: "Contract",
    severity: "blocking",
    explain:
      "Every public class, method, function and constant that other files rely on is there, with its parameters and annotations; a configuration has the fields its tool knows; a link leads to a file of this repository.",
    appliesTo: where("contract"),
  },
  imports: {
    id: "imports",
    label: "Imports",
    severity: "blocking",
    explain:
      "Only the standard library, declared dependencies and modules of this repository are imported, and inner layers do not import outer ones.",
    appliesTo: where("imports"),
  },
  style: {
    id: "style",
    label: "Style",
    severity: "blocking",
    explain:
      "The formatter and the linter of the repository's own configuration have nothing to say; Dockerfiles, compose files and scripts follow the habits of their tools.",
    appliesTo: where("style"),
  },
  types: {
    id: "types",
    label: "Types",
    severity: "blocking",
    explain: "The strict type check of the repository passes.",
    appliesTo: isPython,
  },
  tests: {
    id: "tests",
    label: "Tests",
    severity: "blocking",
    explain: "The tests of this file and of what depends on it pass.",
    appliesTo: isPython,
  },
  security: {
    id: "security",
    label: "Security",
    severity: "critical",
    explain:
      "No secret, also not in a comment, a log or an error; no evaluation of input, no shell, no SQL by string building, no weak cryptography, no unsafe loader, no request to a service in production; no pipeline or container that gives its rights away.",
    appliesTo: () => true,
  },
  build: {
    id: "build",
    label: "Build",
    severity: "blocking",
    explain: "The package builds and its wheel installs.",
    appliesTo: (path) => path === "pyproject.toml",
  },
};

/** The checks that apply to a file, in order. */
export const checksFor = (path: string): Check[] => Object.values(checks).filter((check) => check.appliesTo(path));
