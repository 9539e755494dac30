import { describedBy, Input, LineArea, TextArea } from "../../ui/field.tsx";
import type { FieldProps } from "../field-props.ts";
import { useTypedText } from "./use-typed-text.ts";

/** From so many characters on, a line is likely to be longer than its field is wide. */
const LONG = 120;

/** Free text; stored shortly after the last key and at once when the field is left. */
export function TextField({ text, value, problems, id, onChange }: FieldProps) {
  const typed = useTypedText(typeof value === "string" ? value : "", (next) => onChange(next === "" ? null : next));
  const shared = {
    id,
    "aria-labelledby": `${id}-ask`,
    value: typed.text,
    placeholder: text.placeholder,
    spellCheck: text.multiline ?? false,
    dir: "auto" as const,
    onBlur: typed.leave,
    ...describedBy(id, problems),
  };
  const length = [...typed.text].length;
  const near = text.maxLength !== undefined && length > text.maxLength * 0.7;
  return (
    <div className="px-4 pb-3">
      {text.multiline ? (
        <TextArea {...shared} rows={2} onChange={(event) => typed.type(event.target.value)} />
      ) : (text.maxLength ?? 0) > LONG ? (
        <LineArea {...shared} onChange={(event) => typed.type(event.target.value)} />
      ) : (
        <Input {...shared} onChange={(event) => typed.type(event.target.value)} />
      )}
      {near && (
        <p className="tabular mt-1 text-right text-xs text-ink-soft">
          {length} of {text.maxLength} characters
        </p>
      )}
    </div>
  );
}
