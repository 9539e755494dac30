import { FORGES, type PushOrder } from "#lib/core/delivery/push-order.ts";
import type { Problem } from "#lib/core/result.ts";
import { type PushView, permissionsFor } from "#lib/core/view/push-view.ts";
import { describedBy, Field, Input } from "../../ui/field.tsx";

interface Props {
  push: PushView;
  order: PushOrder;
  token: string;
  problems: readonly Problem[];
  onChange(token: string): void;
}

/** A token pasted for this push, with what it must be allowed to do. */
export function PushToken({ push, order, token, problems, onChange }: Props) {
  const site = push.sites[order.forge];
  const { label } = FORGES[order.forge];
  const github = order.forge === "github";
  const kind = github
    ? "fine-grained token"
    : order.into === "new"
      ? "access token of yours or of the group"
      : "access token of the project";
  return (
    <Field
      id="push-token"
      label="Token"
      problems={problems}
      hint={
        <>
          A {kind} with {github ? "write access to " : "the scope "}
          <strong>{permissionsFor(order, push.workflows).join(", ")}</strong>.{" "}
          {github && push.workflows > 0 && `Workflows, because ${workflowFiles(push.workflows)} among the files. `}
          <a
            href={`${site}${github ? "/settings/personal-access-tokens/new" : "/-/user_settings/personal_access_tokens"}`}
            target="_blank"
            rel="noreferrer"
            className="underline underline-offset-2"
          >
            Make one on {label}
          </a>
          . It is used for this push and kept nowhere.
        </>
      }
    >
      <Input
        id="push-token"
        type="password"
        value={token}
        autoComplete="off"
        spellCheck={false}
        className="font-mono text-xs"
        {...describedBy("push-token", problems, true)}
        onChange={(event) => onChange(event.target.value)}
      />
    </Field>
  );
}

const workflowFiles = (count: number): string => (count === 1 ? "a workflow file is" : `${count} workflow files are`);
