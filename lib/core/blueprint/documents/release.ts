import { images } from "../versions.ts";
import { action, actionComments } from "./actions.ts";
import { yamlDocument } from "./yaml.ts";

/**
 * `.github/workflows/release.yml`: build and publish are two jobs, so that the code under build never sees the right to
 * publish; no cache, no stored password, signed provenance (python-standard CI04).
 */
export function releaseWorkflow(): string {
  const text = yamlDocument(
    {
      name: "Release",
      on: { release: { types: ["published"] } },
      permissions: {},
      // biome-ignore lint/suspicious/noTemplateCurlyInString: GitHub's own expression
      concurrency: { group: "release-${{ github.ref }}", "cancel-in-progress": false },
      jobs: {
        build: {
          name: "Build",
          "runs-on": images.runner,
          "timeout-minutes": 10,
          permissions: { contents: "read", "id-token": "write", attestations: "write" },
          steps: [
            { uses: action("actions/checkout"), with: { "persist-credentials": false } },
            {
              uses: action("hynek/build-and-inspect-python-package"),
              with: { "attest-build-provenance-github": "true" },
            },
          ],
        },
        publish: {
          name: "Publish",
          needs: "build",
          "runs-on": images.runner,
          "timeout-minutes": 10,
          environment: "release",
          permissions: { "id-token": "write" },
          steps: [
            { uses: action("actions/download-artifact"), with: { name: "Packages", path: "dist" } },
            { uses: action("pypa/gh-action-pypi-publish") },
          ],
        },
      },
    },
    actionComments,
  );
  return text
    .replace(/^( +id-token: write)$/gm, "$1 # signs without a stored key")
    .replace(/^( +attestations: write)$/gm, "$1 # stores the provenance")
    .replace(/\n(?=(?:on|permissions|concurrency|jobs):)/g, "\n\n")
    .replace("\n  publish:", "\n\n  publish:");
}
