import type { FunctionOutline } from "../../python/outline.ts";
import { functionHead } from "./declaration.ts";

/** First tier whose lint rules count parameters (python-standard 2.3, PL from tier 4). */
const COUNTS_PARAMETERS = 4;
/** The most parameters ruff takes without a word (PLR0913, PLR0917). */
const MANY_PARAMETERS = 5;

/** The head of a function; from tier 4 on a long list of agreed parameters is excused where it stands. */
export function excusedHead(found: FunctionOutline, tier: number): string[] {
  const lines = functionHead(found);
  const codes = tier < COUNTS_PARAMETERS || found.decorators.includes("override") ? [] : excuses(found);
  if (codes.length === 0) return lines;
  const open = `${found.async ? "async " : ""}def ${found.name}${found.typeParameters ?? ""}(`;
  const rest = lines
    .join("\n")
    .slice(open.length)
    .split("\n")
    .map((line) => line.trim())
    .filter(Boolean);
  return [`${open}  # noqa: ${codes.join(", ")} - agreed with the users of the module`, ...rest];
}

function excuses({ parameters }: FunctionOutline): string[] {
  const markers = new Set(["keyword-marker", "positional-marker"]);
  const counted = parameters.filter(({ kind, name }) => !markers.has(kind) && !/^(self|cls|_.*)$/.test(name));
  const star = parameters.findIndex(({ kind }) => kind === "keyword-marker" || kind === "star");
  const positional = counted.filter((one) => one.kind === "normal" && (star < 0 || parameters.indexOf(one) < star));
  return [
    ...(counted.length > MANY_PARAMETERS ? ["PLR0913"] : []),
    ...(positional.length > MANY_PARAMETERS ? ["PLR0917"] : []),
  ];
}
