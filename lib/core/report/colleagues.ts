import { z } from "zod";
import type { Discussion } from "../share/discussion.ts";
import { day, type Section, table, text } from "./blocks.ts";

const when = z.string().describe("ISO 8601, UTC");

/** What colleagues said through share links. */
export const colleaguesSchema = z.object({
  verdicts: z.array(
    z.object({
      name: z.string(),
      verdict: z.enum(["approve", "request-changes"]),
      text: z.string(),
      at: when,
      link: z.string(),
      current: z.boolean().describe("Given for the design as it stands"),
      replaced: z.boolean().describe("The same person gave another one later, which counts"),
    }),
  ),
  comments: z.array(
    z.object({
      about: z.string(),
      author: z.string(),
      text: z.string(),
      at: when,
      resolvedBy: z.string().describe("Empty while it is open"),
      resolvedAt: when.nullable(),
      answers: z.array(z.object({ author: z.string(), text: z.string(), at: when })),
    }),
  ),
});

type Colleagues = z.infer<typeof colleaguesSchema>;

/** The discussion of a design as the report keeps it, verdicts in the order they were given. */
export const colleaguesOf = ({ threads, verdicts }: Discussion): Colleagues => ({
  verdicts: verdicts
    .map(({ name, verdict, text: words, at, link, current, replaced }) => ({
      name,
      verdict,
      text: words,
      at,
      link,
      current,
      replaced,
    }))
    .reverse(),
  comments: threads.map(({ about, author, text: words, at, resolvedBy, resolvedAt, answers }) => ({
    about,
    author,
    text: words,
    at,
    resolvedBy,
    resolvedAt,
    answers: answers.map((one) => ({ author: one.author, text: one.text, at: one.at })),
  })),
});

/** Verdicts first, then what is open, then what is settled. */
export function colleagueSection({ verdicts, comments }: Colleagues): Section {
  const open = comments.filter(({ resolvedAt }) => resolvedAt === null);
  const settled = comments.filter(({ resolvedAt }) => resolvedAt !== null);
  return {
    id: "colleagues",
    title: "Design review by colleagues",
    blocks: [
      text(leadOf(verdicts, open.length, settled.length)),
      ...(verdicts.length === 0
        ? []
        : [
            table(
              ["Who", "Verdict", "When", "Words", "For", "Link"],
              verdicts.map(({ name, verdict, at, text: words, current, replaced, link }) => [
                name,
                `${verdict === "approve" ? "approved" : "requested changes"}${replaced ? ", replaced later" : ""}`,
                day(at),
                words,
                current ? "the design as it is" : "an earlier design",
                link,
              ]),
            ),
          ]),
    ],
    sections: [
      { id: "comments-open", title: "Open comments", comments: open },
      { id: "comments-resolved", title: "Resolved comments", comments: settled },
    ]
      .filter((part) => part.comments.length > 0)
      .map(({ id, title, comments: part }) => ({
        id,
        title,
        blocks: [table(["About", "Who", "When", "Words"], part.flatMap(rowsOf))],
      })),
  };
}

function leadOf(verdicts: Colleagues["verdicts"], open: number, settled: number): string {
  if (verdicts.length + open + settled === 0) return "No colleague has reviewed this design through a link.";
  const counted = verdicts.filter(({ replaced }) => !replaced);
  const approved = counted.filter(({ verdict }) => verdict === "approve").length;
  return `${approved} approved, ${counted.length - approved} requested changes; ${open} ${open === 1 ? "comment" : "comments"} open, ${settled} resolved.`;
}

const rowsOf = ({
  about,
  author,
  text: words,
  at,
  resolvedBy,
  resolvedAt,
  answers,
}: Colleagues["comments"][number]) => [
  [about, author, day(at), words],
  ...answers.map((one) => ["answer", one.author, day(one.at), one.text]),
  ...(resolvedAt ? [["resolved", resolvedBy, day(resolvedAt), ""]] : []),
];
