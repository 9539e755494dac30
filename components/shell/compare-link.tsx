import { Columns2 } from "lucide-react";
import { buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";

/** The way to this design beside its past, another one, or one from elsewhere. */
export function CompareLink({ projectId }: { projectId: string }) {
  return (
    <Link
      href={`/p/${projectId}/compare`}
      prefetch={false}
      className={buttonClass("quiet", "sm")}
      aria-label="Compare designs"
    >
      <Columns2 aria-hidden className="size-4" />
      <span className="hidden sm:inline">Compare</span>
    </Link>
  );
}
