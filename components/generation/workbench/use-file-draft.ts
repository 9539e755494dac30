"use client";
import { useRouter } from "next/navigation";
import { useCallback, useState } from "react";
import { fileHref } from "../file-href.ts";
import type { useAct } from "../use-act.ts";
import type { LiveCheck } from "./proof-aside.tsx";
import { keepTypedText, readTextFile, type TypedText } from "./typed-text.ts";
import type { WorkActions } from "./work-actions.ts";

interface Props {
  projectId: string;
  path: string;
  act: ReturnType<typeof useAct>;
  actions: WorkActions;
}

/** How a file gets a new draft: typed in the editor or dropped from the disk, then saved. */
export function useFileDraft({ projectId, path, act, actions }: Props) {
  const router = useRouter();
  const base = fileHref(projectId, path);
  const [live, setLive] = useState<LiveCheck | null>(null);
  const [refused, setRefused] = useState("");
  const [said, setSaid] = useState("");

  const typing = useCallback(() => setLive((before) => before ?? "pending"), []);
  const edit = useCallback(() => {
    setLive(null);
    router.push(`${base}?edit=1`, { scroll: false });
  }, [router, base]);
  const leave = useCallback(() => router.replace(base, { scroll: false }), [router, base]);
  const save = (typed: TypedText, reason: string) =>
    act.run(
      () => actions.save({ path, text: typed.text, source: typed.source, reason }),
      ({ number }) => {
        keepTypedText(projectId, path, null);
        setSaid(`Saved as draft ${number}.`);
        leave();
      },
    );
  const drop = async (file: File) => {
    const read = await readTextFile(file);
    if ("refused" in read) {
      setRefused(read.refused);
      return;
    }
    setRefused("");
    keepTypedText(projectId, path, { text: read.text, source: "paste", note: `From ${file.name}` });
    edit();
  };
  return { live, setLive, typing, refused, said, setSaid, edit, leave, save, drop };
}
