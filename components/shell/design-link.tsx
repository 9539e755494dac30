"use client";
import { Link2 } from "lucide-react";
import { lazy, useState } from "react";
import { IconButton } from "../ui/button.tsx";
import { OnDemand } from "../ui/on-demand.tsx";

const DesignLinkDialog = lazy(() =>
  import("./design-link-dialog.tsx").then((module) => ({ default: module.DesignLinkDialog })),
);

/** The answers of a project, to take along: as a link or as a file. */
export function DesignLink({ projectId }: { projectId: string }) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <IconButton label="Answers as a link or a file" onClick={() => setOpen(true)}>
        <Link2 aria-hidden className="size-4" />
      </IconButton>
      <OnDemand when={open}>
        {open && <DesignLinkDialog projectId={projectId} onClose={() => setOpen(false)} />}
      </OnDemand>
    </>
  );
}
