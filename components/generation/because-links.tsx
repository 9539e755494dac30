interface Cause {
  path: string;
  label: string;
  words: string;
  href: string;
}

/** Why a file is there: the decisions behind it, each a way back to it. */
export function BecauseLinks({ because }: { because: readonly Cause[] }) {
  if (because.length === 0) return <p className="text-xs text-ink-soft">Every repository of this kind has it.</p>;
  return (
    <ul aria-label="Because of these decisions" className="flex flex-wrap gap-1.5 text-xs">
      {because.map((cause) => (
        <li key={cause.path}>
          <a
            href={cause.href}
            className="block rounded border border-line bg-sunk px-1.5 py-0.5 hover:border-accent hover:text-accent"
          >
            {cause.label}
            {cause.words && (
              <span className="text-ink-soft">
                : {cause.words.length > 60 ? `${cause.words.slice(0, 58)}…` : cause.words}
              </span>
            )}
          </a>
        </li>
      ))}
    </ul>
  );
}
