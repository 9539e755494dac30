import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { sandboxEnvironment } from "#lib/io/env.ts";
import { findDocker } from "#lib/io/sandbox/docker/engine.ts";
import { findImage } from "#lib/io/sandbox/docker/image.ts";
import { openSandbox } from "#lib/io/sandbox/open-sandbox.ts";
import { quantile } from "./oracle.ts";
import { isWhole, numbersOf, type Row, seconds } from "./row.ts";
import { engineSocket } from "./socket.ts";
import type { Stage } from "./stage.ts";
import { ended } from "./world.ts";

const SETTLED_MS = 400_000;
/** How soon containers are used again after the engine is back (HARDENING, C9). */
const BACK_MS = 15_000;

async function engineAndImage(): Promise<string | null> {
  const found = await findDocker();
  if (found.reason !== undefined) return `${found.reason} It needs a Docker engine.`;
  const image = await findImage(found.docker, sandboxEnvironment().PLUMBLINE_SANDBOX_BASE);
  return image?.tag ? null : "The validation image of Docker is not there: npm run sandbox:build makes it.";
}

async function engineOnly(): Promise<string | null> {
  const found = await findDocker();
  return found.reason === undefined ? null : `${found.reason} It needs a Docker engine.`;
}

/** Waits until a worker says this about its sandbox; how long it took. */
async function until(stage: Stage, sandbox: string, state: string): Promise<number> {
  const begun = Date.now();
  while (Date.now() - begun < 120_000) {
    const [row] = await stage.oracle.ask("SELECT 1 FROM worker WHERE sandbox = $1 AND state = $2", [sandbox, state]);
    if (row) break;
    await sleep(50);
  }
  return Date.now() - begun;
}

interface Spoken {
  id: string;
  sandbox: string;
  reason: string;
}
const spoken = (stage: Stage, runs: readonly string[]) =>
  stage.oracle.ask<Spoken>("SELECT id, sandbox, reason FROM run WHERE id = ANY($1) AND status = 'done'", [runs]);

/** Tests that do harm, each in its own way; every one of them must end, and be told what ended it. */
const ATTACKS: Readonly<Record<string, string>> = {
  memory: "def test_it() -> None:\n    held = [bytearray(1 << 26) for _ in range(1000)]\n    assert held\n",
  forks: "import os\n\n\ndef test_it() -> None:\n    while True:\n        os.fork()\n",
  disk: 'def test_it() -> None:\n    with open("/tmp/full", "wb") as out:\n        while True:\n            out.write(b"0" * (1 << 20))\n',
};

export const dockerRows: readonly Row[] = [
  {
    id: "C9",
    fault: "the container engine goes away mid-run, and comes back",
    missing: engineAndImage,
    async run(stage, scale) {
      const socket = await engineSocket(join(stage.world.folder, "docker.sock"));
      const env = { PLUMBLINE_SANDBOX: "auto", DOCKER_HOST: socket.address };
      const worker = await stage.world.worker(env);
      await until(stage, "docker", "ready");
      const accepted = await stage.send(scale === "quick" ? 8 : 20, 2);
      while ((await spoken(stage, accepted)).length < 2) await sleep(100);
      await socket.cut();
      const settled = await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      const verdicts = await spoken(stage, accepted);
      await socket.mend();
      const back = await until(stage, "docker", "ready");
      const after = await stage.send(1, 2);
      await stage.oracle.settled(SETTLED_MS);
      const [last] = await spoken(stage, after);
      worker.child.kill("SIGTERM");
      await ended(worker.child);
      const fallen = verdicts.filter(({ sandbox }) => sandbox === "embedded");
      const unlabelled = fallen.filter(({ reason }) => reason === "").length;
      return {
        pass: settled && isWhole(tally) && unlabelled === 0 && back <= BACK_MS && last?.sandbox === "docker",
        numbers: {
          ...numbersOf(tally),
          "in containers": verdicts.length - fallen.length,
          "without, and saying so": fallen.length - unlabelled,
          "without, silent": unlabelled,
          "containers back after": seconds(back),
        },
      };
    },
  },
  {
    id: "C10",
    fault: "memory, fork and disk bombs beside honest work",
    missing: engineAndImage,
    async run(stage, scale) {
      const [honest, attacks] = scale === "quick" ? [6, 3] : [20, 20];
      const repository = await (stage.loads[0] as Stage["loads"][number]).repository();
      const tests = repository.files.filter(({ path }) => /^tests\/unit\/test_.*\.py$/.test(path));
      const [own, other] = tests.map(({ path }) => path) as [string, string];
      const sandbox = openSandbox({ environment: { ...sandboxEnvironment(), PLUMBLINE_SANDBOX: "docker" } });
      await sandbox.settled();
      const driver = sandbox.driver();
      async function time(): Promise<number[]> {
        const took: number[] = [];
        for (let n = 0; n < honest; n++) {
          const begun = performance.now();
          const { outcomes } = await driver.prove(repository, [own]);
          if (outcomes[own]?.some(({ status }) => status === "fail")) throw new Error("Honest work failed.");
          took.push(performance.now() - begun);
        }
        return took;
      }
      // Programs that have not run yet are slower than they will be; they would make the honest times look better.
      await driver.prove(repository, [own]);
      const alone = await time();
      const kinds = Object.keys(ATTACKS);
      const endings: string[] = [];
      let passed = 0;
      const attacking = (async () => {
        for (let n = 0; n < attacks; n++) {
          const kind = kinds[n % kinds.length] as string;
          const files = repository.files.map((file) =>
            file.path === other ? { ...file, text: ATTACKS[kind] as string } : file,
          );
          const { outcomes } = await driver.prove({ ...repository, files }, [other]);
          const verdict = outcomes[other]?.find(({ check }) => check === "tests");
          if (verdict?.status === "pass") passed++;
          endings.push(`${kind}: ${verdict?.ended ?? verdict?.status}`);
        }
      })();
      const beside = await time();
      await attacking;
      await sandbox.close();
      const [before, during] = [quantile(alone, 0.95), quantile(beside, 0.95)];
      return {
        pass: during < 2 * before && passed === 0 && endings.length === attacks,
        numbers: {
          attacks,
          "attacks that passed": passed,
          endings: [...new Set(endings)].join(", "),
          "honest p95 alone": seconds(before),
          "honest p95 beside": seconds(during),
        },
      };
    },
  },
  {
    id: "C22",
    fault: "the validation image is missing",
    missing: engineOnly,
    async run(stage) {
      const base = "plumbline.invalid/no-such-base:0";
      const strict = await stage.world.worker({ PLUMBLINE_SANDBOX: "docker", PLUMBLINE_SANDBOX_BASE: base });
      await until(stage, "docker", "failed");
      const accepted = await stage.send(5, 2);
      await sleep(5_000);
      const refused = (await spoken(stage, accepted)).length === 0;
      const [told] = await stage.oracle.ask<{ detail: string }>("SELECT detail FROM worker WHERE id = $1", [strict.id]);
      strict.child.kill("SIGTERM");
      await ended(strict.child);
      const lenient = await stage.world.worker({ PLUMBLINE_SANDBOX: "auto", PLUMBLINE_SANDBOX_BASE: base });
      await stage.oracle.settled(SETTLED_MS);
      const tally = await stage.oracle.tally(accepted);
      const verdicts = await spoken(stage, accepted);
      const [proved] = await stage.oracle.ask<{ n: number }>(
        "SELECT count(*)::int AS n FROM check_run WHERE \"check\" = 'container' AND sha256 IN (SELECT f->>'sha256' FROM run, jsonb_array_elements(files->'files') f WHERE id = ANY($1)) AND at > (SELECT min(created_at) FROM run WHERE id = ANY($1))",
        [accepted],
      );
      lenient.child.kill("SIGTERM");
      await ended(lenient.child);
      const labelled = verdicts.filter(({ sandbox, reason }) => sandbox === "embedded" && reason !== "").length;
      return {
        pass: refused && isWhole(tally) && labelled === accepted.length && proved?.n === 0,
        numbers: {
          "judged where only containers may": refused ? 0 : "some",
          ...numbersOf(tally),
          "read only, and saying so": labelled,
          "remembered as proved": proved?.n ?? 0,
          says: told?.detail.slice(0, 80) ?? "",
        },
      };
    },
  },
];
