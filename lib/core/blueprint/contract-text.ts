import { type ClassOutline, type Outline, publicNames, signature } from "../python/outline.ts";

/** The public face as Python would declare it. */
export function contractText(outline: Outline): string {
  const wanted = new Set(publicNames(outline));
  return outline.items
    .filter((item) => wanted.has(item.name))
    .map((item) => {
      if (item.kind === "function")
        return [...item.decorators.map((mark) => `@${mark}`), `${signature(item)}: ...`].join("\n");
      if (item.kind === "class") return classText(item);
      return item.annotation === "type"
        ? `type ${item.name} = ...`
        : `${item.name}${item.annotation ? `: ${item.annotation}` : ""} = ...`;
    })
    .join("\n\n");
}

function classText(item: ClassOutline): string {
  const members = [
    ...item.attributes
      .filter(({ name }) => !name.startsWith("_"))
      .map(({ name, annotation }) => `    ${name}${annotation ? `: ${annotation}` : " = ..."}`),
    ...item.methods
      .filter(({ name }) => !name.startsWith("_") || name === "__init__")
      .flatMap((method) => [...method.decorators.map((mark) => `    @${mark}`), `    ${signature(method)}: ...`]),
  ];
  const bases = item.bases.length > 0 ? `(${item.bases.join(", ")})` : "";
  return [
    ...item.decorators.map((mark) => `@${mark}`),
    `class ${item.name}${item.typeParameters ?? ""}${bases}:`,
    ...(members.length > 0 ? members : ["    ..."]),
  ].join("\n");
}
