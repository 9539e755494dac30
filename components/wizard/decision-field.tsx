import { Suspense } from "react";
import type { DecisionText } from "#lib/core/view/decision-view.ts";
import { problemsOfWhole } from "../structure/problems-at.ts";
import { Messages } from "../ui/field.tsx";
import { Skeleton } from "../ui/skeleton.tsx";
import type { FieldProps } from "./field-props.ts";
import { FIELDS } from "./fields/index.tsx";

/** Kinds whose editors show problems at the very place; only those of the whole stand below. */
const EDITORS = new Set<DecisionText["kind"]>(["resources", "modules", "paths"]);

/** The field of a decision's kind, and what is wrong with the answer. */
export function DecisionField(props: FieldProps) {
  const { text, problems, id } = props;
  const FieldOfKind = FIELDS[text.kind];
  return (
    <>
      <Suspense fallback={<Skeleton className="mx-4 mb-4 h-24" />}>
        <FieldOfKind {...props} />
      </Suspense>
      <div className="px-4 has-[p]:pb-3">
        <Messages
          id={`${id}-problem`}
          problems={EDITORS.has(text.kind) ? problemsOfWhole(problems, text.path) : problems}
        />
      </div>
    </>
  );
}
