/** One measured number beside its bar. */
export interface Line {
  what: string;
  value: string;
  bar: string;
  /** Absent where there is no bar, or where nothing could be measured. */
  met?: boolean;
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

/** The middle one of some times. */
export const median = (times: readonly number[]): number => shareOf(times, 0.5);

/** The time that this share of some times does not exceed. */
export function shareOf(times: readonly number[], share: number): number {
  const sorted = [...times].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

/** Times beside their bar: so many milliseconds at most for this share of them. Without a bar they are only told. */
export function timesLine(what: string, times: readonly number[], bar?: { share: number; ms: number }): Line {
  const at = (share: number) => shareOf(times, share);
  const value = `p50 ${at(0.5).toFixed(1)} ms, p95 ${at(0.95).toFixed(1)} ms, max ${at(1).toFixed(1)} ms (n=${times.length})`;
  if (!bar) return { what, value, bar: "none set" };
  return { what, value, bar: `p${bar.share * 100} <= ${bar.ms} ms`, met: at(bar.share) <= bar.ms };
}

/** What could not be measured, and why. */
export const unmeasured = (what: string, why: string): Line => ({ what, value: `not measured: ${why}`, bar: "-" });
