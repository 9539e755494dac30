import { createHash, randomBytes } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Outcome } from "#lib/core/checks/check.ts";
import type { ContainerCheck, Toolchain } from "#lib/core/checks/container-check.ts";
import { mergeOutcomes } from "#lib/core/checks/merge.ts";
import { packageBuild } from "#lib/core/checks/package-build.ts";
import { repositoryStyle } from "#lib/core/checks/repository-style.ts";
import { testRun } from "#lib/core/checks/test-plan.ts";
import { typeCheck } from "#lib/core/checks/type-check.ts";
import { workflowAudit } from "#lib/core/checks/workflow-audit.ts";
import { productRoot } from "../../product-root.ts";
import { type SandboxDriver, SandboxLost } from "../driver.ts";
import { embeddedDriver } from "../embedded-driver.ts";
import { proveGroup } from "./check-steps.ts";
import type { Engine } from "./engine.ts";
import { stepBoard } from "./step-board.ts";

/**
 * What shares a container: linters and type checker only read the repository, tests and build run its code. Those two
 * have one each, so that neither can leave something behind for the other. The longest comes first.
 */
const GROUPS: readonly (readonly ContainerCheck[])[] = [
  [testRun],
  [repositoryStyle, workflowAudit, typeCheck],
  [packageBuild],
];

/** Another edition makes remembered verdicts void: plans or readings have changed their meaning. */
const EDITION = 2;

const PROGRAMS = "lib/io/sandbox/docker/proof";

/** Tools whose versions the outcomes name. */
const TOOLS = ["ruff", "zizmor", "mypy", "pytest", "build", "twine", "pip"];

const ASK_VERSIONS = `import json, platform, sys
from importlib.metadata import distributions
known = {one.name: one.version for one in distributions()}
print(json.dumps({"python": platform.python_version(), **{name: known.get(name, "missing") for name in sys.argv[1:]}}))`;

/** The driver that runs everything: static checks by the embedded reader, the others in containers with this image. */
export function dockerDriver(engine: Engine, image: string): SandboxDriver {
  const programs = ownPrograms();
  const digest = createHash("sha256")
    .update(JSON.stringify([EDITION, image, programs]))
    .digest("hex");
  const toolchain = `docker/${digest} ${embeddedDriver.toolchain}`;
  let asked: Promise<Toolchain> | undefined;
  const tools = () => {
    asked ??= askTools(engine, programs).catch((cause) => {
      asked = undefined;
      throw cause;
    });
    return asked;
  };
  return {
    name: "docker",
    isolation: engine.isolation,
    toolchain,
    async prove(repository, paths, { signal: outside, onSteps } = {}) {
      outside?.throwIfAborted();
      const board = stepBoard(onSteps);
      const asker = Symbol();
      // What fails ends the rest: without all of it there is no verdict.
      const failed = new AbortController();
      const signal = outside ? AbortSignal.any([outside, failed.signal]) : failed.signal;
      const guarded = async <T>(part: Promise<T>): Promise<T> =>
        part.catch((cause) => {
          failed.abort(cause);
          throw failed.signal.reason;
        });
      const reading = guarded(embeddedDriver.prove(repository, paths, { signal, onSteps: board.takeOver() }));
      const running = guarded(
        tools().then((toolchain) =>
          Promise.all(
            GROUPS.map((checks) =>
              guarded(proveGroup(engine, checks, { repository, paths, toolchain, signal, asker, board })),
            ),
          ),
        ),
      );
      const [read, ran] = await Promise.allSettled([reading, running]);
      outside?.throwIfAborted();
      if (read.status === "rejected" || ran.status === "rejected") throw failed.signal.reason;
      const outcomes = Object.fromEntries(
        Object.entries(read.value.outcomes).map(([path, own]): [string, Outcome[]] => [
          path,
          mergeOutcomes(
            path,
            own,
            ran.value.flatMap((group) => group.outcomes.get(path) ?? []),
          ),
        ]),
      );
      const coverage = ran.value.map((group) => group.coverage).find((one) => one !== null) ?? null;
      return { sandbox: "docker", isolation: engine.isolation, toolchain, outcomes, coverage, steps: board.steps() };
    },
    async close() {
      await Promise.all([engine.close(), embeddedDriver.close()]);
    },
  };
}

/** Our programs that run beside a repository; sent with each job, so that an image serves every edition of them. */
function ownPrograms(): Record<string, string> {
  const folder = join(productRoot(), PROGRAMS);
  const names = readdirSync(folder).filter((name) => name.endsWith(".py"));
  return Object.fromEntries(names.sort().map((name) => [name, readFileSync(join(folder, name), "utf8")]));
}

async function askTools(engine: Engine, programs: Record<string, string>): Promise<Toolchain> {
  const argv = ["python", "-I", "-c", ASK_VERSIONS, ...TOOLS];
  const [answer] = await engine.runSteps([], [{ id: "versions", argv, wallMs: 20_000 }]);
  if (answer?.exitCode !== 0)
    throw new SandboxLost(
      `The validation image does not say what is in it: ${answer?.stderr ?? ""}`,
      "Remove the image with `docker rmi`; it is built again.",
    );
  const versions = JSON.parse(answer.stdout) as Record<string, string>;
  return {
    pythonMinor: Number(versions.python?.split(".")[1]),
    versions,
    programs,
    secret: () => randomBytes(24).toString("hex"),
  };
}
