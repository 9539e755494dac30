import { sha256 } from "../sha256.ts";
import type { WorkTask } from "../view/generation-view.ts";
import { sourceLabel } from "../view/task-view.ts";
import { actorWords } from "./log-words.ts";
import type { ReportInput } from "./report-of.ts";
import type { ReportTask } from "./schema.ts";

/** How many findings of one failing check are told; all are counted. */
const SHOWN = 10;

/** One task as the report has it: the file as it stands, what was found about it, what people said. */
export function reportTask(input: ReportInput, task: WorkTask): ReportTask {
  const text = input.texts.get(task.path) ?? null;
  const hash = text === null ? null : sha256(text);
  const known = input.verdicts.get(task.path);
  const proved = known && known.sha256 === hash ? known : undefined;
  const accepted = task.state.status === "accepted";
  const drafts = input.drafts.filter(({ path }) => path === task.path);
  const source = drafts.find((draft) => draft.sha256 === hash)?.source ?? (text === null ? null : "template");
  return {
    id: task.id,
    path: task.path,
    purpose: task.purpose,
    status: task.status,
    source: source ? sourceLabel(source) : "",
    bytes: text === null ? null : new TextEncoder().encode(text).length,
    lines: text === null ? null : text.split("\n").length - (text.endsWith("\n") ? 1 : 0),
    sha256: hash,
    unfinished: task.unfinished && (text === null || hash === task.sha256),
    verdict: proved?.verdict.state ?? null,
    checks: (proved?.outcomes ?? []).map(({ check, status, tool, sandbox, reason, findings, counts }) => ({
      check,
      status,
      tool,
      sandbox: sandbox ?? null,
      reason: reason ?? "",
      findings: findings.length,
      found:
        status === "fail"
          ? findings
              .slice(0, SHOWN)
              .map(({ line, message, mend }) => ({ line: line ?? null, message, mend: mend ?? "" }))
          : [],
      tests: counts ?? null,
    })),
    repairs: drafts.filter((draft) => draft.source === "repair").map(({ reason }) => reason),
    changeRequests: [...(task.state.changeRequests ?? [])],
    acceptedBy: accepted && task.state.by ? actorWords(task.state.by) : "",
    acceptedAt: accepted ? (task.state.at ?? null) : null,
    acknowledgement: accepted ? (task.state.acknowledgement ?? "") : "",
    note: task.state.deferReason && task.status === "deferred" ? task.state.deferReason : (task.gap ?? ""),
  };
}
