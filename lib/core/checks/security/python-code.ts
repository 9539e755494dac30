import type { SyntaxNode } from "@lezer/common";
import type { Layer } from "../../blueprint/define-artifact.ts";
import { type Call, callsOf, lineAt, nodesOf, syntaxTree } from "../../python/syntax-tree.ts";
import type { CheckFinding, FileUnderCheck, Severity } from "../check.ts";
import { assignments, literalText, making, makings } from "./python-text.ts";
import { leakFindings } from "./sensitive-output.ts";

/** What the rules of bandit do not see, read off the syntax tree. Nothing in a comment can switch it off. */
export function codeFindings(file: FileUnderCheck): CheckFinding[] {
  const source = file.text;
  const calls = callsOf(source);
  return [
    ...evaluation(source),
    ...(file.layer === "tests" ? [] : sql(source, calls)),
    ...calls.flatMap((call) => riskyCall(source, call)),
    ...switchedOff(source),
    ...weakChance(source),
    ...leakFindings(source, calls),
    ...production(file, calls),
  ];
}

const say = (
  source: string,
  node: SyntaxNode,
  code: string,
  message: string,
  mend: string,
  severity: Severity = "critical",
): CheckFinding => ({
  code,
  message,
  mend,
  line: lineAt(source, node.from),
  severity,
});

/** `eval` and `exec` as values: behind another name they are the same. Calls by their own name are ruff's. */
function evaluation(source: string): CheckFinding[] {
  return nodesOf(syntaxTree(source), "VariableName").flatMap((node) => {
    const name = source.slice(node.from, node.to);
    if (name !== "eval" && name !== "exec") return [];
    const parent = node.parent?.name ?? "";
    const called = parent === "CallExpression" && node.parent?.firstChild?.from === node.from;
    const declared =
      /^(?:FunctionDefinition|ParamList|ClassDefinition)$/.test(parent) || node.nextSibling?.name === "AssignOp";
    return called || declared
      ? []
      : [
          say(
            source,
            node,
            "evaluation",
            `\`${name}\` runs a text as code, under whatever name.`,
            "Call the functions you mean, from a table.",
          ),
        ];
  });
}

const RUNS_SQL =
  /^(?:execute|executemany|executescript|exec_driver_sql|text|fetch|fetchrow|fetchval|scalar|scalars|stream|stream_scalars|raw|read_sql|read_sql_query)$/;

function sql(source: string, calls: readonly Call[]): CheckFinding[] {
  const variables = makings(source);
  return calls.flatMap(({ name, callee, arguments: given, node }) => {
    const first = given[0];
    if (!first || !RUNS_SQL.test(name) || making(source, first.value, variables) !== "built") return [];
    if (!/execute|exec_driver|read_sql|raw/.test(name) && !SQL_WORD.test(allText(source, first.value, variables)))
      return [];
    return [
      say(
        source,
        node,
        "sql-built",
        `\`${callee.slice(-40)}\` is given SQL that is put together from values.`,
        'Write the SQL as one literal and pass the values as parameters: `text("... WHERE id = :id"), {"id": id}`.',
      ),
    ];
  });
}

const SQL_WORD = /\b(?:select|insert|update|delete|create|drop|alter|truncate|grant|where|from)\b/i;

/** The text of an expression, with that of the variables it names. */
function allText(source: string, node: SyntaxNode, variables: ReadonlyMap<string, unknown>): string {
  const text = source.slice(node.from, node.to);
  if (!variables.has(text)) return text;
  return assignments(source)
    .filter(({ name }) => name === text)
    .map(({ value }) => source.slice(value.from, value.to))
    .join(" ");
}

interface Risk {
  code: string;
  callee: RegExp;
  /** Only with this keyword set to this. */
  keyword?: [name: RegExp, value: RegExp];
  severity?: Severity;
  message: string;
  mend: string;
}

const RISKS: readonly Risk[] = [
  {
    code: "shell",
    callee: /^asyncio\.create_subprocess_shell$|(?:^|\.)create_subprocess_shell$|^pty\.spawn$/,
    message: "A shell reads this text.",
    mend: "Use `create_subprocess_exec` with a list of words.",
  },
  {
    code: "unsafe-loader",
    callee:
      /^yaml\.(?:unsafe_load|full_load)(?:_all)?$|^(?:joblib|cloudpickle|torch)\.load$|^pickle\.Unpickler$|^jsonpickle\.decode$/,
    message: "Loading this data can run code.",
    mend: "Use JSON, or `yaml.safe_load`.",
  },
  {
    code: "unsafe-loader",
    callee: /^(?:np|numpy)\.load$/,
    keyword: [/^allow_pickle$/, /^True$/],
    message: "Loading this data can run code.",
    mend: "Leave `allow_pickle` off.",
  },
  {
    code: "unverified-token",
    callee: /(?:^|\.)decode$/,
    keyword: [/^options$/, /verify_signature["']?\s*:\s*False/],
    message: "The token is believed without its signature.",
    mend: "Verify it with the key and one algorithm.",
  },
  {
    code: "unverified-token",
    callee: /(?:^|\.)decode$/,
    keyword: [/^algorithms$/, /["']none["']/i],
    message: "A token without a signature is accepted.",
    mend: "Name the one algorithm you sign with.",
  },
  {
    code: "tls-off",
    callee: /./,
    keyword: [/^(?:verify_ssl|ssl_verify|verify_tls|tls_verify|check_hostname)$/, /^False$/],
    message: "Nobody checks who answers.",
    mend: "Leave verification on; add your own authority.",
  },
  {
    code: "tls-off",
    callee: /^(?:aiohttp\.)?TCPConnector$|^session\.(?:get|post|put|delete|request|ws_connect)$/,
    keyword: [/^ssl$/, /^False$/],
    message: "Nobody checks who answers.",
    mend: "Leave verification on; add your own authority.",
  },
  {
    code: "tls-off",
    callee: /(?:^|\.)(?:Async)?Client$/,
    keyword: [/^verify$/, /^False$/],
    message: "Nobody checks who answers.",
    mend: "Leave verification on; add your own authority.",
  },
  {
    code: "debug-server",
    callee: /(?:^|\.)(?:FastAPI|Starlette|Litestar|Quart|Sanic)$|(?:^|\.)run$/,
    keyword: [/^debug$/, /^True$/],
    severity: "blocking",
    message: "Errors show their code and values to everybody.",
    mend: "Make it a setting that is off unless someone decides otherwise.",
  },
  {
    code: "debug-server",
    callee: /^uvicorn\.run$/,
    keyword: [/^reload$/, /^True$/],
    severity: "blocking",
    message: "The server restarts whenever a file changes.",
    mend: "Leave `reload` to the command line of a developer.",
  },
];

function riskyCall(source: string, call: Call): CheckFinding[] {
  return RISKS.filter(
    ({ callee, keyword }) =>
      callee.test(call.callee) &&
      (!keyword ||
        call.arguments.some(
          (one) => one.keyword !== undefined && keyword[0].test(one.keyword) && keyword[1].test(one.text),
        )),
  ).map(({ code, message, mend, severity }) =>
    say(
      source,
      call.node,
      code,
      `\`${call.callee.slice(-40)}\`: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      mend,
      severity,
    ),
  );
}

/** `context.check_hostname = False`, `context.verify_mode = ssl.CERT_NONE`, and the function that makes such a context. */
function switchedOff(source: string): CheckFinding[] {
  const off = assignments(source).filter(({ name, value }) => {
    const text = source.slice(value.from, value.to);
    return (
      (/\.check_hostname$/.test(name) && text === "False") ||
      (/\.verify_mode$/.test(name) && /CERT_NONE$/.test(text)) ||
      text === "ssl._create_unverified_context"
    );
  });
  return off.map(({ name, value }) =>
    say(
      source,
      value,
      "tls-off",
      `\`${name}\` turns the verification of TLS off.`,
      "Leave verification on; add your own authority.",
    ),
  );
}

/** `random` is made for games: what it draws can be computed. */
function weakChance(source: string): CheckFinding[] {
  return assignments(source)
    .filter(
      ({ name, value }) =>
        /(?:^|[._])(?:token|secret|password|passwd|salt|nonce|api_key|session_id|otp|key)$/i.test(name) &&
        /(?<![\w.])random\.(?!SystemRandom)\w+\(/.test(source.slice(value.from, value.to)),
    )
    .map(({ name, value }) =>
      say(
        source,
        value,
        "weak-random",
        `\`${name}\` is drawn from \`random\`, which can be computed.`,
        "Use the module `secrets`.",
      ),
    );
}

const REQUESTS =
  /^(?:get|post|put|patch|delete|head|options|request|stream|urlopen|urlretrieve|Request|connect|create_connection|ws_connect|websocket_connect|Client|AsyncClient|ClientSession|Session|create_engine|create_async_engine)$/;
const ADDRESS =
  /^(?:https?|wss?|postgres(?:ql)?(?:\+\w+)?|mysql(?:\+\w+)?|mongodb(?:\+srv)?|redis|amqps?):\/\/(?:[^@/\s]*@)?(\[[^\]]+\]|[^/:?#\s]+)/i;
/** Names that RFC 2606, 6761 and 5737 keep for examples, names within one machine or network, and test clients. */
const HARMLESS_HOST =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+|[\w-]+|(?:[\w-]+\.)*(?:example|test|invalid|localhost|local|internal)|(?:[\w-]+\.)*example\.(?:com|org|net))$/i;
const PLAYGROUND: readonly Layer[] = ["tests", "examples", "docs"];

/** Tests and demos talk to their own machine. */
function production(file: FileUnderCheck, calls: readonly Call[]): CheckFinding[] {
  if (!PLAYGROUND.includes(file.layer)) return [];
  const source = file.text;
  const constants = new Map(assignments(source).map(({ name, value }) => [name, literalText(source, value)]));
  return calls
    .filter(({ name }) => REQUESTS.test(name))
    .flatMap(({ callee, arguments: given, node }) => {
      const texts = given.flatMap(({ value, text }) => [
        literalText(source, value),
        ...[...constants]
          .filter(
            ([name]) =>
              name === text || text.startsWith(`{${name}`) || text.includes(`{${name}}`) || text.startsWith(`${name} `),
          )
          .map(([, known]) => known),
      ]);
      const host = texts
        .map((text) => ADDRESS.exec(text)?.[1])
        .find((one) => one !== undefined && !HARMLESS_HOST.test(one));
      return host
        ? [
            say(
              source,
              node,
              "production-request",
              `\`${callee.slice(-40)}\` talks to ${host.slice(0, 80)}, a service in production.`,
              "Talk to a server that the test starts, or to a name under `.example`.",
            ),
          ]
        : [];
    });
}
