import { PASTED } from "../compare/side-reference.ts";
import { SIDES, type Sides } from "../compare/sides.ts";
import { designIn } from "./design-link.ts";

/** Packed designs of the sides of a comparison that were pasted; a side without one is left out. */
export type PastedDesigns = Partial<Sides<string>>;

/**
 * Reads `#left=…&right=…`, each as packed as in a link to a design. A link's own fragment (`#design=…`) is the design of the
 * side that is pasted.
 * @param sides the references of both sides
 */
export function pastedIn(fragment: string, sides: Sides<string>): PastedDesigns {
  const whole = designIn(fragment);
  if (whole !== null) return { [sides.left === PASTED ? "left" : "right"]: whole };
  const named = new URLSearchParams(fragment.replace(/^#/, ""));
  return Object.fromEntries(SIDES.flatMap((side) => (named.get(side) ? [[side, named.get(side)]] : [])));
}

/** The fragment that `pastedIn` reads, without its mark; empty when nothing was pasted. */
export const pastedFragment = (pasted: PastedDesigns): string =>
  SIDES.flatMap((side) => (pasted[side] ? [`${side}=${pasted[side]}`] : [])).join("&");

/** The same designs on the other sides. */
export const swapped = ({ left, right }: PastedDesigns): PastedDesigns => ({
  ...(right ? { left: right } : {}),
  ...(left ? { right: left } : {}),
});
