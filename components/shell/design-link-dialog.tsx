"use client";
import { useEffect, useState } from "react";
import { LONG_LINK, linkTo } from "#lib/core/link/design-link.ts";
import { CopyButton } from "../generation/copy-button.tsx";
import { buttonClass } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { Dialog } from "../ui/dialog.tsx";
import { Field, Input } from "../ui/field.tsx";

/** Makes the link here, in the browser, from the answers as they are stored now. */
export function DesignLinkDialog({ projectId, onClose }: { projectId: string; onClose(): void }) {
  const [link, setLink] = useState("");
  const [failed, setFailed] = useState(false);
  const file = `/p/${projectId}/answers`;
  useEffect(() => {
    const make = async () => {
      const answer = await fetch(file);
      if (!answer.ok) throw new Error(String(answer.status));
      setLink(await linkTo(location.origin, JSON.stringify(await answer.json())));
    };
    make().catch(() => setFailed(true));
  }, [file]);
  return (
    <Dialog
      open
      onOpenChange={(open) => !open && onClose()}
      title="Take the answers along"
      description="Whoever opens the link gets a project of their own with these answers. Yours stays as it is."
    >
      <div className="space-y-4">
        {failed ? (
          <Callout tone="stop" role="alert" title="The link could not be made">
            The server did not give the answers. Close this, reload the page and try again.
          </Callout>
        ) : (
          <Field
            id="design-link"
            label="Link"
            hint={
              link.length > LONG_LINK
                ? `${link.length.toLocaleString("en")} characters: some mail and chat programs cut that. Send the file instead.`
                : "The answers stand in the link itself, so anyone who has it can read them. Drafts, reviews and the log do not."
            }
          >
            <div className="flex gap-2">
              <Input
                id="design-link"
                readOnly
                value={link}
                placeholder="Making the link"
                aria-describedby="design-link-hint"
                onFocus={(event) => event.target.select()}
                className="min-w-0 flex-1 font-mono text-xs"
              />
              {link && <CopyButton text={link} label="Copy link" />}
            </div>
          </Field>
        )}
        {link && <LinkCode link={link} />}
        <a href={file} download className={buttonClass()}>
          Download the answers file
        </a>
      </div>
    </Dialog>
  );
}

/** Longest link that a telephone still reads from a screen without trouble, in characters. */
const READABLE_CODE = 1_700;

/** Modules of white around a code; readers want these four (ISO/IEC 18004). */
const QUIET_ZONE = 4;

/** The link as a QR code, for a telephone; drawn only when asked for. */
function LinkCode({ link }: { link: string }) {
  const [modules, setModules] = useState<boolean[][] | null>(null);
  if (link.length > READABLE_CODE)
    return (
      <p className="text-xs text-ink-soft">The design is too large for a QR code that can be read from a screen.</p>
    );
  return (
    <details
      onToggle={async (event) => {
        if (event.currentTarget.open && !modules)
          setModules((await import("uqr")).encode(link, { ecc: "L", border: QUIET_ZONE }).data);
      }}
    >
      <summary className="w-fit py-1 font-semibold">QR code</summary>
      {modules && (
        <svg
          role="img"
          aria-label="QR code of the link"
          viewBox={`0 0 ${modules.length} ${modules.length}`}
          shapeRendering="crispEdges"
          className="mt-2 w-full max-w-[29rem]"
        >
          {/* In any theme: dark on white is what readers look for. */}
          <rect width="100%" height="100%" fill="white" />
          <path
            d={modules.flatMap((row, y) => row.flatMap((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : []))).join("")}
            fill="black"
          />
        </svg>
      )}
    </details>
  );
}
