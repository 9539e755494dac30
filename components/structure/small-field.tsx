import type { ComponentProps, ReactNode } from "react";
import type { Problem } from "#lib/core/result.ts";
import { cx } from "../ui/cx.ts";
import { describedBy, Input, Messages, Select } from "../ui/field.tsx";

interface Shared {
  id: string;
  label: string;
  problems: readonly Problem[];
  className?: string;
}

/** A labelled input for dense editors: small label, messages below. */
export function SmallInput({
  id,
  label,
  problems,
  className,
  ...rest
}: Shared & Omit<ComponentProps<"input">, "id" | "className">) {
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={id} className="mb-1 block text-xs text-ink-soft">
        {label}
      </label>
      <Input id={id} {...rest} {...describedBy(id, problems)} />
      <Messages id={`${id}-problem`} problems={problems} />
    </div>
  );
}

export function SmallSelect({
  id,
  label,
  problems,
  className,
  children,
  ...rest
}: Shared & { children: ReactNode } & Omit<ComponentProps<"select">, "id" | "className" | "children">) {
  return (
    <div className={cx("min-w-0", className)}>
      <label htmlFor={id} className="mb-1 block text-xs text-ink-soft">
        {label}
      </label>
      <Select id={id} {...rest} {...describedBy(id, problems)}>
        {children}
      </Select>
      <Messages id={`${id}-problem`} problems={problems} />
    </div>
  );
}
