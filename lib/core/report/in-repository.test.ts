import { createHash } from "node:crypto";
import { lint } from "markdownlint/sync";
import { expect, test } from "vitest";
import { formatFile } from "#lib/io/ruff.ts";
import { designFiles } from "#lib/wizard/packing.ts";
import { designReport } from "#lib/wizard/reporting.ts";
import { render } from "#lib/wizard/toolbox.ts";
import { type Example, examples } from "../catalog/examples.ts";
import type { FileUnderCheck } from "../checks/check.ts";
import { markdown } from "../checks/documents/markdown.ts";
import { compareManifest } from "../delivery/compare-manifest.ts";
import { repositoryFiles } from "../delivery/repository.ts";
import { reportInRepository } from "./in-repository.ts";

/** Larger files are stopped by the hook `check-added-large-files`. */
const LARGEST = 500 * 1024;

test.each(examples.map(({ id, answers }) => [id, answers] as const))(
  "the repository of %s with its report inside is what its manifest says, and clean",
  (_, answers) => {
    const rendered = render(answers);
    const files = designFiles(rendered, { report: true });
    const standing = files.map(({ path, text }) => ({
      path,
      text,
      sha256: createHash("sha256").update(text).digest("hex"),
    }));
    const compared = compareManifest(standing);
    expect(compared.ok && [compared.value.same, compared.value.added, compared.value.files]).toEqual([
      true,
      [],
      files.length - 2,
    ]);
    const report = files.find(({ path }) => path === "docs/design-report.md");
    const text = report?.text ?? "";
    expect(text).toContain("## Next steps");
    expect(Buffer.byteLength(text)).toBeLessThan(LARGEST);
    expect(text).not.toMatch(/[ \t]$/m);
    expect(formatFile("docs/design-report.md", text, 13)).toBe(text);
    expect(text.startsWith("---\norphan: true\n---\n")).toBe(answers.features.docs_site === "sphinx");
    const found = lint({ strings: { text }, config: { default: true, MD013: false } });
    expect(found.text).toEqual([]);
    const paths = files.map(({ path }) => path);
    const file = { path: "docs/design-report.md", text, paths } as unknown as FileUnderCheck;
    expect([...(markdown.syntax?.(file) ?? []), ...(markdown.contract?.(file) ?? [])]).toEqual([]);
    const without = repositoryFiles(rendered).filter(({ path }) => !path.startsWith(".plumbline/"));
    expect(files.filter(({ path }) => !path.startsWith(".plumbline/") && path !== report?.path)).toEqual(without);
  },
);

test("a file that a person planned under that name stays theirs", () => {
  const { design, blueprint } = render((examples[0] as Example).answers);
  const report = designReport({ design, blueprint, templatesDigest: "" });
  expect(reportInRepository(report, design, ["docs/Design-Report.md"]).path).toBe(".plumbline/design-report.md");
});
