import { Callout } from "../ui/callout.tsx";
import { Link } from "../ui/link.tsx";

/** Decisions nobody has taken although the design depends on them; shown even when the score is perfect. */
export function MissingDecisions({ missing }: { missing: readonly { label: string; href: string }[] }) {
  return (
    <Callout
      tone="notice"
      title={missing.length === 1 ? "One decision is still open" : `${missing.length} decisions are still open`}
    >
      <ul className="list-disc space-y-0.5 pl-4">
        {missing.map(({ label, href }) => (
          <li key={label}>
            <Link
              href={href}
              className="rounded underline decoration-line-strong underline-offset-2 hover:decoration-accent"
            >
              {label}
            </Link>
          </li>
        ))}
      </ul>
    </Callout>
  );
}
