import { expect, test } from "vitest";
import { judge } from "#lib/io/sandbox/judge.fixture.ts";
import type { Layer } from "../blueprint/define-artifact.ts";

/** Written in two parts, so that this file holds no shape of a real credential. */
const drawn = (...parts: string[]) => parts.join("");

const FAULTS: [what: string, code: string, line: number, text: string, layer?: Layer][] = [
  ["a key of AWS in a comment", "secret-aws", 1, `# ${drawn("AKIA", "QYLPMN5HHHFPZAM2")}\n`],
  ["a token of GitHub", "secret-github", 2, `\nX = "${drawn("ghp_", "0123456789abcdefghijABCDEFGHIJ456789")}"\n`],
  ["a private key", "secret-private-key", 1, `K = """${drawn("-----BEGIN OPENSSH ", "PRIVATE KEY-----")}\n"""\n`],
  [
    "a signed token",
    "secret-jwt",
    1,
    `T = "${drawn("eyJhbGciOiJIUzI1NiJ9", ".eyJzdWIiOiIxMjM0NTY3ODkwIn0", ".dozjgNryP4J3jVmNHl0w5N")}"\n`,
  ],
  ["a password in an address", "secret-address", 1, 'URL = "postgresql://app:Tr0ub4dor@db.clinic.io/app"\n'],
  ["a password in an address of a comment", "secret-address", 1, "# redis://:f8Kq2mZp@cache.clinic.io:6379\n"],
  ["a drawn password", "secret-literal", 1, 'DB_PASSWORD = "x9Kq72LmPz04RtWv"\n'],
  ["a drawn token in a comment", "secret-literal", 1, "# api_token: x9Kq72LmPz04RtWv\n"],
  ["a drawn key of a mapping", "secret-literal", 1, 'S = {"client_secret": "x9Kq72LmPz04RtWv"}\n'],
  ["a drawn literal without a telling name", "secret-random", 1, 'SEED = "q7Zx9KpL2mWv4RtY8sBn3CdF6gHj1TzQ0aXe"\n'],
  ["a bearer token in a header", "secret-authorization", 1, '# curl -H "Authorization: Bearer x9Kq72LmPz04RtWvQ8"\n'],
  ["a plain password", "S105", 1, 'password = "letmein"\n'],
  ["eval of a name", "S307", 3, "def f(a: str) -> object:\n    b = a\n    return eval(b)\n"],
  ["eval that a comment excuses", "S307", 1, "x = eval(y)  # noqa: S307\n"],
  ["a file that excuses itself", "S102", 2, "# ruff: noqa\nexec(code)\n"],
  ["eval behind another name", "evaluation", 1, "run = eval\n"],
  ["exec handed on", "evaluation", 1, "list(map(exec, lines))\n"],
  ["eval through the module of built-ins", "evaluation", 2, 'import builtins\ngetattr(builtins, "ev" + "al")(x)\n'],
  ["exec from the dictionary of built-ins", "evaluation", 2, 'import builtins\nbuiltins.__dict__["exec"](x)\n'],
  ["code made of a text", "evaluation", 1, 'compile(x, "a", "exec")\n'],
  ["a shell by its name", "shell", 2, 'import subprocess\nsubprocess.run(["sh", "-c", command])\n'],
  ["a password that people make up, in a comment", "secret-literal", 1, "# password: Sup3rS3cret!\n"],
  ["a password among settings", "secret-setting", 1, 'CONN = "Server=db;Password=Sup3rS3cret9x;"\n'],
  ["a token read without verification", "unverified-token", 1, "jwt.decode(t, verify=False)\n"],
  ["a shell", "S602", 2, "import subprocess\nsubprocess.run(command, shell=True)\n"],
  [
    "a shell of asyncio",
    "shell",
    2,
    "async def f(command: str) -> None:\n    await asyncio.create_subprocess_shell(command)\n",
  ],
  ["os.system", "S605", 2, "import os\nos.system(f'ls {name}')\n"],
  ["SQL of an f-string", "S608", 1, 'q = f"SELECT * FROM stays WHERE guest = {guest}"\n'],
  ["SQL of % without a word that ruff knows", "sql-built", 1, 'cursor.execute("TRUNCATE %s" % table)\n'],
  ["SQL put together in a variable", "sql-built", 3, 'def f(c, name):\n    q = "TRUNCATE " + name\n    c.execute(q)\n'],
  ["SQL of .format in text()", "S608", 1, 's.scalars(text("delete from {}".format(t)))\n'],
  [
    "SQL of .format on a variable",
    "sql-built",
    3,
    'def f(c, t):\n    q = "select * from {}"\n    c.scalars(text(q.format(t)))\n',
  ],
  ["SQL of .replace", "sql-built", 1, 'c.execute("select * from X".replace("X", table))\n'],
  [
    "an order that a caller names",
    "sql-built",
    2,
    'from sqlalchemy import text\nquery.order_by(text(f"{column} desc"))\n',
  ],
  [
    "a column that a caller names",
    "sql-built",
    2,
    "import sqlalchemy as sa\nsa.select(sa.literal_column(f'{column}'))\n",
  ],
  ["a default for a secret", "secret-default", 2, 'import os\nKEY = os.environ.get("SECRET_KEY", "letmein-2019")\n'],
  ["a password among the extras of a log line", "sensitive-output", 1, 'log.info("in", extra={"password": given})\n'],
  ["several keys in the log", "sensitive-output", 1, 'log.info("keys %s", settings.api_keys)\n'],
  ["MD5", "S324", 2, "import hashlib\nhashlib.md5(data)\n"],
  ["a token drawn from random", "weak-random", 2, "import random\ntoken = str(random.randint(0, 9))\n"],
  ["pickle", "S301", 2, "import pickle\npickle.loads(data)\n"],
  ["yaml.load", "S506", 2, "import yaml\nyaml.load(data)\n"],
  ["yaml.unsafe_load", "unsafe-loader", 1, "yaml.unsafe_load(data)\n"],
  ["marshal", "S302", 2, "import marshal\nmarshal.loads(data)\n"],
  ["shelve", "S301", 2, "import shelve\nshelve.open(path)\n"],
  ["TLS without verification", "S501", 2, "import requests\nrequests.get(url, verify=False, timeout=3)\n"],
  ["a context that checks no name", "tls-off", 1, "context.check_hostname = False\n"],
  ["a connector without TLS checks", "tls-off", 1, "c = aiohttp.TCPConnector(ssl=False)\n"],
  ["a token read without its signature", "unverified-token", 1, 'jwt.decode(t, options={"verify_signature": False})\n'],
  ["a password in the log", "sensitive-output", 1, 'log.info("signed in", user=user, password=password)\n'],
  ["a token in a log line", "sensitive-output", 1, 'logger.debug(f"calling with {settings.api_key}")\n'],
  ["a header in the log", "sensitive-output", 1, 'logging.warning("bad %s", request.headers["Authorization"])\n'],
  ["a printed secret", "sensitive-output", 1, "print(client_secret)\n"],
  ["a revealed secret in the log", "sensitive-output", 1, 'log.info("key", value=settings.token.get_secret_value())\n'],
  ["a password in an error", "sensitive-output", 1, 'raise ValueError(f"wrong password {password}")\n'],
  ["a temporary name that can be guessed", "S306", 2, "import tempfile\ntempfile.mktemp()\n"],
  ["an archive unpacked anywhere", "S202", 2, "import tarfile\ntarfile.open(p).extractall()\n"],
  ["templates without escaping", "S701", 2, "import jinja2\njinja2.Environment()\n"],
  ["a debugger for everybody", "S201", 3, "from flask import Flask\napp = Flask(__name__)\napp.run(debug=True)\n"],
  [
    "a test that calls a service in production",
    "production-request",
    2,
    'import httpx\nhttpx.get("https://api.stripe.com/v1")\n',
    "tests",
  ],
  [
    "a demo whose client points at production",
    "production-request",
    2,
    'BASE = "https://clinic.io"\nclient = httpx.Client(base_url=BASE)\n',
    "examples",
  ],
];

test.each(FAULTS)("%s is never accepted", (_, code, line, text, layer) => {
  const { findings, accept } = judge({ text, ...(layer ? { layer } : {}) });
  const found = findings("security").find((one) => one.code === code);
  expect(findings("security").map((one) => one.code)).toContain(code);
  expect(found?.line).toBe(line);
  expect(found?.mend).toBeTruthy();
  expect(accept).toBe("no");
});

const FINE: [what: string, text: string, layer?: Layer][] = [
  ["a secret from the environment", 'password = os.environ["DB_PASSWORD"]\n'],
  ["a placeholder", 'URL = "postgresql://user:password@localhost/app"\n'],
  ["a variable in an address", "# postgresql://app:${DB_PASSWORD}@db/app\n"],
  ["words with dashes", 'HEADER = "Authorization: Bearer local-development-key"\n'],
  ["the name of a header", 'API_KEY_HEADER = "X-API-Key"\n'],
  ["the path of a token", 'TOKEN_PATH = "/var/run/tokens/service-account-2026"\n'],
  ["the cursor of the next page", 'log.info("page", next_page_token=next_page_token)\n'],
  ["a log line about a token that is missing", 'log.warning("token refused", reason="expired")\n'],
  ["a log line that only asks whether there is one", 'log.info("auth", has_token=token is not None)\n'],
  ["a fingerprint in the log", 'log.info("auth", key=fingerprint(token))\n'],
  ["an error that names the field", 'raise ValueError("the password is too short")\n'],
  ["a pattern that is compiled", 'X = re.compile("a+")\n'],
  ["a program with literal words", 'subprocess.run(["sh", "-c", "ls"])\n'],
  ["the name of built-ins", "import builtins\n\nX = builtins.list\n"],
  ["a method called exec", "result = session.exec(statement)\n"],
  ["a frame that evaluates itself", "frame.eval('a + b')\n"],
  ["SQL with parameters", 'cursor.execute("SELECT 1 FROM t WHERE id = %s", (stay_id,))\n'],
  ["SQL in two literals", 'connection.execute(text("SELECT 1 " "FROM t"))\n'],
  ["SQL whose words are replaced by words", 'connection.execute("SELECT 1  FROM t".replace("  ", " "))\n'],
  ["a text that is no SQL", 'draw(f"{name} desc")\nexecute_later(f"{name}")\nlabel = text(f"{name} desc")\n'],
  [
    "a setting with a default",
    'import os\nLEVEL = os.environ.get("LOG_LEVEL", "info")\nKEY = os.environ.get("API_KEY", "")\n',
  ],
  ["tokens of a parser", 'raise ValueError(f"unexpected {tokens[0]}")\n'],
  ["a digest", 'DIGEST = "4c88089bdf15cb0dffde5c179461a2f99fa7cfb0bed250a8d87f8aa1d80eaa11"\n'],
  ["a UUID", 'ID = "0198f2a4-7c1e-7b7a-9d4e-3f1b2a6c5d8e"\n'],
  ["an alphabet", 'ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789"\n'],
  [
    "a test that calls itself",
    'httpx.get("http://127.0.0.1:8000/health")\nclient.get("https://api.example.com/x")\n',
    "tests",
  ],
  ["a link that nobody calls", 'DOCS = "https://docs.python.org/3/"\n', "tests"],
  ["a dummy in a test", 'URL = "postgresql://app:hidden-word@db.example.com/app"\npassword = "letmein"\n', "tests"],
];

test.each(FINE)("%s is no finding", (_, text, layer) => {
  expect(judge({ text, ...(layer ? { layer } : {}) }).findings("security")).toEqual([]);
});

test("an address for every machine is mentioned and can be accepted", () => {
  const { findings, failing } = judge({ text: 'HOST = "0.0.0.0"\n' });
  expect(findings("security").map(({ code, severity }) => [code, severity])).toEqual([["S104", "advisory"]]);
  expect(failing).not.toContain("security");
});

test("a server that reloads itself can be accepted with a reason", () => {
  const text = '"""Run."""\n\nimport uvicorn\n\nuvicorn.run(app, reload=True)\n';
  expect(
    judge({ text, pyproject: "" })
      .findings("security")
      .map(({ severity }) => severity),
  ).toEqual(["blocking"]);
});

test("secrets are found in a file that does not parse", () => {
  expect(judge({ text: 'def f(:\nDB_PASSWORD = "x9Kq72LmPz04RtWv"\n' }).codes("security")).toContain("secret-literal");
});
