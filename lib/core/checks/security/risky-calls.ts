import type { Call } from "../../python/syntax-tree.ts";
import type { CheckFinding, Severity } from "../check.ts";
import { at } from "./at.ts";

/** A call that is a fault by itself, whatever it is given. */
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
    code: "evaluation",
    callee: /^compile$/,
    message: "This makes code of a text.",
    mend: "Call the functions you mean, from a table.",
  },
  {
    code: "unverified-token",
    callee: /(?:^|\.)decode$/,
    keyword: [/^verify$/, /^False$/],
    message: "The token is believed without its signature.",
    mend: "Verify it with the key and one algorithm.",
  },
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

/** What a call does that no review would let pass. */
export function riskyCall(source: string, call: Call): CheckFinding[] {
  return RISKS.filter(
    ({ callee, keyword }) =>
      callee.test(call.callee) &&
      (!keyword ||
        call.arguments.some(
          (one) => one.keyword !== undefined && keyword[0].test(one.keyword) && keyword[1].test(one.text),
        )),
  ).map(({ code, message, mend, severity }) =>
    at(
      source,
      call.node,
      code,
      `\`${call.callee.slice(-40)}\`: ${message.charAt(0).toLowerCase()}${message.slice(1)}`,
      mend,
      severity,
    ),
  );
}
