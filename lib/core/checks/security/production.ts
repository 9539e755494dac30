import type { Layer } from "../../blueprint/define-artifact.ts";
import type { Call } from "../../python/syntax-tree.ts";
import type { CheckFinding, FileUnderCheck } from "../check.ts";
import { at } from "./at.ts";
import { assignments, literalText } from "./python-text.ts";

const REQUESTS =
  /^(?:get|post|put|patch|delete|head|options|request|stream|urlopen|urlretrieve|Request|connect|create_connection|ws_connect|websocket_connect|Client|AsyncClient|ClientSession|Session|create_engine|create_async_engine)$/;
const ADDRESS =
  /^(?:https?|wss?|postgres(?:ql)?(?:\+\w+)?|mysql(?:\+\w+)?|mongodb(?:\+srv)?|redis|amqps?):\/\/(?:[^@/\s]*@)?(\[[^\]]+\]|[^/:?#\s]+)/i;
/** Names that RFC 2606, 6761 and 5737 keep for examples, names within one machine or network, and test clients. */
const HARMLESS_HOST =
  /^(?:localhost|127(?:\.\d+){3}|0\.0\.0\.0|\[::1?\]|10(?:\.\d+){3}|192\.168(?:\.\d+){2}|172\.(?:1[6-9]|2\d|3[01])(?:\.\d+){2}|192\.0\.2\.\d+|198\.51\.100\.\d+|203\.0\.113\.\d+|[\w-]+|(?:[\w-]+\.)*(?:example|test|invalid|localhost|local|internal)|(?:[\w-]+\.)*example\.(?:com|org|net))$/i;
const PLAYGROUND: readonly Layer[] = ["tests", "examples", "docs"];

/** Tests and demos talk to their own machine. */
export function productionFindings(file: FileUnderCheck, calls: readonly Call[]): CheckFinding[] {
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
            at(
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
