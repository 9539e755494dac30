import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { tools } from "../versions.ts";
import { hasCi, hasTests, isFull } from "./traits.ts";
import { type Tree, yamlDocument } from "./yaml.ts";

interface Repo {
  repo: string;
  rev?: string;
  hooks: readonly Tree[];
}

const github = (name: string): string => `https://github.com/${name}`;

const files = (design: Design): Repo => ({
  repo: github("pre-commit/pre-commit-hooks"),
  rev: `v${tools["pre-commit-hooks"]}`,
  hooks: [
    { id: "check-added-large-files" },
    { id: "check-case-conflict" },
    { id: "check-merge-conflict" },
    { id: "check-toml" },
    { id: "check-yaml" },
    { id: "detect-private-key" },
    { id: "end-of-file-fixer" },
    ...(hasTests(design)
      ? [{ id: "name-tests-test", args: ["--pytest-test-first"], files: "^tests/(unit|integration)/" }]
      : []),
    { id: "trailing-whitespace" },
  ],
});

const ruff = (design: Design): Repo => ({
  repo: github("astral-sh/ruff-pre-commit"),
  rev: `v${tools.ruff}`,
  hooks: [
    { id: "ruff-check", args: ["--fix", "--show-fixes"] },
    design.tier === 6 ? { id: "ruff-format", types_or: ["python", "pyi", "markdown"] } : { id: "ruff-format" },
  ],
});

/** mypy sees the project's packages only in the project's own environment, so the hook runs it there (CI05). */
const mypy = (design: Design): Repo => ({
  repo: "local",
  hooks: [
    {
      id: "mypy",
      name: "mypy",
      entry: toolchainOf(design).run("mypy"),
      language: "system",
      types_or: ["python", "pyi"],
      pass_filenames: false,
    },
  ],
});

function repos(design: Design): Repo[] {
  const { preCommit } = toolchainOf(design);
  return [
    files(design),
    ruff(design),
    ...(preCommit ? [preCommit] : []),
    {
      repo: github("abravalheri/validate-pyproject"),
      rev: `v${tools["validate-pyproject"]}`,
      hooks: [{ id: "validate-pyproject", additional_dependencies: ["validate-pyproject-schema-store[all]"] }],
    },
    ...(hasCi(design)
      ? [
          {
            repo: github("python-jsonschema/check-jsonschema"),
            rev: tools["check-jsonschema"],
            hooks: [{ id: "check-dependabot" }, { id: "check-github-workflows" }],
          },
          { repo: github("zizmorcore/zizmor-pre-commit"), rev: `v${tools.zizmor}`, hooks: [{ id: "zizmor" }] },
        ]
      : []),
    ...(design.tier >= 4
      ? [
          {
            repo: github("codespell-project/codespell"),
            rev: `v${tools.codespell}`,
            hooks: [{ id: "codespell", exclude: "\\.lock$|^LICENSE$" }],
          },
        ]
      : []),
    ...(design.tier === 6
      ? [{ repo: github("rvben/rumdl-pre-commit"), rev: `v${tools.rumdl}`, hooks: [{ id: "rumdl" }] }]
      : []),
    ...(isFull(design) ? [mypy(design)] : []),
  ];
}

/** `.pre-commit-config.yaml`; where no Dependabot renews the hooks, the hook service is told when and how. */
export const preCommit = (design: Design): string =>
  yamlDocument({
    ci: hasCi(design)
      ? undefined
      : {
          autoupdate_commit_msg: "chore: update the hooks",
          autofix_commit_msg: "style: fix what hooks found",
          autoupdate_schedule: "monthly",
        },
    repos: repos(design) as unknown as Tree,
  })
    .replace(/\n(?= {2}- repo: )/g, "\n\n")
    .replace("repos:\n\n", "repos:\n");
