import type { DecisionPath } from "../define-artifact.ts";
import { hasSessions } from "../documents/traits.ts";
import { communityValues, taskRunnerValues } from "../python/library-community.ts";
import { isOpen, libraryFiles } from "./library-file.ts";

const COMMUNITY: readonly DecisionPath[] = ["intake.tier"];

/** What an open library asks of contributors, and its session file. */
export const libraryCommunity = libraryFiles([
  {
    id: "library-nox",
    path: "noxfile.py",
    purpose: "All checks, each in an environment of its own, on every Python",
    phase: "delivery",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: hasSessions,
    values: taskRunnerValues,
  },
  {
    id: "library-contributing",
    path: ".github/CONTRIBUTING.md",
    purpose: "How to set up, check and propose a change",
    phase: "documentation",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: isOpen,
    values: communityValues,
  },
  {
    id: "library-conduct",
    path: ".github/CODE_OF_CONDUCT.md",
    purpose: "What contributors ask of each other",
    phase: "documentation",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: isOpen,
  },
  {
    id: "library-pull-request",
    path: ".github/PULL_REQUEST_TEMPLATE.md",
    purpose: "What a pull request says",
    phase: "documentation",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: isOpen,
  },
  {
    id: "library-issue-bug",
    path: ".github/ISSUE_TEMPLATE/bug.yml",
    purpose: "What a report of a fault says",
    phase: "documentation",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: isOpen,
  },
  {
    id: "library-issue-idea",
    path: ".github/ISSUE_TEMPLATE/idea.yml",
    purpose: "What a wish says",
    phase: "documentation",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: isOpen,
  },
  {
    id: "library-issue-config",
    path: ".github/ISSUE_TEMPLATE/config.yml",
    purpose: "Sends every issue through a form",
    phase: "documentation",
    layer: "none",
    because: COMMUNITY,
    appliesWhen: isOpen,
  },
]);
