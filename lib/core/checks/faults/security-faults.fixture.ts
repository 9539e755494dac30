import { type Fault, joined } from "./fault.fixture.ts";

const clinic = (path: string) => ({
  design: "clinic-booking",
  path: `src/clinic_booking/${path}`,
  check: "security" as const,
});
const test = (path: string) => ({ design: "clinic-booking", path: `tests/${path}`, check: "security" as const });

/** Where statements are put into auth.py, and the imports they need into its sorted block. */
const BEFORE = "    if presented is None:\n";
const inAuth = (statement: string, ...imports: string[]): Fault["edits"] => [
  [BEFORE, `    ${statement}\n${BEFORE}`],
  ...(imports.length === 0
    ? []
    : [
        [
          "import secrets\n",
          [...imports, "secrets"]
            .sort()
            .map((name) => `import ${name}\n`)
            .join(""),
        ] as const,
      ]),
];

/** Mistakes that are never accepted, whatever else a file does. */
export const securityFaults: readonly Fault[] = [
  { title: "eval", ...clinic("auth.py"), edits: inAuth("eval(presented)"), at: "eval(", also: ["style"] },
  { title: "exec", ...clinic("auth.py"), edits: inAuth("exec(presented)"), at: "exec(", also: ["style"] },
  {
    title: "a shell",
    ...clinic("auth.py"),
    edits: inAuth('subprocess.run(f"id {presented}", shell=True, check=True)', "subprocess"),
    at: "shell=True",
    also: ["style"],
  },
  {
    title: "a shell by another name",
    ...clinic("auth.py"),
    edits: inAuth("os.system(str(presented))", "os"),
    at: "os.system",
    also: ["style"],
  },
  {
    title: "SQL built by an f-string",
    ...clinic("db/appointments.py"),
    edits: [
      [
        "    order = (AppointmentRow.created_at",
        "    await session.execute(sa.text(f\"SELECT id FROM appointments WHERE state = '{wanted.state}'\"))\n    order = (AppointmentRow.created_at",
      ],
    ],
    at: "sa.text(f",
    also: ["style"],
  },
  {
    title: "SQL built by a percent sign",
    ...clinic("db/appointments.py"),
    edits: [
      [
        "    order = (AppointmentRow.created_at",
        "    await session.execute(sa.text(\"DELETE FROM appointments WHERE id = '%s'\" % wanted.reference))\n    order = (AppointmentRow.created_at",
      ],
    ],
    at: "sa.text(",
    also: ["style"],
  },
  {
    title: "SQL built by concatenation",
    ...clinic("db/appointments.py"),
    edits: [
      [
        "    order = (AppointmentRow.created_at",
        '    text = "SELECT id FROM appointments WHERE reference = " + str(wanted.reference)\n    await session.execute(sa.text(text))\n    order = (AppointmentRow.created_at',
      ],
    ],
    at: 'text = "SELECT',
    also: ["style"],
  },
  {
    title: "MD5",
    ...clinic("auth.py"),
    edits: [["hashlib.sha256(", "hashlib.md5("]],
    at: "hashlib.md5",
    also: ["style"],
  },
  {
    title: "SHA-1",
    ...clinic("auth.py"),
    edits: [["hashlib.sha256(", "hashlib.sha1("]],
    at: "hashlib.sha1",
    also: ["style"],
  },
  {
    title: "an unsafe YAML loader",
    ...clinic("auth.py"),
    edits: [
      [BEFORE, `    yaml.load(str(presented), Loader=yaml.Loader)\n${BEFORE}`],
      ["from dataclasses import dataclass\n", "from dataclasses import dataclass\n\nimport yaml\n"],
    ],
    at: "yaml.load",
    also: ["imports", "style"],
  },
  {
    title: "pickle",
    ...clinic("auth.py"),
    edits: inAuth("pickle.loads(str(presented).encode())", "pickle"),
    at: "pickle.loads",
    also: ["style"],
  },
  {
    title: "marshal",
    ...clinic("auth.py"),
    edits: inAuth("marshal.loads(str(presented).encode())", "marshal"),
    at: "marshal.loads",
    also: ["style"],
  },
  {
    title: "certificates that nobody verifies",
    ...test("unit/test_auth.py"),
    edits: [
      ["import pytest\n", "import httpx\nimport pytest\n"],
      [
        "    first, second = new_key()",
        '    httpx.get("https://clinic.test", verify=False, timeout=1)\n    first, second = new_key()',
      ],
    ],
    at: "verify=False",
    also: ["imports", "style"],
  },
  {
    title: "an unverified TLS context",
    ...clinic("auth.py"),
    edits: inAuth("ssl._create_unverified_context()", "ssl"),
    at: "ssl._create",
    also: ["style"],
  },
  {
    title: "a password in the log",
    ...clinic("auth.py"),
    edits: [
      [
        BEFORE,
        `    password = str(presented)\n    logging.getLogger(__name__).info("refused %s", password)\n${BEFORE}`,
      ],
      ["import hmac\n", "import hmac\nimport logging\n"],
    ],
    at: "logging.getLogger",
  },
  {
    title: "a token in an error",
    ...clinic("auth.py"),
    edits: [
      [
        "        return None\n    digest",
        '        return None\n    if len(presented) < 8:\n        token = presented\n        raise ValueError(f"too short: {token}")\n    digest',
      ],
    ],
    at: "raise ValueError",
  },
  {
    title: "a temporary file by name",
    ...clinic("auth.py"),
    edits: inAuth("tempfile.mktemp()", "tempfile"),
    at: "tempfile.mktemp",
    also: ["style"],
  },
  {
    title: "a key drawn from predictable chance",
    ...clinic("auth.py"),
    edits: [
      ["import hmac\nimport secrets\n", "import hmac\nimport random\n"],
      ["return secrets.token_urlsafe(32)", 'return "".join(random.choices("abcdef", k=32))'],
    ],
    at: "random.choices",
    check: "style",
  },
  {
    title: "an AWS key",
    ...clinic("clock.py"),
    edits: [["type Clock =", `REGION_KEY = "${joined("AKIA", "Q3EGRS5QZ7XK2M4T")}"\n\ntype Clock =`]],
    at: "REGION_KEY",
  },
  {
    title: "a GitHub token in a comment",
    ...clinic("clock.py"),
    edits: [["type Clock =", `# ${joined("ghp_", "a8Xk29LmPz04RtWvQe7YbN3cHs5UdJ6fGo1T")}\ntype Clock =`]],
    at: "# ghp_",
  },
  {
    title: "a private key in a comment",
    ...test("unit/test_auth.py"),
    edits: [["KEYS = AuthSettings", `# ${joined("-----BEGIN RSA ", "PRIVATE KEY-----")}\nKEYS = AuthSettings`]],
    at: "# -----BEGIN",
  },
  {
    title: "a password as a literal",
    ...clinic("clock.py"),
    edits: [["type Clock =", `DATABASE_PASSWORD = "${joined("x9Kq72Lm", "Pz04RtWv")}"\n\ntype Clock =`]],
    at: "DATABASE_PASSWORD",
    also: ["style"],
  },
  {
    title: "an address with a password in it",
    ...clinic("clock.py"),
    edits: [
      [
        "type Clock =",
        `STORE = "postgresql://clinic:${joined("x9Kq72Lm", "Pz04RtWv")}@db.clinic.internal/clinic"\n\ntype Clock =`,
      ],
    ],
    at: "STORE =",
  },
  {
    title: "a signed token",
    ...test("unit/test_auth.py"),
    edits: [
      [
        "KEYS = AuthSettings",
        `SEEN = "${joined("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiJjbGluaWMtNzEifQ", ".x2Kq9LmPz04RtWvQe7YbN3c")}"\nKEYS = AuthSettings`,
      ],
    ],
    at: "SEEN =",
  },
  {
    title: "a test that calls a production service",
    ...test("unit/test_auth.py"),
    edits: [
      ["import pytest\n", "import httpx2\nimport pytest\n"],
      [
        "    first, second = new_key()",
        '    httpx2.get("https://api.stripe.com/v1/charges", timeout=1)\n    first, second = new_key()',
      ],
    ],
    at: "api.stripe.com",
  },
];
