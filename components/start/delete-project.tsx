"use client";
import { Trash2 } from "lucide-react";
import { useRouter } from "next/navigation";
import { lazy, useState } from "react";
import type { Result } from "#lib/core/result.ts";
import { IconButton } from "../ui/button.tsx";
import { OnDemand } from "../ui/on-demand.tsx";

const DeleteProjectDialog = lazy(() =>
  import("./delete-project-dialog.tsx").then((module) => ({ default: module.DeleteProjectDialog })),
);

export type DeleteProjectAct = (projectId: string, typed: string) => Promise<Result<true>>;

/** The way to get rid of a project, beside the way to open it. */
export function DeleteProject({ id, title, act }: { id: string; title: string; act: DeleteProjectAct }) {
  const [open, setOpen] = useState(false);
  const router = useRouter();
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
              close();
              router.refresh();
            }}
          />
        )}
      </OnDemand>
    </>
  );
}
