import type { Problem } from "#lib/core/result.ts";
import type { DecisionLive, DecisionText } from "#lib/core/view/decision-view.ts";

/** What every field of a decision gets; it knows its kind, never its decision. */
export interface FieldProps {
  text: DecisionText;
  live: DecisionLive;
  /** The value to show: stored, or on its way. */
  value: unknown;
  problems: readonly Problem[];
  /** Id of the control; `<id>-problem` holds the messages. */
  id: string;
  /** Options show everything about themselves. */
  unfolded?: boolean;
  onChange(value: unknown): void;
}
