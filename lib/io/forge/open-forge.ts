import { FORGES, type ForgeId } from "#lib/core/delivery/push-order.ts";
import { env } from "../env.ts";
import type { Forge } from "./forge.ts";
import { gitHub } from "./github.ts";
import { gitLab } from "./gitlab.ts";
import { PATIENCE, type Patience, restClient } from "./rest.ts";

/** The addresses of the two forges, by the operator's settings: no person ever names one. */
export const forgeSites = (): Record<ForgeId, string> => ({
  github: trimmed(env().PLUMBLINE_GITHUB_URL),
  gitlab: trimmed(env().PLUMBLINE_GITLAB_URL),
});

const trimmed = (url: string): string => url.replace(/\/+$/, "");

/** Where the API of a site is; GitHub's own has a host for itself, every other forge keeps it below its address. */
export const apiOf = (forge: ForgeId, site: string): string =>
  forge === "gitlab" ? `${site}/api/v4` : site === "https://github.com" ? "https://api.github.com" : `${site}/api/v3`;

const HEADERS: Record<ForgeId, Record<string, string>> = {
  github: { accept: "application/vnd.github+json", "x-github-api-version": "2022-11-28" },
  gitlab: { accept: "application/json" },
};

const MAKERS = { github: gitHub, gitlab: gitLab } as const;

export interface OpenForge {
  forge: ForgeId;
  /** Held by this client only, and gone with it. */
  token: string;
  workflows: boolean;
  signal: AbortSignal;
  waits(seconds: number): void;
  site?: string;
  patience?: Patience;
}

/** A forge as one token sees it. */
export function openForge({
  forge,
  token,
  site = forgeSites()[forge],
  patience = PATIENCE,
  ...rest
}: OpenForge): Forge {
  const call = restClient({
    label: FORGES[forge].label,
    baseUrl: apiOf(forge, site),
    headers: { ...HEADERS[forge], authorization: `Bearer ${token}` },
    patience,
    ...rest,
  });
  return MAKERS[forge](call);
}
