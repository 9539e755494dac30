import type { CheckFinding, FileUnderCheck } from "./check.ts";
import { documentReader } from "./documents/index.ts";
import { fileKind } from "./file-kind.ts";
import { secretFindings } from "./secrets.ts";
import { codeFindings } from "./security/python-code.ts";
import { ruffSecurityFindings } from "./security/python-rules.ts";
import type { StaticCheck } from "./static-check.ts";

/** What is never accepted by a click (WORKFLOW 6, "Security rules for content"), in every text file. */
export const securityCheck: StaticCheck = {
  id: "security",
  readsBroken: true,
  tool: ({ path }, { ruff }) =>
    fileKind(path)?.kind === "python" ? `${ruff}, secret patterns, own rules` : "secret patterns, own rules",
  findings: (file, python) => {
    const secrets = [...secretFindings(file.text, file.layer === "tests"), ...turnedText(file)];
    if (fileKind(file.path)?.kind !== "python")
      return once([...secrets, ...documentReader(file.path, "security")(file)]);
    return once([...secrets, ...ruffSecurityFindings(file, python), ...codeFindings(file)]);
  },
};

/** Marks that show a line in another order than it is read by a machine. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/;

/** Prose in scripts that run from right to left may need such marks; code and settings never do. */
function turnedText({ path, text }: FileUnderCheck): CheckFinding[] {
  if (fileKind(path)?.kind === "markdown") return [];
  return text.split("\n").flatMap((content, index): CheckFinding[] =>
    TURNING.test(content)
      ? [
          {
            code: "turned-text",
            message: "Invisible marks let this line show something else than it does.",
            mend: "Remove them, or write them as escapes such as \\u202e.",
            line: index + 1,
          },
        ]
      : [],
  );
}

/** One finding for each class of fault on a line: two readers may see the same. */
function once(findings: readonly CheckFinding[]): CheckFinding[] {
  const seen = new Set<string>();
  return findings.filter(({ code, line }) => {
    const key = `${SAME[code] ?? code}\n${line}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

/** Rules that see the same fault. */
const SAME: Readonly<Record<string, string>> = {
  "sql-built": "S608",
  "secret-literal": "S105",
  "secret-random": "S105",
  "secret-default": "S105",
  S106: "S105",
  S107: "S105",
  "tls-off": "S501",
  S323: "S501",
  "dotenv-value": "S105",
  "compose-secret": "S105",
  "dockerfile-secret": "S105",
};
