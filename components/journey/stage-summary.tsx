import type { StageLive, StageText } from "#lib/core/view/stage-view.ts";
import { summaryWords } from "#lib/core/view/summary-words.ts";
import { cx } from "../ui/cx.ts";
import { cardId } from "../wizard/decision-card.tsx";

/** All answers of a stage as one table; gates without a yes say what that means. */
export function StageSummary({ text, live }: { text: StageText; live: StageLive }) {
  const rows = text.decisions.flatMap((decision) => {
    const now = live.decisions.find(({ path }) => path === decision.path);
    return now?.asked ? [{ decision, now }] : [];
  });
  return (
    <div className="overflow-hidden rounded border border-line bg-panel">
      <table className="w-full">
        <caption className="sr-only">Summary of {text.title}</caption>
        <thead className="sr-only">
          <tr>
            <th scope="col">Question</th>
            <th scope="col">Answer</th>
          </tr>
        </thead>
        <tbody>
          {rows.map(({ decision, now }) => (
            <tr key={decision.path} className="border-line border-b align-top last:border-b-0">
              <th scope="row" className="w-2/5 py-2 pr-3 pl-4 text-left">
                <a
                  href={`#${cardId(decision.path)}`}
                  className="rounded text-ink-soft hover:text-accent hover:underline"
                >
                  {decision.label}
                </a>
              </th>
              <td dir="auto" className={cx("py-2 pr-4", !now.answered && "text-ink-soft")}>
                {summaryWords(decision, now)}
                {now.reason && <span className="mt-0.5 block text-xs text-ink-soft">Reason: {now.reason}</span>}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
