import { useCallback, useEffect, useState } from "react";
import { designIn, linkTo, unpackDesign } from "#lib/core/link/design-link.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";

/** Two references, and the pasted text where one of them is that. */
export interface Wanted {
  left: string;
  right: string;
  document: string;
}

interface Found {
  key: string;
  view: DesignsView | null;
  problems: readonly Problem[];
}

/**
 * A pasted design stays in the fragment of the address, which no server sees, and is sent by POST to be compared.
 * @param active whether one side is the pasted design
 */
export function usePasted(
  active: boolean,
  { left, right }: Pick<Wanted, "left" | "right">,
  look: (wanted: Wanted) => Promise<Result<DesignsView>>,
) {
  const [document, setDocument] = useState<string | null>(null);
  const [broken, setBroken] = useState<readonly Problem[]>([]);
  const [found, setFound] = useState<Found | null>(null);

  useEffect(() => {
    const read = async () => {
      const packed = designIn(location.hash);
      if (packed === null) return;
      const text = await unpackDesign(packed);
      setBroken(text.ok ? [] : text.error);
      if (text.ok) setDocument(text.value);
    };
    void read();
    const onChange = () => void read();
    addEventListener("hashchange", onChange);
    return () => removeEventListener("hashchange", onChange);
  }, []);

  const key = `${left} ${right} ${document}`;
  useEffect(() => {
    if (!active || document === null) return;
    let wanted = true;
    look({ left, right, document })
      .then((answer) =>
        answer.ok ? { key, view: answer.value, problems: [] } : { key, view: null, problems: answer.error },
      )
      .catch(() => ({ key, view: null, problems: [UNREACHED] }))
      .then((next) => wanted && setFound(next));
    return () => {
      wanted = false;
    };
  }, [active, key, document, left, right, look]);

  const paste = useCallback(async (text: string) => {
    const link = isLink(text) ? text : await linkTo("", text);
    location.hash = link.slice(link.indexOf("#")).trim();
  }, []);

  const current = found?.key === key ? found : null;
  return {
    document,
    paste: (text: string) => void paste(text),
    view: current?.view ?? null,
    problems: current?.problems ?? broken,
    waiting: active && document !== null && current === null,
  };
}

/** Whether a text is an address that holds a design, whole or broken. */
export const isLink = (text: string): boolean => /^[^\s{]*#design=\S*$/.test(text.trim());

const UNREACHED: Problem = {
  path: "",
  code: "unreached",
  message: "The server did not answer.",
  hint: "Try again when the connection is back.",
};
