import type { ClassOutline, ConstantOutline, FunctionOutline } from "../../python/outline.ts";
import { parameterText, signature } from "../../python/outline.ts";

/** The longest line a declaration may have where the formatter does not reach: inside strings. */
const WIDTH = 96;

/** The `def` line with its colon, over several lines when it is long. */
export function functionHead(found: FunctionOutline): string[] {
  const whole = `${signature(found)}:`;
  if (whole.length <= WIDTH || found.parameters.length === 0) return [whole];
  const returns = found.returns ? ` -> ${found.returns}` : "";
  const head = `${found.async ? "async " : ""}def ${found.name}${found.typeParameters ?? ""}(`;
  return [head, ...found.parameters.map((one) => `    ${parameterText(one)},`), `)${returns}:`];
}

/** The `class` line with its colon. */
export function classHead({ name, typeParameters = "", bases }: ClassOutline): string {
  return `class ${name}${typeParameters}${bases.length > 0 ? `(${bases.join(", ")})` : ""}:`;
}

/** A constant or type alias. */
export function constantLine({ name, annotation, typeParameters = "", value }: ConstantOutline): string {
  if (annotation === "type") return `type ${name}${typeParameters} = ${value}`;
  return `${name}${annotation ? `: ${annotation}` : ""} = ${value}`;
}
