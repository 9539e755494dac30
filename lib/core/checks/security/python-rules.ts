import type { Layer } from "../../blueprint/define-artifact.ts";
import type { CheckFinding, FileUnderCheck, Severity } from "../check.ts";
import type { PythonReader } from "../static-check.ts";
import { isSecretName } from "./secret-names.ts";

interface Rule {
  codes: string;
  severity: Severity;
  mend: string;
  /** Layers in which it is ordinary. */
  not?: readonly Layer[];
}

/** In tests, dummies for credentials are ordinary, and so are the files and ports they make for themselves. */
const TESTS: readonly Layer[] = ["tests"];

/** The rules of bandit, as ruff reads them, that a reviewer would stop a change for. */
const RULES: readonly Rule[] = [
  { codes: "S102", severity: "critical", mend: "Call the function you mean; a table of functions replaces exec." },
  {
    codes: "S307",
    severity: "critical",
    mend: "Parse the value (`ast.literal_eval`, `json.loads`), or look it up in a table.",
  },
  { codes: "S103", severity: "critical", mend: "Give the file to the user that needs it: 0o600 or 0o640." },
  {
    codes: "S105 S106 S107",
    severity: "critical",
    mend: "Read it from the environment; a default is None.",
    not: TESTS,
  },
  { codes: "S301 S302", severity: "critical", mend: "Use JSON; unpickling runs whatever the data says." },
  { codes: "S303 S304 S305", severity: "critical", mend: "Use AES-GCM or ChaCha20-Poly1305 of `cryptography`." },
  { codes: "S324", severity: "critical", mend: "Use `hashlib.sha256`; for passwords argon2 or scrypt." },
  { codes: "S306", severity: "critical", mend: "Use `tempfile.NamedTemporaryFile` or `tempfile.mkdtemp`." },
  { codes: "S312 S321 S402", severity: "critical", mend: "Use SSH or HTTPS." },
  {
    codes: "S323 S501 S502 S503 S504",
    severity: "critical",
    mend: "Leave verification on; add your own authority with `cafile`.",
  },
  { codes: "S505", severity: "critical", mend: "Use RSA of 3072 bits or more, or Ed25519." },
  { codes: "S506", severity: "critical", mend: "Use `yaml.safe_load`." },
  { codes: "S507", severity: "critical", mend: "Load the known hosts and refuse the rest." },
  {
    codes: "S602 S604 S605 S609",
    severity: "critical",
    mend: "Pass a list of words to `subprocess.run` and leave the shell out.",
  },
  {
    codes: "S608 S610 S611",
    severity: "critical",
    mend: "Write the SQL as one literal and pass the values as parameters.",
  },
  { codes: "S612 S201", severity: "critical", mend: "Remove it; it lets whoever reaches the port run code." },
  { codes: "S701 S702 S704", severity: "critical", mend: "Leave escaping on: `Environment(autoescape=True)`." },
  { codes: "S202", severity: "critical", mend: 'Pass `filter="data"`, so that nothing is written outside the folder.' },
  { codes: "S113", severity: "blocking", mend: "Pass a timeout in seconds.", not: TESTS },
  {
    codes: "S313 S314 S315 S316 S317 S318 S319",
    severity: "blocking",
    mend: "Use defusedxml for XML that comes from outside.",
    not: TESTS,
  },
  { codes: "S508 S509", severity: "blocking", mend: "Use SNMP 3 with authentication and privacy." },
  {
    codes: "S104",
    severity: "advisory",
    mend: "Make the address a setting that is 127.0.0.1 unless someone decides otherwise.",
    not: TESTS,
  },
  { codes: "S108", severity: "advisory", mend: "Use `tempfile`; names in /tmp can be guessed.", not: TESTS },
];

const GUESSES_BY_NAME = /^S10[567]$/;
const byCode = new Map(RULES.flatMap((rule) => rule.codes.split(" ").map((code) => [code, rule] as const)));

/** What ruff's rules of bandit say, weighed and with a way out. */
export function ruffSecurityFindings(file: FileUnderCheck, python: PythonReader): CheckFinding[] {
  const select = [...byCode].filter(([, rule]) => !rule.not?.includes(file.layer)).map(([code]) => code);
  return python.rules(file, select).flatMap((one) => {
    const rule = byCode.get(one.code);
    const name = GUESSES_BY_NAME.test(one.code) ? /"([^"]+)"/.exec(one.message)?.[1] : undefined;
    // Ruff takes TOKEN_URL for a password as well.
    return rule && (name === undefined || isSecretName(name))
      ? [{ ...one, mend: rule.mend, severity: rule.severity }]
      : [];
  });
}
