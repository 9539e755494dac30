"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, useEffect, useRef, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import { IconButton } from "../ui/button.tsx";
import { OnDemand } from "../ui/on-demand.tsx";
import { focusListHeading } from "./list-heading.ts";

const DeleteProjectDialog = lazy(() =>
  import("./delete-project-dialog.tsx").then((module) => ({ default: module.DeleteProjectDialog })),
);

export type DeleteProjectAct = (projectId: string, typed: string) => Promise<Result<true>>;

/** The way to get rid of a project, beside the way to open it. */
export function DeleteProject({ id, title, act }: { id: string; title: string; act: DeleteProjectAct }) {
  const [open, setOpen] = useState(false);
  const deleted = useRef(false);
  const router = useRouter();
  // The line leaves the list, and with it what the keyboard stood on.
  useEffect(
    () => () => {
      if (deleted.current) focusListHeading();
    },
    [],
  );
  const close = () => setOpen(false);
  return (
    <>
      <IconButton label={`Delete ${title}`} onClick={() => setOpen(true)}>
        <Trash2 aria-hidden className="size-4" />
      </IconButton>
      <OnDemand when={open}>
        {open && (
          <DeleteProjectDialog
            title={title}
            act={(typed) => act(id, typed)}
            onClose={close}
            onDeleted={() => {
              deleted.current = true;
              close();
              router.refresh();
            }}
          />
        )}
      </OnDemand>
    </>
  );
}
