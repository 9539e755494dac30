"use client";
import { Download } from "lucide-react";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button, buttonClass } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { NO_EXTRAS, ZipExtrasChoice, zipHref } from "./zip-extras.tsx";

const LOGGED_AFTER_MS = 1500;

/** The download with what may come along; leaving files out is an act of its own that names their number. */
export function DownloadZip({
  projectId,
  ready,
  unfinished,
}: {
  projectId: string;
  ready: number;
  unfinished: number;
}) {
  const [knowing, setKnowing] = useState(false);
  const [extras, setExtras] = useState(NO_EXTRAS);
  const router = useRouter();
  // A download leaves the page as it is; the log below it shows the delivery once it is written.
  const refresh = () => setTimeout(() => router.refresh(), LOGGED_AFTER_MS);
  if (ready === 0) return <Button disabled>Nothing is accepted yet</Button>;
  const href = zipHref(projectId, unfinished, extras);
  const choice = <ZipExtrasChoice extras={extras} onChange={setExtras} />;
  if (unfinished === 0) {
    return (
      <>
        <a href={href} download onClick={refresh} className={buttonClass("primary")}>
          <Download aria-hidden className="size-4" /> Download the zip
        </a>
        {choice}
      </>
    );
  }
  const files = unfinished === 1 ? "one file" : `${unfinished} files`;
  return (
    <div className="basis-full space-y-2">
      {choice}
      <Checkbox
        label={`I know that ${files} of the plan ${unfinished === 1 ? "is" : "are"} not in it. The manifest names ${unfinished === 1 ? "it" : "them"}.`}
        checked={knowing}
        onChange={(event) => setKnowing(event.target.checked)}
      />
      {knowing ? (
        <a href={href} download onClick={refresh} className={buttonClass("secondary")}>
          <Download aria-hidden className="size-4" /> Deliver without {files}
        </a>
      ) : (
        <Button disabled>Deliver without {files}</Button>
      )}
    </div>
  );
}
