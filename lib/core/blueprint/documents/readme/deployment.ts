import { toolchainOf } from "../../toolchains/index.ts";
import { bullets, code, commandBlock } from "../markdown.ts";
import { hasDemos, hasPostgres, isService } from "../traits.ts";
import { linkTo, packaged, type Section } from "./context.ts";

/** The example programs, where there are any. */
export const examples: Section = (context) => {
  const link = linkTo(context, "examples/quickstart.py", "examples/quickstart.py");
  if (!link || !hasDemos(context.design)) return null;
  const against = isService(context.design) ? " It needs a running service (see [Quick start](#quick-start))." : "";
  return { title: "Examples", blocks: [`${link} is short enough to read, and the tests run it.${against}`] };
};

/** What an operator must know. */
export const deployment: Section = (context) => {
  const { design, paths } = context;
  if (!isService(design) || !packaged(context, "__main__.py")) return null;
  const { install } = toolchainOf(design);
  const { deployment: target } = design.answers.intake;
  const imaged = paths.includes("Dockerfile");
  const runbook = paths.find((path) => path === "docs/operations.md");
  return {
    title: "Deployment",
    blocks: [
      imaged ? commandBlock(["docker compose build"]) : `Install with ${install.production.map(code).join(", then ")}.`,
      bullets([
        ...(imaged
          ? [
              "The image runs as user 10001, needs no writable file system besides `/tmp`, and checks its own health.",
              "Base images are named by tag; pin the digest (`docker buildx imagetools inspect IMAGE`) if your rules ask for it.",
            ]
          : []),
        ...(hasPostgres(design)
          ? [
              "Run `migrate` once per release, before the new processes start; it gives up rather than wait for a table longer than `lock_timeout_ms`.",
              "The start fails when all replicas together could use up the database's connections.",
            ]
          : []),
        "Give `/health/live` to the liveness probe and `/health/ready` to the load balancer; on SIGTERM readiness turns 503 first.",
        "Allow at least 35 seconds between SIGTERM and SIGKILL.",
        ...(target === "undecided"
          ? [
              "Where it will run is undecided: settle host, secrets, database backups and log storage before the first release.",
            ]
          : []),
      ]),
      runbook ? `Operating it: [${runbook}](${runbook}).` : null,
    ],
  };
};
