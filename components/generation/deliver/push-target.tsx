import { FORGES, type PushOrder } from "#lib/core/delivery/push-order.ts";
import type { Problem } from "#lib/core/result.ts";
import type { PushView } from "#lib/core/view/push-view.ts";
import { describedBy, Field, Input } from "../../ui/field.tsx";
import { PushChoice } from "./push-choice.tsx";

interface Props {
  push: PushView;
  order: PushOrder;
  problems: readonly Problem[];
  onChange(change: Partial<PushOrder>): void;
}

const hostOf = (site: string): string => site.replace(/^https?:\/\//, "");

/** Where a push goes: which forge, new or existing, and the names. */
export function PushTarget({ push, order, problems, onChange }: Props) {
  const { label, request, group, perTask } = FORGES[order.forge];
  const at = (path: string) => problems.filter((problem) => problem.path === path);
  const text = (path: "owner" | "name" | "branch") => ({
    id: `push-${path}`,
    value: order[path],
    spellCheck: false,
    className: "font-mono text-xs",
    ...describedBy(`push-${path}`, at(path), path === "owner"),
    onChange: (event: { target: { value: string } }) => onChange({ [path]: event.target.value.trim() }),
  });
  return (
    <>
      <PushChoice
        legend="Where"
        name="push-forge"
        value={order.forge}
        options={(["github", "gitlab"] as const).map((id) => ({
          id,
          label: FORGES[id].label,
          hint: hostOf(push.sites[id]),
        }))}
        onChange={(forge) => onChange({ forge, history: FORGES[forge].perTask ? order.history : "one" })}
      />
      <PushChoice
        legend="Into"
        name="push-into"
        value={order.into}
        options={[
          { id: "new", label: "A new repository", hint: "Made for this delivery." },
          {
            id: "branch",
            label: `A branch with a ${request}`,
            hint: "Of a repository that exists; what stands there stays.",
          },
        ]}
        onChange={(into) => onChange({ into })}
      />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field
          id="push-owner"
          label="Owner"
          hint={
            order.into === "new"
              ? `Your account or a ${group}; empty for the account of the token.`
              : `The account or ${group} in the repository’s address.`
          }
          problems={at("owner")}
        >
          <Input {...text("owner")} />
        </Field>
        <Field id="push-name" label="Repository" problems={at("name")}>
          <Input {...text("name")} />
        </Field>
      </div>
      {order.into === "branch" && (
        <Field id="push-branch" label="Branch" problems={at("branch")}>
          <Input {...text("branch")} />
        </Field>
      )}
      {order.into === "new" && (
        <PushChoice
          legend="Who may see it"
          name="push-visibility"
          value={order.visibility}
          options={[
            { id: "private", label: "Private", hint: "Those whom you let in." },
            { id: "public", label: "Public", hint: "Everyone." },
          ]}
          onChange={(visibility) => onChange({ visibility })}
        />
      )}
      <PushChoice
        legend="History"
        name="push-history"
        value={order.history}
        options={[
          { id: "one", label: "One commit", hint: "The whole delivery at once." },
          {
            id: "tasks",
            label: perTask ? `${push.commits} commits` : "One for each task",
            hint: perTask
              ? `One for each accepted task, with who accepted it and when; takes about ${minutes(push.commits)}.`
              : `${label} moves the branch with each commit, so it would show half of it. The zip can hold this history.`,
            disabled: !perTask,
          },
        ]}
        onChange={(history) => onChange({ history })}
      />
    </>
  );
}

/** GitHub asks for a second between requests that write; a commit takes two. */
const minutes = (commits: number): string => (commits <= 30 ? "a minute" : `${Math.ceil((commits * 2) / 60)} minutes`);
