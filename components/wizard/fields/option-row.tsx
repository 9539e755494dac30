import { Check, ChevronDown } from "lucide-react";
import { useState } from "react";
import type { OptionText } from "#lib/core/view/decision-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { cx } from "../../ui/cx.ts";

interface Props {
  option: OptionText;
  type: "radio" | "checkbox";
  name: string;
  id: string;
  checked: boolean;
  suggested: boolean;
  /** Why it is over the tier's ceiling. */
  ceiling: string | undefined;
  /** Nothing is written for it yet. */
  untemplated: boolean;
  unfolded: boolean;
  digit: number;
  describedBy?: string | undefined;
  onSelect(): void;
}

/** One option: title and one line; when to choose it, what it costs and what it adds unfold when chosen or asked for. */
export function OptionRow({
  option,
  type,
  name,
  id,
  checked,
  suggested,
  ceiling,
  untemplated,
  unfolded,
  digit,
  describedBy,
  onSelect,
}: Props) {
  const [open, setOpen] = useState(false);
  const facts = [
    ["Choose when", option.chooseWhen],
    ["Costs", option.costs],
    ["Changes", option.changes],
    [
      "Drafts",
      untemplated ? "Files that depend on it come as sub-prompts for an agent, without a built-in draft." : "",
    ],
  ].filter(([, fact]) => fact);
  const shown = open || checked || unfolded;
  return (
    <div
      className={cx(
        "relative border-line border-b transition-colors duration-[120ms] last:border-b-0",
        checked ? "bg-accent-soft" : "hover:bg-sunk/60",
      )}
    >
      <div className="flex items-start">
        <label htmlFor={id} className="flex min-w-0 flex-1 items-start gap-3 py-2.5 pl-4">
          <input
            id={id}
            type={type}
            name={name}
            checked={checked}
            aria-describedby={describedBy}
            onChange={onSelect}
            data-digit={digit}
            data-option={option.id}
            className="peer sr-only"
          />
          <Mark type={type} checked={checked} />
          <span className="min-w-0 flex-1">
            <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
              <span className="font-semibold">{option.label}</span>
              {suggested && <Badge tone="accent">Suggested</Badge>}
              {ceiling && <Badge tone="warn">Over the ceiling</Badge>}
              {untemplated && <Badge>No template yet</Badge>}
            </span>
            {option.summary && <span className="mt-0.5 block text-ink-soft">{option.summary}</span>}
          </span>
        </label>
        <div className="flex items-center gap-1 py-1.5 pr-2 pl-1">
          <kbd aria-hidden className="hidden w-4 text-center text-xs text-ink-soft lg:block">
            {digit <= 9 ? digit : ""}
          </kbd>
          {facts.length > 0 && (checked || unfolded) && <span aria-hidden className="size-8" />}
          {facts.length > 0 && !checked && !unfolded && (
            <button
              type="button"
              aria-expanded={open}
              aria-label={`About ${option.label}`}
              onClick={() => setOpen(!open)}
              className="grid size-8 place-items-center rounded text-ink-soft hover:bg-sunk hover:text-ink"
            >
              <ChevronDown
                aria-hidden
                className={cx("size-4 transition-transform duration-[120ms]", open && "rotate-180")}
              />
            </button>
          )}
        </div>
      </div>
      {shown && (facts.length > 0 || ceiling) && (
        <dl className="animate-rise grid gap-x-4 gap-y-1 pr-4 pb-3 pl-11 text-xs sm:grid-cols-[6rem_1fr]">
          {facts.map(([name, fact]) => (
            <Fact key={name} name={name as string} fact={fact as string} />
          ))}
          {ceiling && <Fact name="Ceiling" fact={ceiling} warn />}
        </dl>
      )}
    </div>
  );
}

function Fact({ name, fact, warn }: { name: string; fact: string; warn?: boolean }) {
  return (
    <>
      <dt className={cx("font-semibold", warn ? "text-warn" : "text-ink-soft")}>{name}</dt>
      <dd className="measure">{fact}</dd>
    </>
  );
}

function Mark({ type, checked }: { type: "radio" | "checkbox"; checked: boolean }) {
  return (
    <span
      aria-hidden
      className={cx(
        "mt-0.5 grid size-4 shrink-0 place-items-center border peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent",
        type === "radio" ? "rounded-full" : "rounded-sm",
        checked ? "border-accent bg-accent text-on-accent" : "border-line-strong bg-panel",
      )}
    >
      {checked &&
        (type === "radio" ? (
          <span className="size-1.5 rounded-full bg-current forced-colors:bg-[CanvasText]" />
        ) : (
          <Check className="size-3" strokeWidth={3} />
        ))}
    </span>
  );
}
