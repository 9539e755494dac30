/**
 * Every GitHub action a generated workflow may use: one record gives both the hash and the version comment, so the two
 * cannot drift (python-standard CI03). Source: pin table of python-standard 2.5, read in August 2026.
 */
export const ACTIONS = {
  "actions/attest-build-provenance": { tag: "v4.1.1", sha: "0f67c3f4856b2e3261c31976d6725780e5e4c373" },
  "actions/checkout": { tag: "v7.0.1", sha: "3d3c42e5aac5ba805825da76410c181273ba90b1" },
  "actions/download-artifact": { tag: "v8.0.1", sha: "3e5f45b2cfb9172054b4087a40e8e0b5a5461e7c" },
  "actions/setup-python": { tag: "v7.0.0", sha: "5fda3b95a4ea91299a34e894583c3862153e4b97" },
  "actions/upload-artifact": { tag: "v7.0.1", sha: "043fb46d1a93c77aae656e7c1c64a875d1fc6a0a" },
  "astral-sh/setup-uv": { tag: "v10.0.1", sha: "20cfd1bf945f4377ade1205e4dbc17946fc9a30d" },
  "hynek/build-and-inspect-python-package": { tag: "v3.0.1", sha: "2abe76da66d0a6a4a227101f9348ee855797cfa5" },
  "pypa/gh-action-pypi-publish": { tag: "v1.14.2", sha: "dc37677b2e1c63e2034f94d8a5b11f265b73ba33" },
  "re-actors/alls-green": { tag: "v1.2.2", sha: "05ac9388f0aebcb5727afa17fcccfecd6f8ec5fe" },
  "zizmorcore/zizmor-action": { tag: "v0.6.2", sha: "3dc1ecc9bcb9e94e9b2c709687979e1298497054" },
} as const;

export type ActionName = keyof typeof ACTIONS;

/** What `uses:` holds: the action pinned to its commit. */
export const action = (name: ActionName): string => `${name}@${ACTIONS[name].sha}`;

/** The version to write beside each pinned commit. */
export const actionComments: ReadonlyMap<string, string> = new Map(
  (Object.keys(ACTIONS) as ActionName[]).map((name) => [action(name), ACTIONS[name].tag]),
);
