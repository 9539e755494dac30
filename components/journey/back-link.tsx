import { ArrowLeft } from "lucide-react";
import type { JourneyView } from "#lib/core/view/journey-view.ts";
import { buttonClass } from "../ui/button.tsx";
import { Link } from "../ui/link.tsx";

export interface StepBefore {
  title: string;
  href: string;
}

/** The step before this one, where there is one. */
export function stepBefore({ projectId, steps }: JourneyView, step: string): StepBefore | null {
  const before = steps[steps.findIndex((one) => one.step === step) - 1];
  return before ? { title: before.title, href: `/p/${projectId}/${before.href}` } : null;
}

/** The way back in the bar; on a phone the line at the top leads there. */
export function BackLink({ title, href }: StepBefore) {
  return (
    <span className="hidden md:block">
      <Link href={href} className={buttonClass("quiet")}>
        <ArrowLeft aria-hidden className="size-4" />
        <span>
          <span className="sr-only">Back to </span>
          {title}
        </span>
      </Link>
    </span>
  );
}
