interface Cause {
  path: string;
  label: string;
  words: string;
  href: string;
}

/** How many stand there at once; the most telling come first. */
const SHOWN = 5;
const CUT = 48;

/** Why a file is there: the decisions behind it, each a way back to it. */
export function BecauseLinks({ because, onFollow }: { because: readonly Cause[]; onFollow?(): void }) {
  if (because.length === 0) return <p className="text-xs text-ink-soft">Every repository of this kind has it.</p>;
  const more = because.slice(SHOWN);
  return (
    <div className="space-y-1.5 text-xs">
      <Causes label="Because of these decisions" because={because.slice(0, SHOWN)} onFollow={onFollow} />
      {more.length > 0 && (
        <details>
          <summary className="inline-block rounded text-ink-soft underline decoration-line-strong underline-offset-2 hover:text-ink">
            {more.length === 1 ? "and one more decision" : `and ${more.length} more decisions`}
          </summary>
          <div className="mt-1.5">
            <Causes label="Further decisions" because={more} onFollow={onFollow} />
          </div>
        </details>
      )}
    </div>
  );
}

function Causes({
  label,
  because,
  onFollow,
}: {
  label: string;
  because: readonly Cause[];
  onFollow?: (() => void) | undefined;
}) {
  return (
    <ul aria-label={label} className="flex flex-wrap gap-1.5">
      {because.map((cause) => (
        <li key={cause.path}>
          <a
            href={cause.href}
            onClick={onFollow}
            className="block rounded border border-line bg-sunk px-1.5 py-0.5 hover:border-accent hover:text-accent"
          >
            {cause.label}
            {cause.words && <span className="text-ink-soft">: {shortened(cause.words)}</span>}
          </a>
        </li>
      ))}
    </ul>
  );
}

const shortened = (words: string): string => (words.length > CUT ? `${words.slice(0, CUT - 1)}…` : words);
