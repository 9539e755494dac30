"use client";
import { ChevronDown } from "lucide-react";
import { lazy, Suspense, useState } from "react";
import type { PushView } from "#lib/core/view/push-view.ts";
import { Button } from "../../ui/button.tsx";
import { cx } from "../../ui/cx.ts";
import { Skeleton } from "../../ui/skeleton.tsx";
import type { SignInActions } from "./sign-in-actions.ts";

const PushForm = lazy(() => import("./push-form.tsx").then((loaded) => ({ default: loaded.PushForm })));

/** The way out to GitHub or GitLab; its form is loaded when it is asked for. */
export function PushPanel({ push, actions }: { push: PushView; actions: SignInActions }) {
  const [open, setOpen] = useState(false);
  return (
    <section aria-labelledby="push" className="rounded border border-line bg-panel">
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2 px-4 py-3">
        <div className="min-w-[14rem] flex-1">
          <h2 id="push" className="font-semibold">
            GitHub or GitLab
          </h2>
          <p className="text-ink-soft">
            Into a repository of its own, or as a branch with a request to merge it into one that exists.
          </p>
        </div>
        <Button
          aria-expanded={open}
          aria-controls="push-form"
          disabled={push.files === 0}
          icon={<ChevronDown aria-hidden className={cx("size-4 transition-transform", open && "rotate-180")} />}
          onClick={() => setOpen(!open)}
        >
          {push.files === 0 ? "Nothing is accepted yet" : "Push it"}
        </Button>
      </div>
      <div id="push-form" hidden={!open} className="border-t border-line px-4 py-4">
        {open && (
          <Suspense fallback={<Skeleton className="h-96" />}>
            <PushForm push={push} actions={actions} />
          </Suspense>
        )}
      </div>
    </section>
  );
}
