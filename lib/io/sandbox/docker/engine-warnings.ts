/** Releases below which a known way out of a container is open (runc: CVE-2025-31133 and its kin; engine: CVE-2026-34040). */
const SAFE_RUNC = [
  [1, 2, 8],
  [1, 3, 3],
] as const;
const SAFE_ENGINE = [29, 3, 1] as const;

type Release = readonly [number, number, number];

const releaseOf = (text: string): Release | null => {
  const found = /(\d+)\.(\d+)\.(\d+)/.exec(text);
  return found ? [Number(found[1]), Number(found[2]), Number(found[3])] : null;
};

const isBelow = (a: Release, b: Release): boolean =>
  a[0] !== b[0] ? a[0] < b[0] : a[1] !== b[1] ? a[1] < b[1] : a[2] < b[2];

/** A release is judged by the fix of its own line; without one, by the newest line. */
const safeRunc = ([major, minor]: Release): Release =>
  SAFE_RUNC.find((safe) => safe[0] === major && safe[1] === minor) ??
  (isBelow([major, minor, 0], SAFE_RUNC[0]) ? SAFE_RUNC[0] : SAFE_RUNC[1]);

export interface EngineInfo {
  SecurityOptions?: readonly string[];
}
export interface EngineVersion {
  Version: string;
  Components?: readonly { Name: string; Version: string }[];
}

/** What an operator should know before strangers' code runs in this engine. */
export function engineWarnings({ SecurityOptions = [] }: EngineInfo, version: EngineVersion): string[] {
  const warnings: string[] = [];
  const engine = releaseOf(version.Version);
  if (engine && isBelow(engine, SAFE_ENGINE))
    warnings.push(`Docker Engine ${version.Version} is older than ${SAFE_ENGINE.join(".")}: update it.`);
  const written = version.Components?.find(({ Name }) => Name === "runc")?.Version ?? "";
  const runc = releaseOf(written);
  if (runc && isBelow(runc, safeRunc(runc)))
    warnings.push(`runc ${written} is older than ${safeRunc(runc).join(".")} and has known ways out: update it.`);
  if (!SecurityOptions.some((option) => option.includes("name=seccomp")))
    warnings.push("The engine filters no system calls (seccomp is off): use an engine with seccomp.");
  return warnings;
}
