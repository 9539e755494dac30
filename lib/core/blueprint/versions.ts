import versions from "../../../templates/versions.json" with { type: "json" };

interface Package {
  specifier: string;
  /** Narrower, where no lock file holds the version (python-standard DM15). */
  unlocked?: string;
  /** For floors below 3.KEY. */
  below?: Readonly<Record<string, string>>;
  /** For floors from 3.KEY on. */
  from?: Readonly<Record<string, string>>;
}

export type PackageName = keyof typeof versions.packages;
export type ToolName = keyof typeof versions.tools;
export type BackendName = keyof typeof versions.backends;

export const PACKAGE_NAMES = Object.keys(versions.packages) as PackageName[];
export const BACKEND_NAMES = Object.keys(versions.backends) as BackendName[];
export const TOOL_NAMES = Object.keys(versions.tools) as ToolName[];

/** The exact versions of the tools that generated files name: hooks, images, installers. */
export const tools: Readonly<Record<ToolName, string>> = versions.tools;
/** The oldest versions of tools that understand what we write, such as dependency groups. */
export const minimums = versions.minimums;
/** Images of containers that generated files start from. */
export const images = versions.images;
/** Newest stable Python 3: classifiers and test matrices end there. */
export const newestPythonMinor = versions.newestPythonMinor;
/** How old a release must be before an update proposes it: time to be found bad. */
export const cooldownDays = versions.cooldownDays;

/** What a requirement depends on besides the package's name. */
export interface SpecifierNeeds {
  /** Python floor, minor of 3.minor. */
  floorMinor: number;
  /** Whether a lock file (or hashed requirements) will hold the exact version. */
  locked: boolean;
  /** A library's runtime requirement has no upper bound (DM13): caps make unsolvable sets for its users. */
  capped: boolean;
}

/**
 * The requirement of a generated repository for one package: `fastapi>=0.141,<1`.
 * Source of the ranges: python-standard 6, in `templates/versions.json`.
 */
export function requirement(name: PackageName, needs: SpecifierNeeds, extras: readonly string[] = []): string {
  const found: Package = versions.packages[name];
  const below = Object.entries(found.below ?? {}).find(([minor]) => needs.floorMinor < Number(minor))?.[1];
  const from = Object.entries(found.from ?? {}).find(([minor]) => needs.floorMinor >= Number(minor))?.[1];
  const specifier = (needs.locked ? undefined : found.unlocked) ?? below ?? from ?? found.specifier;
  const bounds = needs.capped
    ? specifier
    : specifier
        .split(",")
        .filter((part) => !part.startsWith("<"))
        .join(",");
  return `${name}${extras.length > 0 ? `[${extras.join(",")}]` : ""}${bounds}`;
}

/** The requirement for a build backend: `hatchling>=1.27`. */
export const backendRequirement = (name: BackendName): string => `${name}${versions.backends[name]}`;
