import type { SyntaxNode } from "@lezer/common";
import { type Call, callsOf, nodesOf, outlineOf, syntaxTree } from "../../python/syntax-tree.ts";
import type { CheckFinding, FileUnderCheck } from "../check.ts";
import { at } from "./at.ts";
import { productionFindings } from "./production.ts";
import { assignments, literalText, making, makings } from "./python-text.ts";
import { riskyCall } from "./risky-calls.ts";
import { isPlaceholder, isSecretName } from "./secret-names.ts";
import { leakFindings } from "./sensitive-output.ts";

/** What the rules of bandit do not see, read off the syntax tree. Nothing in a comment can switch it off. */
export function codeFindings(file: FileUnderCheck): CheckFinding[] {
  const source = file.text;
  const calls = callsOf(source);
  return [
    ...evaluation(source),
    ...(file.layer === "tests" ? [] : sql(source, calls)),
    ...calls.flatMap((call) => riskyCall(source, call)),
    ...calls.flatMap((call) => shellByName(source, call)),
    ...switchedOff(source),
    ...weakChance(source),
    ...(file.layer === "tests" ? [] : calls.flatMap((call) => secretDefault(source, call))),
    ...leakFindings(source, calls),
    ...productionFindings(file, calls),
  ];
}

/** `eval` and `exec` as values: behind another name they are the same. Calls by their own name are ruff's. */
function evaluation(source: string): CheckFinding[] {
  return nodesOf(syntaxTree(source), "VariableName").flatMap((node) => {
    const name = source.slice(node.from, node.to);
    const opened = name === "__builtins__" || (name === "builtins" && opensBuiltins(source, node));
    if (name !== "eval" && name !== "exec" && !opened) return [];
    const parent = node.parent?.name ?? "";
    const called = parent === "CallExpression" && node.parent?.firstChild?.from === node.from;
    const declared =
      /^(?:FunctionDefinition|ParamList|ClassDefinition)$/.test(parent) || node.nextSibling?.name === "AssignOp";
    return called || declared
      ? []
      : [
          at(
            source,
            node,
            "evaluation",
            `\`${name}\` lets a text run as code, under whatever name.`,
            "Call the functions you mean, from a table.",
          ),
        ];
  });
}

/** `getattr(builtins, name)` and `builtins.__dict__`: everything by any name. */
const opensBuiltins = (source: string, node: SyntaxNode): boolean =>
  /^(?:getattr|vars)\(\s*builtins\b|^builtins\s*\.\s*__dict__/.test(
    source.slice((node.parent?.name === "ArgList" ? node.parent.parent : node.parent)?.from, node.to + 12),
  );

const RUNS_SQL =
  /^(?:execute|executemany|executescript|exec_driver_sql|text|fetch|fetchrow|fetchval|scalar|scalars|stream|stream_scalars|raw|read_sql|read_sql_query)$/;

/** What SQLAlchemy takes as SQL without it being a whole statement. */
const PIECES = /^(?:text|literal_column)$/;

function sql(source: string, calls: readonly Call[]): CheckFinding[] {
  const variables = makings(source);
  const imported = new Set(
    outlineOf(source)
      .imports.filter(({ module }) => module.split(".")[0] === "sqlalchemy")
      .flatMap(({ names }) => names ?? [])
      .filter((name) => PIECES.test(name)),
  );
  return calls.flatMap(({ name, callee, arguments: given, node }) => {
    const first = given[0];
    const givenSql = RUNS_SQL.test(name);
    const takesSql =
      (givenSql && /execute|exec_driver|read_sql|raw/.test(name)) ||
      (PIECES.test(name) && /^(?:sa|sqlalchemy)\./.test(callee)) ||
      imported.has(name);
    if (!first || !(takesSql || givenSql) || making(source, first.value, variables) !== "built") return [];
    if (!takesSql && !SQL_WORD.test(allText(source, first.value, variables))) return [];
    return [
      at(
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
  const named = new Set((text.match(/\w+/g) ?? []).filter((name) => variables.has(name)));
  const values = assignments(source).filter(({ name }) => named.has(name));
  return [text, ...values.map(({ value }) => source.slice(value.from, value.to))].join(" ");
}

/** `["sh", "-c", command]`: a shell that is not called one. */
function shellByName(source: string, { callee, arguments: given, node }: Call): CheckFinding[] {
  const words = given.map(({ text }) => text).join(", ");
  return /^\[?\s*f?["'](?:\/(?:usr\/)?bin\/)?(?:ba|da|z|k)?sh["']\s*,\s*["']-\w*c["']\s*,(?!\s*r?["'])/.test(words)
    ? [
        at(
          source,
          node,
          "shell",
          `\`${callee.slice(-40)}\`: a shell reads this text.`,
          "Run the program itself with a list of words.",
        ),
      ]
    : [];
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
    at(
      source,
      value,
      "tls-off",
      `\`${name}\` turns the verification of TLS off.`,
      "Leave verification on; add your own authority.",
    ),
  );
}

/** `os.environ.get("API_TOKEN", "...")`: who forgets to set it runs with a secret that everybody can read. */
function secretDefault(source: string, { callee, arguments: given, node }: Call): CheckFinding[] {
  const [name, value] = given.map((one) => literalText(source, one.value));
  return /(?:^|\.)(?:getenv|environ\.get)$/.test(callee) && name && value && isSecretName(name) && !isPlaceholder(value)
    ? [
        at(
          source,
          node,
          "secret-default",
          `\`${name}\` has a default that stands in the code.`,
          "Leave the default out, so that a missing secret is an error at the start.",
        ),
      ]
    : [];
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
      at(
        source,
        value,
        "weak-random",
        `\`${name}\` is drawn from \`random\`, which can be computed.`,
        "Use the module `secrets`.",
      ),
    );
}
