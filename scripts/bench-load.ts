/** Part of `npm run bench -- server`: the whole repository over HTTP, one after the other and two hundred a second. */
import autocannon from "autocannon";
import type { Answers } from "#lib/core/catalog/answers.ts";
import { examples } from "#lib/core/catalog/examples.ts";
import { type Line, shareOf, timesLine } from "./bench-measure.ts";

const PER_SECOND = 200;
/** `PLUMBLINE_BENCH_SECONDS=5` for a glance. */
const SECONDS = Number(process.env.PLUMBLINE_BENCH_SECONDS ?? 60);
const DESIGNS = 20;

/** Designs that nobody asked for before: each has a description of its own, which stands in many of its files. */
const design = (note: string): string => {
  const { answers } = examples[0] as { answers: Answers };
  return JSON.stringify({ ...answers, intake: { ...answers.intake, description: `Lets us measure ${note}` } });
};
const others = examples.slice(1).map(({ answers }) => JSON.stringify(answers));
const varied = Array.from({ length: DESIGNS }, (_, n) => others[n] ?? design(`design ${n}`));

/** @param base the address of a server that allows any number of requests */
export async function benchLoad(base: string): Promise<Line[]> {
  const url = `${base}/api/v1/render`;
  return [...(await alone(url)), await together(url)];
}

async function alone(url: string): Promise<Line[]> {
  const fresh = await times(url, (run) => design(`run ${run}`));
  const known = await times(url, () => varied[0] as string);
  const what = "answers to last zip byte over HTTP";
  const [p50, p99] = [0.5, 0.99].map((share) => shareOf(fresh, share)) as [number, number];
  return [
    {
      what: `${what}, a new design`,
      value: `p50 ${p50.toFixed(1)} ms, p99 ${p99.toFixed(1)} ms (n=${fresh.length})`,
      bar: "p50 <= 80 ms, p99 <= 150 ms",
      met: p50 <= 80 && p99 <= 150,
    },
    timesLine(`${what}, a known design`, known),
  ];
}

async function times(url: string, body: (run: number) => string): Promise<number[]> {
  const found: number[] = [];
  for (let run = -5; run < 60; run++) {
    const begun = performance.now();
    const answer = await fetch(url, { method: "POST", headers: JSON_BODY, body: body(run) });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`render answered ${answer.status}`);
    if (run >= 0) found.push(performance.now() - begun);
  }
  return found;
}

const JSON_BODY = { "Content-Type": "application/json" };

async function together(url: string): Promise<Line> {
  for (const body of varied) await (await fetch(url, { method: "POST", headers: JSON_BODY, body })).arrayBuffer();
  const found = await autocannon({
    url,
    method: "POST",
    headers: { ...JSON_BODY },
    requests: varied.map((body) => ({ method: "POST" as const, body })),
    connections: 20,
    overallRate: PER_SECOND,
    duration: SECONDS,
    timeout: 30,
  });
  const wrong = found.errors + found.timeouts + found.non2xx;
  const { p50, p99, max } = found.latency;
  return {
    what: `render of ${DESIGNS} designs in turn, ${PER_SECOND} a second for ${SECONDS} s`,
    value: `${wrong} errors in ${found.requests.total} (${found.requests.average.toFixed(0)}/s), p50 ${p50} ms, p99 ${p99} ms, max ${max} ms`,
    bar: `0 errors, ${PER_SECOND} a second`,
    met: wrong === 0 && found.requests.total >= PER_SECOND * SECONDS * 0.99,
  };
}
