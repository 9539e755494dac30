"use client";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useState } from "react";
import { FORGES, type PushOrder, pushProblems } from "#lib/core/delivery/push-order.ts";
import type { Problem } from "#lib/core/result.ts";
import type { PushView, SignIn } from "#lib/core/view/push-view.ts";
import { Button } from "../../ui/button.tsx";
import { Checkbox } from "../../ui/field.tsx";
import { ProblemList } from "../problem-list.tsx";
import { PushByHand } from "./push-by-hand.tsx";
import { PushChoice } from "./push-choice.tsx";
import { PushProgress } from "./push-progress.tsx";
import { PushSignIn } from "./push-sign-in.tsx";
import { PushTarget } from "./push-target.tsx";
import { PushToken } from "./push-token.tsx";
import type { SignInActions } from "./sign-in-actions.ts";
import { usePush } from "./use-push.ts";

/** Problems that stand at a field; the others stand together above the button. */
const AT_FIELDS = ["owner", "name", "branch", "token"];

/** Where to push, as whom, what will be there, and how far it is. */
export function PushForm({ push, actions }: { push: PushView; actions: SignInActions }) {
  const router = useRouter();
  const { progress, push: start } = usePush(push.projectId);
  const [order, setOrder] = useState<PushOrder>({
    forge: "github",
    into: "new",
    owner: "",
    name: push.name,
    visibility: "private",
    branch: push.branch,
    history: "one",
  });
  const [found, setFound] = useState<readonly Problem[]>([]);
  const [token, setToken] = useState("");
  const [withCode, setWithCode] = useState(push.signIn);
  const [signIn, setSignIn] = useState<SignIn | null>(null);
  const [report, setReport] = useState(false);
  const [knowing, setKnowing] = useState(false);
  const running = progress.state === "running";
  const bySignIn = withCode && push.signIn && order.forge === "github";
  const problems = found.length > 0 ? found : progress.problems;

  // What was pushed stands in the log below, and a token that has done its work leaves the page.
  useEffect(() => {
    if (progress.state !== "done") return;
    setToken("");
    setSignIn(null);
    router.refresh();
  }, [progress.state, router]);
  useEffect(() => {
    if (problems.length > 0) document.querySelector<HTMLElement>("#push-form [aria-invalid]")?.focus();
  }, [problems]);

  const canSignIn = push.signIn;
  useEffect(() => {
    if (canSignIn)
      actions.state().then(
        (current) => current.ok && setSignIn(current.value),
        () => undefined,
      );
  }, [canSignIn, actions]);

  const change = (part: Partial<PushOrder>) => {
    setFound([]);
    setOrder({ ...order, ...part });
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const wrong = pushProblems(order);
    setFound(wrong);
    if (wrong.length === 0) void start({ order, without: push.without, report, token: bySignIn ? "" : token });
  };
  const ready = (bySignIn ? signIn?.state === "granted" : token.trim() !== "") && (push.without === 0 || knowing);
  return (
    <form onSubmit={submit} className="space-y-5">
      <fieldset disabled={running} className="space-y-5">
        <legend className="sr-only">Push</legend>
        <PushTarget push={push} order={order} problems={problems} onChange={change} />
        {push.signIn && order.forge === "github" && (
          <PushChoice
            legend="As whom"
            name="push-as"
            value={withCode ? "code" : "token"}
            options={[
              { id: "code", label: "Sign in with a code", hint: "On GitHub, for this push." },
              { id: "token", label: "Paste a token", hint: "Made by you, for this push." },
            ]}
            onChange={(way) => setWithCode(way === "code")}
          />
        )}
        {bySignIn ? (
          <PushSignIn actions={actions} signIn={signIn} onChange={setSignIn} />
        ) : (
          <PushToken
            push={push}
            order={order}
            token={token}
            problems={problems.filter(({ path }) => path === "token")}
            onChange={setToken}
          />
        )}
        <Checkbox
          label={
            <>
              With the report: <code>docs/design-report.md</code>, named by the manifest
            </>
          }
          checked={report}
          onChange={(event) => setReport(event.target.checked)}
        />
        <Preview push={push} order={order} files={push.files + (report ? 1 : 0)} />
        {push.without > 0 && (
          <Checkbox
            label={`I know that ${push.without === 1 ? "one file" : `${push.without} files`} of the plan will not be in it. The manifest names what is missing.`}
            checked={knowing}
            onChange={(event) => setKnowing(event.target.checked)}
          />
        )}
      </fieldset>
      <PushProgress progress={progress} order={order} />
      <ProblemList
        title="The push broke off"
        problems={problems.filter(({ path }) => !AT_FIELDS.includes(path) || (bySignIn && path === "token"))}
      />
      <Button type="submit" look="primary" disabled={running || !ready}>
        {running
          ? "Pushing"
          : progress.state === "refused"
            ? "Continue the push"
            : `Push to ${FORGES[order.forge].label}`}
      </Button>
      <PushByHand push={push} order={order} />
    </form>
  );
}

/** What will be there afterwards, in one sentence. */
function Preview({ push, order, files }: { push: PushView; order: PushOrder; files: number }) {
  const host = push.sites[order.forge].replace(/^https?:\/\//, "");
  const commits = order.history === "tasks" ? push.commits : order.forge === "github" && order.into === "new" ? 2 : 1;
  const workflows =
    push.workflows === 0 ? "" : `, ${push.workflows === 1 ? "one workflow" : `${push.workflows} workflows`} among them`;
  return (
    <p className="measure rounded bg-sunk px-3 py-2 text-ink-soft">
      <strong className="text-ink">{files} files</strong>
      {workflows}, in {commits === 1 ? "one commit" : `${commits} commits`},{" "}
      {order.into === "new" ? `into a new ${order.visibility} repository` : `on the branch ${order.branch}`}:{" "}
      <span className="wrap-anywhere">
        {host}/{order.owner || "…"}/{order.name}
      </span>
      . Nothing is overwritten, and a branch never moves backwards.
      {commits === 2 &&
        order.history === "one" &&
        " GitHub takes no objects into an empty repository, so the answers come first, as a commit of their own."}
    </p>
  );
}
