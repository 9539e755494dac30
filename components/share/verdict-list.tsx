import type { GivenVerdict } from "#lib/core/share/discussion.ts";
import { whenWords } from "#lib/core/view/when.ts";
import { Badge } from "../ui/badge.tsx";

interface Props {
  verdicts: readonly GivenVerdict[];
  now: number;
  /** Names the link each came through; what the owner calls a link is nobody else's business. */
  links?: boolean;
}

/** The verdicts so far, the newest first. */
export function VerdictList({ verdicts, now, links }: Props) {
  return (
    <ul className="divide-y divide-line rounded border border-line bg-panel">
      {verdicts.map((given) => (
        <li key={given.version} className="space-y-1 px-4 py-3">
          <p className="flex flex-wrap items-center gap-2">
            <strong dir="auto">{given.name}</strong>
            {given.verdict === "approve" ? (
              <Badge tone="good">approved</Badge>
            ) : (
              <Badge tone="warn">requested changes</Badge>
            )}
            {!given.current && <Badge>for an earlier design</Badge>}
            {given.replaced && <Badge>replaced later</Badge>}
            <span className="text-xs text-ink-soft">
              {whenWords(given.at, now)}
              {links && `, through “${given.link}”`}
            </span>
          </p>
          {given.text && (
            <p dir="auto" className="measure whitespace-pre-wrap">
              {given.text}
            </p>
          )}
        </li>
      ))}
    </ul>
  );
}
