import { TEXT_LENGTHS } from "#lib/core/text-lengths.ts";
import { Field, TextArea } from "../ui/field.tsx";
import { useTypedText } from "./fields/use-typed-text.ts";

/** The written reason for an answer that goes against the advice. */
export function ReasonField({
  id,
  asked,
  reason,
  onReason,
}: {
  id: string;
  asked: string;
  reason: string;
  onReason(reason: string): void;
}) {
  const typed = useTypedText(reason, onReason);
  return (
    <div className="animate-rise border-line border-t bg-warn-soft px-4 py-3">
      <Field
        id={`${id}-reason`}
        label={asked}
        hint="Your reason enters the log, the report and a decision record in the repository."
      >
        <TextArea
          id={`${id}-reason`}
          rows={2}
          dir="auto"
          maxLength={TEXT_LENGTHS.reason}
          value={typed.text}
          aria-describedby={`${id}-reason-hint`}
          onChange={(event) => typed.type(event.target.value)}
          onBlur={typed.leave}
        />
      </Field>
    </div>
  );
}
