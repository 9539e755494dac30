import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import type { Step } from "../toolchains/toolchain.ts";
import { images } from "../versions.ts";
import { action, actionComments } from "./actions.ts";
import { type Tree, yamlDocument } from "./yaml.ts";

/**
 * One job of a workflow. Rights are given per job, never more than reading; every job ends by itself
 * (python-standard 2.5). No text of a person ever enters a workflow: names here come from us or from a checked grammar.
 */
export interface Job {
  id: string;
  name: string;
  minutes: number;
  needs?: readonly string[];
  matrix?: { readonly [name: string]: readonly string[] };
  services?: Tree;
  environment?: { readonly [name: string]: string };
  steps: readonly Step[];
}

export interface Workflow {
  name: string;
  triggers: { readonly [event: string]: Tree };
  jobs: readonly Job[];
  /** Adds the job on which branch protection can rest: it passes only when all others did. */
  gate?: boolean;
}

/** Takes the sources and leaves no token behind in them. */
export const checkout: Step = { uses: action("actions/checkout"), with: { "persist-credentials": false } };

/** A shell step with a name a reader of the run understands. */
export const step = (name: string, ...commands: readonly string[]): Step => ({ name, run: commands.join("\n") });

/** Checkout, Python, manager, a readable message when the lock is missing, and the locked install. */
export function prepared(design: Design, python: string): Step[] {
  const { lock, install, ciSetup } = toolchainOf(design);
  return [
    checkout,
    ...ciSetup(python),
    ...(lock ? [lockStep(lock.files, lock.make(design))] : []),
    step("Install", ...install.ci),
  ];
}

/** Without this, the manager's own message about a missing lock hides what to do (DM09). */
function lockStep(files: readonly string[], make: readonly string[]): Step {
  const missing = files.map((file) => `[ ! -f ${file} ]`).join(" || ");
  const remedy = make.length === 1 ? `Run ${make[0]}` : "Run the locking commands of README.md";
  return step(
    "Look for the lock",
    `if ${missing}; then`,
    `  echo "::error title=No lock yet::${remedy}, then commit ${files.join(" and ")}."`,
    "  exit 1",
    "fi",
  );
}

function jobTree(job: Job): Tree {
  return {
    name: job.name,
    needs: job.needs,
    "runs-on": images.runner,
    "timeout-minutes": job.minutes,
    permissions: { contents: "read" },
    strategy: job.matrix ? { "fail-fast": false, matrix: job.matrix } : undefined,
    services: job.services,
    env: job.environment,
    steps: job.steps,
  };
}

const gateJob = (jobs: readonly Job[]): Tree => ({
  name: "Required",
  if: "always()",
  needs: jobs.map(({ id }) => id),
  "runs-on": images.runner,
  "timeout-minutes": 5,
  permissions: {},
  // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression
  steps: [{ uses: action("re-actors/alls-green"), with: { jobs: "${{ toJSON(needs) }}" } }],
});

/** The digest of an image cannot be known where no registry is reached: the reason stands where the linter looks. */
const comments: ReadonlyMap<string, string> = new Map([
  ...actionComments,
  [images.postgres, "zizmor: ignore[unpinned-images] lives for one job only; pin the digest if your rules ask for it"],
]);

/** Writes a workflow: no rights at the top, one run a branch at a time, actions pinned by commit with their version. */
export function workflowDocument(design: Design, { name, triggers, jobs, gate }: Workflow): string {
  const { ciEnvironment } = toolchainOf(design);
  const tree: Tree = {
    name,
    on: triggers,
    permissions: {},
    // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression
    concurrency: { group: "${{ github.workflow }}-${{ github.ref }}", "cancel-in-progress": true },
    env: Object.keys(ciEnvironment).length > 0 ? ciEnvironment : undefined,
    jobs: {
      ...Object.fromEntries(jobs.map((job) => [job.id, jobTree(job)])),
      ...(gate ? { required: gateJob(jobs) } : {}),
    },
  };
  return yamlDocument(tree, comments)
    .replace(/\n(?=(?:on|permissions|concurrency|env|jobs):)/g, "\n\n")
    .replace(/(?<!jobs:)\n(?= {2}[a-z]+:\n {4}name: )/g, "\n\n");
}
