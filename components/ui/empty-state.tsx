import type { ReactNode } from "react";

/** What will be here, and the one thing to do. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="rounded border border-dashed border-line-strong/60 px-5 py-6 text-center">
      <p className="font-semibold">{title}</p>
      {children && <div className="measure mx-auto mt-1 text-ink-soft">{children}</div>}
      {action && <div className="mt-4 flex justify-center">{action}</div>}
    </div>
  );
}
