import { MessagesSquare } from "lucide-react";
import { buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";

/** The way to links and comments, with how many threads wait. */
export function ShareLink({ projectId, open }: { projectId: string; open: number }) {
  return (
    <Link
      href={`/p/${projectId}/share${open > 0 ? "#comments" : ""}`}
      prefetch={false}
      className={buttonClass("quiet", "sm")}
    >
      <MessagesSquare aria-hidden className="size-4" />
      <span className="sr-only sm:not-sr-only">Share</span>
      {open > 0 && (
        <span className="tabular rounded-full bg-accent px-1.5 text-on-accent">
          {open}
          <span className="sr-only"> open {open === 1 ? "comment" : "comments"}</span>
        </span>
      )}
    </Link>
  );
}
