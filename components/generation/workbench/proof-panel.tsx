"use client";
import { useEffect, useRef } from "react";
import type { CheckedView, CheckLine } from "#lib/core/view/task-view.ts";
import { Badge } from "../../ui/badge.tsx";
import { Callout } from "../../ui/callout.tsx";
import { cx } from "../../ui/cx.ts";
import { Link } from "../../ui/link.tsx";
import { Skeleton } from "../../ui/skeleton.tsx";
import { OUTCOME_FACE } from "../proof-mark.tsx";

const TONE = { yes: "good", acknowledged: "warn", no: "stop" } as const;
const TITLE = {
  yes: "Acceptable",
  acknowledged: "Needs revision, or a written reason",
  no: "Cannot be accepted",
} as const;

const SPOKE = { docker: "in a container", embedded: "by reading, without running it" } as const;

interface Props {
  checked: CheckedView;
  /** Leads to a line of the content. */
  lineHref(line: number): string;
  /** The text is still being typed. */
  live?: boolean;
  /** The check that the address asks for: it stands open and in sight. */
  shown?: string | undefined;
}

/** What the checks found: the verdict, then each check; a failed one stands open, the rest are folded. */
export function ProofPanel({ checked, lineHref, live, shown }: Props) {
  const { verdict, lines } = checked;
  const waiting = verdict.state === "waiting";
  return (
    <div className="space-y-3">
      <Callout
        tone={waiting ? "notice" : TONE[verdict.accept]}
        role={live ? "status" : "note"}
        title={waiting ? "Not proved yet" : TITLE[verdict.accept]}
      >
        {verdict.because}
        <span className="mt-1 block text-xs text-ink-soft empty:hidden">{restWords(lines)}</span>
      </Callout>
      <ul aria-label="Checks" className="divide-y divide-line rounded border border-line bg-panel">
        {lines.map((line) => (
          <Check key={`${line.check}${line.status}`} line={line} lineHref={lineHref} shown={line.check === shown} />
        ))}
      </ul>
      {live && <p className="text-xs text-ink-soft">Checked as you type, by reading only; nothing is executed.</p>}
    </div>
  );
}

/** What did not run, counted; a check that did not run is never among the passed ones. */
function restWords(lines: readonly CheckLine[]): string {
  const passed = lines.filter(({ status }) => status === "pass").length;
  const skipped = lines.filter(({ status }) => status === "skipped").length;
  return skipped > 0
    ? `${passed} passed, ${skipped} did not run; a check that did not run never counts as passed.`
    : "";
}

function Check({ line, lineHref, shown }: { line: CheckLine; lineHref: Props["lineHref"]; shown: boolean }) {
  const summary = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!shown) return;
    summary.current?.focus();
    summary.current?.scrollIntoView({ block: "nearest" });
  }, [shown]);
  const { Icon, ink } = OUTCOME_FACE[line.status];
  return (
    <li>
      <details open={shown || line.status === "fail"}>
        <summary
          ref={summary}
          className="flex min-h-9 flex-wrap items-center gap-x-2 px-3 py-1.5 hover:bg-sunk focus-visible:-outline-offset-2"
        >
          <Icon aria-hidden className={cx("size-4 shrink-0", ink)} />
          <span className="font-semibold">{line.label}</span>
          {line.status === "fail" && (
            <Badge tone={line.severity === "critical" ? "stop" : "warn"}>{line.severity}</Badge>
          )}
          <span className={cx("tabular ml-auto text-xs font-normal", ink)}>{resultWords(line)}</span>
        </summary>
        <div className="space-y-2 px-3 pt-1 pb-3 pl-9">
          {line.reason && <p>{line.reason}</p>}
          {line.findings.length > 0 && (
            <ul className="space-y-2">
              {line.findings.map((finding, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: two findings may say the same; their order is theirs
                <li key={index}>
                  {finding.line ? (
                    <Link
                      href={lineHref(finding.line)}
                      className="font-semibold text-accent underline underline-offset-2"
                    >
                      Line {finding.line}
                    </Link>
                  ) : null}{" "}
                  <span className="whitespace-pre-line">{finding.message}</span>{" "}
                  <span className="font-mono text-xs text-ink-soft">{finding.code}</span>
                  {finding.mend && <span className="block text-ink-soft">{finding.mend}</span>}
                </li>
              ))}
            </ul>
          )}
          <p className="text-xs text-ink-soft">
            {line.explain}
            {line.tool !== "none" && ` Judged by ${line.tool}${line.sandbox ? `, ${SPOKE[line.sandbox]}` : ""}.`}
          </p>
        </div>
      </details>
    </li>
  );
}

/** What came out in two or three words: how it was ended, the tests counted, or the number of findings. */
function resultWords({ status, ended, counts, findings }: CheckLine): string {
  if (ended) return ended;
  if (counts) return counts;
  return status === "fail" && findings.length > 1 ? `${findings.length} findings` : OUTCOME_FACE[status].word;
}

/** The panel's shape while the checks run. */
export function ProofSkeleton() {
  return (
    <div role="status" className="space-y-3">
      <span className="sr-only">The checks are running.</span>
      <Skeleton className="h-20" />
      <div className="space-y-3 rounded border border-line p-3">
        {["syntax", "contract", "imports", "style", "security"].map((name) => (
          <Skeleton key={name} className="h-5" />
        ))}
      </div>
    </div>
  );
}
