/** Parts of `npm run bench` that need a container engine: the pool, a whole repository, and the same tools by hand. */
import { cpus } from "node:os";
import { setTimeout as sleep } from "node:timers/promises";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import type { RepositoryUnderCheck } from "#lib/core/checks/proof.ts";
import { repositoryUnderCheck } from "#lib/core/checks/repository-under-check.ts";
import { sandboxEnvironment } from "#lib/io/env.ts";
import { dockerDriver } from "#lib/io/sandbox/docker/docker-driver.ts";
import { type Engine, findDocker, openEngine } from "#lib/io/sandbox/docker/engine.ts";
import { findImage, imageSettings } from "#lib/io/sandbox/docker/image.ts";
import type { SandboxDriver } from "#lib/io/sandbox/driver.ts";
import { embeddedDriver } from "#lib/io/sandbox/embedded-driver.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { type Line, median, timesLine, unmeasured } from "./bench-measure.ts";

const START = { share: 0.5, ms: 120 };
const WHOLE = { share: 0.5, ms: 6_000 };
const RATIO = 1.15;

/** The validation image, or why nothing can be measured without it. */
export async function imageForBench(): Promise<{ image: string; reason?: undefined } | { reason: string }> {
  const found = await findDocker();
  if (found.reason !== undefined) return found;
  const image = await findImage(found.docker, imageSettings(sandboxEnvironment()).base);
  if (!image) return { reason: "The validation image is not built. Run npm run sandbox:build." };
  return image.tag === undefined ? { reason: image.reason } : { image: image.tag };
}

/** Measures the containers alone: no database, no queue. */
export async function benchSandbox(image: string): Promise<Line[]> {
  const opened = await openEngine({ image });
  if (!opened.engine) return [unmeasured("container sandbox", opened.reason)];
  try {
    const driver = dockerDriver(opened.engine, image);
    return [await poolStart(opened.engine), await wholeRepository(driver), await againstHand(opened.engine, driver)];
  } finally {
    await Promise.all([opened.engine.close(), embeddedDriver.close()]);
  }
}

/** From the call to the end of a command that does nothing, in a container that waited. */
async function poolStart(engine: Engine): Promise<Line> {
  const times: number[] = [];
  for (let run = -3; run < 30; run++) {
    // The pool makes the next one meanwhile; a person is slower than that.
    await sleep(1_000);
    const begun = performance.now();
    await engine.runSteps([], [{ id: "nothing", argv: ["true"], wallMs: 10_000 }]);
    if (run >= 0) times.push(performance.now() - begun);
  }
  return timesLine("sandbox start from the pool, to the end of a command", times, START);
}

const answers = (examples[0] as (typeof examples)[number]).answers;
const PAIRS = 5;
/** The size for which DESIGN 10 sets the bar of a full validation. */
const FILES = 60;

interface Subject {
  repository: RepositoryUnderCheck;
  paths: string[];
}

/** The repository of a design, ready to be proved. */
function subject(answers: Answers): Subject {
  const { design, blueprint } = render(answers);
  const texts = new Map(blueprint.tasks.flatMap(({ path, text }) => (text === null ? [] : [[path, text] as const])));
  return { repository: repositoryUnderCheck(design, blueprint, texts), paths: [...texts.keys()] };
}

/** Milliseconds of one full validation. @throws when a file fails: what is red is not measured */
async function proveOnce(driver: SandboxDriver, { repository, paths }: Subject): Promise<number> {
  const begun = performance.now();
  const { outcomes } = await driver.prove(repository, paths);
  const took = performance.now() - begun;
  const failing = Object.entries(outcomes).find(([, own]) => own.some(({ status }) => status === "fail"));
  if (failing) throw new Error(`${failing[0]} fails`);
  return took;
}

/** The example whose size is nearest to what the bar speaks of. */
async function wholeRepository(driver: SandboxDriver): Promise<Line> {
  const off = ({ paths }: Subject): number => Math.abs(paths.length - FILES);
  const nearest = examples
    .map((one) => subject(one.answers))
    .reduce((best, one) => (off(one) < off(best) ? one : best));
  const times: number[] = [];
  for (let run = -1; run < PAIRS; run++) {
    const took = await proveOnce(driver, nearest);
    if (run >= 0) times.push(took);
  }
  const { paths, repository } = nearest;
  return timesLine(`full validation of ${repository.packageName} in containers, ${paths.length} files`, times, WHOLE);
}

/** Design (a) by our driver and by hand, in turns, so that a busy machine is busy for both. */
async function againstHand(engine: Engine, driver: SandboxDriver): Promise<Line> {
  const what = "full validation of design (a) against ruff, mypy, pytest --cov and build by hand";
  const one = subject(answers);
  const files = one.repository.files.map(({ path, text }) => ({ path: `repository/${path}`, text }));
  const [ours, hand]: [number[], number[]] = [[], []];
  for (let run = -1; run < PAIRS; run++) {
    const took = await proveOnce(driver, one);
    const begun = performance.now();
    const [result] = await engine.runSteps(files, [{ id: "hand", argv: ["sh", "-ec", BY_HAND], wallMs: 600_000 }], {
      memoryMb: 3072,
      cpus: cpus().length,
    });
    if (result?.exitCode !== 0)
      return unmeasured(what, `by hand ${result?.ended ?? result?.stderr.trim().slice(-200)}`);
    if (run < 0) continue;
    ours.push(took);
    hand.push(performance.now() - begun);
  }
  const ratio = median(ours) / median(hand);
  const seconds = (times: readonly number[]) => (median(times) / 1000).toFixed(1);
  return {
    what,
    value: `${ratio.toFixed(2)} x (${seconds(ours)} s against ${seconds(hand)} s, ${one.paths.length} files, medians of ${PAIRS} pairs)`,
    bar: `<= ${RATIO} x`,
    met: ratio <= RATIO,
  };
}

/** What a person would type in one container of the same image, one command after the other. */
const BY_HAND = `
cd /job/repository
ruff check --no-cache .
ruff format --check --no-cache .
mkdir /tmp/mypy-cache && cp -r /opt/mypy-cache/pydantic/3.13 /tmp/mypy-cache
MYPYPATH=src mypy --cache-dir /tmp/mypy-cache
validate-pyproject pyproject.toml
python -m build --no-isolation --outdir /tmp/dist
twine --no-color check --strict /tmp/dist/*
check-wheel-contents --ignore W004 /tmp/dist/*.whl
pip install --quiet --no-index --no-deps --target /job/installed /tmp/dist/*.whl
cp -r /opt/pgdata /tmp/pgdata && chmod 700 /tmp/pgdata
/usr/lib/postgresql/*/bin/postgres -D /tmp/pgdata -k /tmp -c listen_addresses=127.0.0.1 >/dev/null 2>&1 &
until /usr/lib/postgresql/*/bin/createdb -h /tmp -U postgres clinic_booking_test 2>/dev/null; do sleep 0.05; done
export CLINIC_BOOKING_TEST_DATABASE_URL=postgresql+asyncpg://postgres@127.0.0.1:5432/clinic_booking_test
PYTHONPATH=/job/installed CI=true PYTHONDONTWRITEBYTECODE=1 python -m pytest -q -p no:cacheprovider --cov
`;
