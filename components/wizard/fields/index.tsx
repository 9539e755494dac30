import { type ComponentType, lazy } from "react";
import type { DecisionText } from "#lib/core/view/decision-view.ts";
import type { FieldProps } from "../field-props.ts";
import { ChoiceField } from "./choice-field.tsx";
import { ChoicesField } from "./choices-field.tsx";
import { ListField } from "./list-field.tsx";
import { TextField } from "./text-field.tsx";

/** A field per kind of decision; the editors of the structure stage come only with the pages that need them. */
export const FIELDS = {
  choice: ChoiceField,
  choices: ChoicesField,
  "number-choice": ChoiceField,
  toggle: ChoiceField,
  text: TextField,
  list: ListField,
  resources: lazy(() =>
    import("../../structure/resources-field.tsx").then((module) => ({ default: module.ResourcesField })),
  ),
  modules: lazy(() => import("../../structure/modules-field.tsx").then((module) => ({ default: module.ModulesField }))),
  paths: lazy(() => import("../../structure/paths-field.tsx").then((module) => ({ default: module.PathsField }))),
  guided: lazy(() => import("../../structure/guided-field.tsx").then((module) => ({ default: module.GuidedField }))),
} as const satisfies Record<DecisionText["kind"], ComponentType<FieldProps>>;
