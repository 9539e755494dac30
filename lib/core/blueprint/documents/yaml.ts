import { Document, visit } from "yaml";

/** A plain value tree, as YAML or JSON can hold it. */
export type Tree = string | number | boolean | null | readonly Tree[] | { readonly [key: string]: Tree | undefined };

/**
 * Writes a YAML document, keys in the order given, no anchors, no folding; texts that YAML 1.1 would misread
 * (`yes`, `3.10`) are quoted, except GitHub's key `on`, which every tool expects bare.
 * @param comments comment after a scalar, by the scalar's text; for versions beside pinned hashes.
 */
export function yamlDocument(tree: Tree, comments: ReadonlyMap<string, string> = new Map()): string {
  const document = new Document(tree, { aliasDuplicateObjects: false, compat: "yaml-1.1" });
  visit(document, {
    Scalar(_, node) {
      const comment = typeof node.value === "string" ? comments.get(node.value) : undefined;
      if (comment !== undefined) node.comment = ` ${comment}`;
    },
  });
  return document.toString({ lineWidth: 0, nullStr: "" }).replace(/^"on":/m, "on:");
}
