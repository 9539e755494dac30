import type { ComponentProps, ReactNode } from "react";
import { cx } from "./cx.ts";
import { ToneMark } from "./tone.tsx";

const CONTROL =
  "w-full rounded border border-line-strong bg-panel px-3 text-ink placeholder:text-ink-soft/90 hover:border-ink-soft aria-invalid:border-stop disabled:bg-sunk disabled:text-ink-soft";

export interface FieldMessage {
  message: string;
  hint?: string | undefined;
}

interface FieldProps {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  problems?: readonly FieldMessage[];
  children: ReactNode;
  /** The label is there for screen readers only, because a heading beside it says the same. */
  labelHidden?: boolean;
  className?: string;
}

/** Label, control, hint and messages, tied together by ids `<id>-hint` and `<id>-problem`. */
export function Field({ id, label, hint, problems = [], children, labelHidden, className }: FieldProps) {
  return (
    <div className={cx("space-y-1.5", className)}>
      <label htmlFor={id} className={labelHidden ? "sr-only" : "block font-semibold"}>
        {label}
      </label>
      {children}
      {hint && (
        <p id={`${id}-hint`} className="measure text-xs text-ink-soft">
          {hint}
        </p>
      )}
      <Messages id={`${id}-problem`} problems={problems} />
    </div>
  );
}

/** Problems at the place where they happened; announced when they appear. */
export function Messages({ id, problems }: { id: string; problems: readonly FieldMessage[] }) {
  return (
    <div id={id} aria-live="polite">
      {problems.map((problem) => (
        <p key={problem.message} className="flex gap-1.5 py-0.5 text-stop">
          <ToneMark tone="stop" className="mt-[3px]" />
          <span className="measure">
            {problem.message}
            {problem.hint && <span className="text-ink"> {problem.hint}</span>}
          </span>
        </p>
      ))}
    </div>
  );
}

/** The ARIA that ties a control to its field. */
export const describedBy = (id: string, problems: readonly FieldMessage[] = [], hint = false) => ({
  "aria-invalid": problems.length > 0 || undefined,
  "aria-describedby":
    [hint && `${id}-hint`, problems.length > 0 && `${id}-problem`].filter(Boolean).join(" ") || undefined,
});

export function Input({ className, ...rest }: ComponentProps<"input">) {
  return <input autoComplete="off" className={cx(CONTROL, "h-9", className)} {...rest} />;
}

/** Grows with its text where the browser can. */
export function TextArea({ className, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      className={cx(CONTROL, "field-sizing-content max-h-[28rem] min-h-20 resize-y py-2", className)}
      {...rest}
    />
  );
}

/** A single line that may be long: it wraps instead of hiding its end, and Enter is left to the page. */
export function LineArea({ className, onChange, ...rest }: ComponentProps<"textarea">) {
  return (
    <textarea
      rows={1}
      data-one-line
      className={cx(CONTROL, "field-sizing-content block min-h-9 resize-none py-[0.4375rem]", className)}
      onChange={(event) => {
        event.target.value = event.target.value.replace(/\s*\n\s*/g, " ");
        onChange?.(event);
      }}
      {...rest}
    />
  );
}

export function Select({ className, children, ...rest }: ComponentProps<"select">) {
  return (
    <select className={cx(CONTROL, "h-9 pr-2", className)} {...rest}>
      {children}
    </select>
  );
}

/** A box to tick with its words; the whole line is the target. */
export function Checkbox({ label, className, ...rest }: Omit<ComponentProps<"input">, "type"> & { label: ReactNode }) {
  return (
    <label className={cx("flex min-h-8 items-start gap-2.5 py-1.5", className)}>
      <input type="checkbox" className="mt-0.5 size-4 shrink-0 accent-accent" {...rest} />
      <span className="min-w-0">{label}</span>
    </label>
  );
}
