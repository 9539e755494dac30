import type { RuleView } from "#lib/core/view/rules-view.ts";
import { Callout } from "../ui/callout.tsx";
import { type Tone, ToneMark } from "../ui/tone.tsx";

/** Blockers and warnings are for people; the rest says what the repository will do, and folds (interaction rule book, severities). */
const TONE: Partial<Record<RuleView["severity"], Tone>> = { blocker: "stop", warn: "warn" };

/** The rules that need a person's attention. */
export const weightyRules = (rules: readonly RuleView[]): RuleView[] => rules.filter(({ severity }) => TONE[severity]);

/** A rule beside the decision it concerns most. */
export function RuleNote({ rule }: { rule: RuleView }) {
  return (
    <div className="flex gap-2 border-line border-t px-4 py-2.5">
      <ToneMark tone={TONE[rule.severity] ?? "notice"} className="mt-[3px]" />
      <p className="measure">
        {rule.text} <span className="text-ink-soft">{rule.reason}</span>
      </p>
    </div>
  );
}

/** How the answers act on one another, in words. */
export function RulesList({ rules }: { rules: readonly RuleView[] }) {
  const weighty = weightyRules(rules);
  const light = rules.filter(({ severity }) => !TONE[severity]);
  return (
    <div className="space-y-2">
      {weighty.map((rule) => (
        <Callout key={rule.id} tone={TONE[rule.severity] ?? "notice"} title={rule.text}>
          {rule.reason}
        </Callout>
      ))}
      {light.length > 0 && (
        <details className="rounded border border-line bg-panel">
          <summary className="px-3 py-2 text-ink-soft hover:text-ink">
            {light.length === 1 ? "One more thing follows" : `${light.length} more things follow`} from these answers
          </summary>
          <ul className="space-y-2 border-line border-t px-3 py-2.5">
            {light.map((rule) => (
              <li key={rule.id} className="measure">
                {rule.text} <span className="text-ink-soft">{rule.reason}</span>
              </li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}
