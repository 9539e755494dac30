/** One measured number beside its bar. */
export interface Line {
  what: string;
  value: string;
  bar: string;
}

/** Times in milliseconds of `runs` calls after `warm` unmeasured ones. */
export function measure(call: () => unknown, runs: number, warm: number): number[] {
  const times: number[] = [];
  for (let run = -warm; run < runs; run++) {
    const begun = performance.now();
    call();
    if (run >= 0) times.push(performance.now() - begun);
  }
  return times;
}

/** Median, 95th percentile and worst of some times. */
export function quantiles(times: readonly number[]): string {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    (sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN).toFixed(1);
  return `p50 ${at(0.5)} ms, p95 ${at(0.95)} ms, max ${at(1)} ms (n=${times.length})`;
}
