import type { Design } from "../../design/design.ts";
import { toolchainOf } from "../toolchains/index.ts";
import { hasSessions, hasSphinx, hasTests, isFull, isService } from "./traits.ts";

/** `.gitignore`: what the tools of this repository leave behind, and nothing for tools it does not use. */
export function gitignore(design: Design): string {
  const lines = [
    "__pycache__/",
    ...toolchainOf(design).gitignore,
    "build/",
    "dist/",
    "*.egg-info/",
    ".ruff_cache/",
    ...(isFull(design) ? [".mypy_cache/"] : []),
    ...(hasTests(design) ? [".coverage", ".coverage.*", ".hypothesis/", ".pytest_cache/", "htmlcov/"] : []),
    ...(hasSessions(design) ? [".nox/"] : []),
    ...(hasSphinx(design) ? ["docs/_build/"] : []),
    ...(isService(design) ? [".env"] : []),
  ];
  return lines.map((line) => `${line}\n`).join("");
}

/** `.editorconfig`: the same basics in every editor. */
export const editorconfig = (): string => `root = true

[*]
charset = utf-8
end_of_line = lf
indent_size = 4
indent_style = space
insert_final_newline = true
trim_trailing_whitespace = true

[*.{json,md,toml,yaml,yml}]
indent_size = 2
`;
