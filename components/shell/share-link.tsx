import { MessagesSquare } from "lucide-react";
import Link from "next/link";
import { buttonClass } from "../ui/button.tsx";

/** The way to links and comments, with how many threads wait. */
export function ShareLink({ projectId, open }: { projectId: string; open: number }) {
  return (
    <Link
      href={`/p/${projectId}/share`}
      prefetch={false}
      className={buttonClass("quiet", "sm")}
      aria-label={open > 0 ? `Share, ${open} open ${open === 1 ? "comment" : "comments"}` : "Share"}
    >
      <MessagesSquare aria-hidden className="size-4" />
      <span className="hidden sm:inline">Share</span>
      {open > 0 && <span className="tabular rounded-full bg-accent px-1.5 text-on-accent">{open}</span>}
    </Link>
  );
}
