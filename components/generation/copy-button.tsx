"use client";
import { Check, Copy } from "lucide-react";
import { useState } from "react";
import { Button, type ButtonLook } from "../ui/button.tsx";

const SHOWN_MS = 2000;

/** Copies a text and says so. */
export function CopyButton({ text, label, look = "secondary" }: { text: string; label: string; look?: ButtonLook }) {
  const [state, setState] = useState<"ready" | "copied" | "refused">("ready");
  const copy = async () => {
    const done = await navigator.clipboard.writeText(text).then(
      () => true,
      () => false,
    );
    setState(done ? "copied" : "refused");
    setTimeout(() => setState("ready"), SHOWN_MS);
  };
  const Icon = state === "copied" ? Check : Copy;
  return (
    <Button size="sm" look={look} icon={<Icon aria-hidden className="size-3.5" />} onClick={() => void copy()}>
      <span role="status">
        {state === "copied" ? "Copied" : state === "refused" ? "The browser did not allow it; select and copy" : label}
      </span>
    </Button>
  );
}
