import { ChevronRight } from "lucide-react";
import type { Side, Sides } from "#lib/core/compare/sides.ts";
import type { SideView } from "#lib/core/view/designs-view.ts";
import type { SideGroup } from "#lib/core/view/side-choices.ts";
import { Badge } from "../ui/badge.tsx";
import { Field, Select } from "../ui/field.tsx";

interface Props {
  side: Side;
  groups: readonly SideGroup[];
  reference: string;
  /** Null while nothing can be shown. */
  view: SideView | null;
  onChoose(reference: string): void;
}

const LABEL: Sides<string> = { left: "Left", right: "Right" };

/** What stands on one side: chosen from a list, then what it is in one glance. */
export function SideHead({ side, groups, reference, view, onChoose }: Props) {
  const known = groups.some(({ choices }) => choices.some((choice) => choice.reference === reference));
  return (
    <div className="min-w-0 flex-1 rounded border border-line bg-panel p-3">
      <Field id={`side-${side}`} label={LABEL[side]}>
        <Select id={`side-${side}`} value={reference} onChange={(event) => onChoose(event.target.value)}>
          {!known && <option value={reference}>{view ? `${view.title}, ${view.note}` : "Another design"}</option>}
          {groups.map(({ title, choices }) => (
            <optgroup key={title} label={title}>
              {choices.map((choice) => (
                <option key={choice.reference} value={choice.reference}>
                  {choice.label}
                </option>
              ))}
            </optgroup>
          ))}
        </Select>
      </Field>
      {view && <Facts view={view} />}
    </div>
  );
}

function Facts({ view }: { view: SideView }) {
  return (
    <>
      <p dir="auto" className="mt-3 font-semibold [overflow-wrap:anywhere]">
        {view.title}
      </p>
      <p className="flex flex-wrap items-center gap-x-2 text-xs text-ink-soft">
        <span>{view.note}</span>
        <span>{view.tier}</span>
        {view.tierAssumed && <Badge>assumed</Badge>}
        {view.score && (
          <span className="tabular">
            {view.score.total} of 25, {view.score.band}
          </span>
        )}
      </p>
      <Folded
        title={`${view.missing.length} ${view.missing.length === 1 ? "question is" : "questions are"} open`}
        text="Drawn with their suggestions; none of them is an answer."
        items={view.missing}
      />
      <Folded
        title={`${view.warnings.length} ${view.warnings.length === 1 ? "part is" : "parts are"} left out`}
        text="This design was made by another version or by hand."
        items={view.warnings.map(({ path, message }) => `${path}: ${message}`)}
      />
      <Folded title={`${view.gaps.length} without a template yet`} text="" items={view.gaps} />
    </>
  );
}

function Folded({ title, text, items }: { title: string; text: string; items: readonly string[] }) {
  if (items.length === 0) return null;
  return (
    <details className="mt-2 rounded border border-notice/35 bg-notice-soft px-2 text-xs">
      <summary className="flex min-h-7 items-center gap-1 font-semibold">
        <ChevronRight aria-hidden className="size-3 shrink-0 [[open]>summary>&]:rotate-90" />
        {title}
      </summary>
      <div className="pb-2">
        {text && <p>{text}</p>}
        <ul className="list-disc gap-x-6 pl-4 sm:columns-2">
          {items.map((item) => (
            <li key={item} className="[overflow-wrap:anywhere]">
              {item}
            </li>
          ))}
        </ul>
      </div>
    </details>
  );
}
