"use client";
import { ArrowLeftRight, Download } from "lucide-react";
import { usePathname, useRouter } from "next/navigation";
import { useCallback, useTransition } from "react";
import type { Sides } from "#lib/core/compare/sides.ts";
import type { Problem, Result } from "#lib/core/result.ts";
import type { DiffLine } from "#lib/core/view/consequences-view.ts";
import type { DesignsView } from "#lib/core/view/designs-view.ts";
import type { SideGroup } from "#lib/core/view/side-choices.ts";
import { buttonClass, IconButton } from "../ui/button.tsx";
import { Callout } from "../ui/callout.tsx";
import { cx } from "../ui/cx.ts";
import { Skeleton } from "../ui/skeleton.tsx";
import { DesignsCompared } from "./designs-compared.tsx";
import { PastedDesign } from "./pasted-design.tsx";
import { SideHead } from "./side-head.tsx";
import { usePasted, type Wanted } from "./use-pasted.ts";

interface Props {
  groups: readonly SideGroup[];
  left: string;
  right: string;
  /** Null where a side is pasted, or where a reference stands for nothing. */
  view: DesignsView | null;
  problems: readonly Problem[];
  look(wanted: Wanted): Promise<Result<DesignsView>>;
  linesOf(wanted: Wanted, path: string): Promise<Result<DiffLine[]>>;
}

/** Two designs side by side; which two stands in the address. */
export function DesignCompare({ groups, left, right, view: rendered, problems: refused, look, linesOf }: Props) {
  const router = useRouter();
  const path = usePathname();
  const [busy, begin] = useTransition();
  const pasted = usePasted({ left, right }, look);
  const { documents, pastedSides } = pasted;
  const active = pastedSides.length > 0;
  const view = active ? pasted.view : rendered;
  const problems = active ? pasted.problems : refused;

  const show = (sides: Sides<string>, fragment = location.hash.slice(1)) => {
    const query = new URLSearchParams(location.search);
    for (const name of ["with", "file"]) query.delete(name);
    query.set("left", sides.left);
    query.set("right", sides.right);
    begin(() => router.replace(`${path}?${query}${fragment && `#${fragment}`}`, { scroll: false }));
  };
  const diffOf = useCallback(
    (file: string) => linesOf({ left, right, documents: { left: documents.left, right: documents.right } }, file),
    [linesOf, left, right, documents.left, documents.right],
  );

  return (
    <>
      <div className="mt-6 flex flex-col items-stretch gap-2 md:flex-row md:items-start">
        <SideHead
          side="left"
          groups={groups}
          reference={left}
          view={view?.left ?? null}
          onChoose={(next) => show({ left: next, right })}
        />
        <IconButton
          label="Swap the sides"
          look="secondary"
          className="self-center md:mt-9 md:self-start"
          onClick={() => show({ left: right, right: left }, pasted.swap())}
        >
          <ArrowLeftRight aria-hidden className="size-4 rotate-90 md:rotate-0" />
        </IconButton>
        <SideHead
          side="right"
          groups={groups}
          reference={right}
          view={view?.right ?? null}
          onChoose={(next) => show({ left, right: next })}
        />
      </div>
      {active && (
        <div className={cx("mt-4 grid grid-cols-1 items-start gap-4", pastedSides.length > 1 && "md:grid-cols-2")}>
          {pastedSides.map((side) => (
            <PastedDesign
              key={side}
              side={side}
              alone={pastedSides.length === 1}
              there={documents[side] !== undefined}
              onPaste={(text) => pasted.paste(side, text)}
            />
          ))}
        </div>
      )}
      {problems.length > 0 && (
        <Callout tone="stop" role="alert" title="These cannot be compared" className="mt-4">
          {problems.map(({ path: at, message, hint }) => (
            <p key={at + message}>
              {at.includes(".") && <code className="font-semibold">{at} </code>}
              {message} {hint}
            </p>
          ))}
        </Callout>
      )}
      {pasted.waiting && <Skeleton className="mt-6 h-64 w-full" />}
      {view && (
        <div className={cx("mt-6 transition-opacity", busy && "opacity-60")} aria-busy={busy}>
          <DesignsCompared
            key={`${left} ${right}`}
            view={view}
            names={namesOf(view)}
            diffOf={diffOf}
            actions={<PatchButton path={path} left={left} right={right} documents={documents} />}
          />
        </div>
      )}
    </>
  );
}

/** By what the sides differ: their titles, or else which one of that title, or else where they stand. */
function namesOf({ left, right }: DesignsView): Sides<string> {
  if (left.title !== right.title) return { left: left.title, right: right.title };
  return left.note === right.note
    ? { left: "Left", right: "Right" }
    : { left: begun(left.note), right: begun(right.note) };
}

const begun = (words: string): string => words.slice(0, 1).toUpperCase() + words.slice(1);

function PatchButton({ path, left, right, documents }: Wanted & { path: string }) {
  const words = (
    <>
      <Download aria-hidden className="size-3.5" /> Download as a patch
    </>
  );
  if (documents.left === undefined && documents.right === undefined)
    return (
      <a
        href={`${path}/patch?${new URLSearchParams({ left, right })}`}
        download
        className={buttonClass("secondary", "sm")}
      >
        {words}
      </a>
    );
  return (
    <form action={`${path}/patch`} method="post">
      <input type="hidden" name="left" value={left} />
      <input type="hidden" name="right" value={right} />
      {Object.entries(documents).map(([side, document]) => (
        <input key={side} type="hidden" name={`document-${side}`} value={document} />
      ))}
      <button type="submit" className={buttonClass("secondary", "sm")}>
        {words}
      </button>
    </form>
  );
}
