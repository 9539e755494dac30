import { useEffect, useRef, useState } from "react";
import { PASTED } from "#lib/core/compare/side-reference.ts";
import { SIDES, type Side, type Sides } from "#lib/core/compare/sides.ts";
import { designIn, linkTo, unpackDesign } from "#lib/core/link/design-link.ts";
import { type PastedDesigns, pastedFragment, pastedIn, swapped } from "#lib/core/link/pasted-designs.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";

/** Two references, and the text of each side that is pasted. */
export interface Wanted extends Sides<string> {
  documents: Partial<Sides<string>>;
}

interface Found {
  key: string;
  view: DesignsView | null;
  problems: readonly Problem[];
}

/**
 * Pasted designs stay in the fragment of the address, which no server sees, and are sent by POST to be compared.
 * `documents` holds the texts of the sides that are pasted, as far as they are there.
 */
export function usePasted({ left, right }: Sides<string>, look: (wanted: Wanted) => Promise<Result<DesignsView>>) {
  const [packed, setPacked] = useState<PastedDesigns>({});
  const last = useRef(packed);
  const [texts, setTexts] = useState<Partial<Sides<string>>>({});
  const [broken, setBroken] = useState<readonly Problem[]>([]);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    const read = () => {
      const there = pastedIn(location.hash, { left, right });
      if (pastedFragment(there)) setPacked(there);
      else putBack(last.current);
    };
    read();
    addEventListener("hashchange", read);
    return () => removeEventListener("hashchange", read);
  }, [left, right]);

  useEffect(() => {
    last.current = packed;
    let wanted = true;
    void unpacked(packed).then((next) => {
      if (!wanted) return;
      setTexts(next.texts);
      setBroken(next.problems);
    });
    return () => {
      wanted = false;
    };
  }, [packed]);

  const pastedSides = SIDES.filter((side) => ({ left, right })[side] === PASTED);
  const documents = Object.fromEntries(
    pastedSides.flatMap((side) => (texts[side] === undefined ? [] : [[side, texts[side]]])),
  ) as Wanted["documents"];
  const open = pastedSides.filter((side) => documents[side] === undefined);
  const active = pastedSides.length > 0;
  const key = JSON.stringify({ left, right, documents });
  const ready = active && open.length === 0;
  useEffect(() => {
    if (!ready) return;
    let wanted = true;
    look(JSON.parse(key) as Wanted)
      .then((answer) =>
        answer.ok ? { key, view: answer.value, problems: [] } : { key, view: null, problems: answer.error },
      )
      .catch(() => ({ key, view: null, problems: [UNREACHED] }))
      .then((next) => wanted && setFound(next));
    return () => {
      wanted = false;
    };
  }, [ready, key, look]);

  const paste = async (side: Side, text: string) => {
    const link = isLink(text) ? text : await linkTo("", text);
    const design = designIn(link.slice(link.indexOf("#design=")).trim()) ?? "";
    location.hash = pastedFragment({ ...pastedIn(location.hash, { left, right }), [side]: design });
  };

  /** The fragment of the swapped sides. Where both are pasted, nothing else changes in the address, and nobody reads it. */
  const swap = () => {
    const next = swapped(packed);
    if (pastedSides.length === SIDES.length) setPacked(next);
    return pastedFragment(next);
  };

  const current = found?.key === key ? found : null;
  return {
    pastedSides,
    documents,
    paste: (side: Side, text: string) => void paste(side, text),
    swap,
    view: current?.view ?? null,
    problems: current?.problems ?? broken,
    waiting: ready && current === null,
  };
}

/** A jump within the page takes the designs out of the address; a reload would lose them. */
function putBack(pasted: PastedDesigns): void {
  const fragment = pastedFragment(pasted);
  if (fragment) history.replaceState(history.state, "", `#${fragment}`);
}

async function unpacked(packed: PastedDesigns) {
  const texts: Partial<Sides<string>> = {};
  const problems: Problem[] = [];
  for (const side of SIDES) {
    const design = packed[side];
    if (!design) continue;
    const text = await unpackDesign(design);
    if (text.ok) texts[side] = text.value;
    else problems.push(...text.error);
  }
  return { texts, problems };
}

/** Whether a text is an address that holds a design, whole or broken. */
export const isLink = (text: string): boolean => /^[^\s{]*#design=\S+$/.test(text.trim());

const UNREACHED: Problem = {
  path: "",
  code: "unreached",
  message: "The server did not answer.",
  hint: "Try again when the connection is back.",
};
