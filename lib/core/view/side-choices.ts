import { atVersion, NOW, PASTED } from "../compare/side-reference.ts";
import type { LoggedEvent, ProjectEvent } from "../project/state.ts";
import { eventWords } from "../report/log-words.ts";
import { whenWords } from "./when.ts";

/** One thing that can stand on a side of a comparison. */
export interface SideChoice {
  /** As it is written in the address. */
  reference: string;
  /** As it stands in the list. */
  label: string;
  /** Beside the title of what was chosen. */
  note: string;
}

/** What can be chosen for a side, in groups. */
export interface SideGroup {
  title: string;
  choices: SideChoice[];
}

/** Points of the log that people remember. */
const MILESTONES: ReadonlySet<ProjectEvent["type"]> = new Set([
  "project-created",
  "stage-confirmed",
  "review-run",
  "review-answered",
  "plan-approved",
  "delivered",
]);

const EARLIER = "This project earlier";

/** Answers are saved while one types; of all those lines, only the last ones are offered. */
const LAST_CHANGES = 40;

/**
 * What a side of a project's comparison can be: the project now and at the points of its log, the other projects of its
 * owner, and a pasted design.
 * @param now milliseconds since 1970
 */
export function sideGroups(
  log: readonly LoggedEvent[],
  others: readonly { id: string; title: string; updatedAt: string }[],
  now: number,
): SideGroup[] {
  const points = [...log].reverse().filter(({ version }) => version < (log.at(-1)?.version ?? 0));
  const choice = ({ version, event, at }: LoggedEvent): SideChoice => {
    const note = `version ${version}, ${whenWords(at, now)}`;
    return { reference: atVersion(version), label: `${eventWords(event)} (${note})`, note };
  };
  const changes = points.filter(({ event }) => event.type === "answers-changed").slice(0, LAST_CHANGES);
  return [
    { title: "This project", choices: [{ reference: NOW, label: "As it stands", note: "as it stands" }] },
    {
      title: EARLIER,
      choices: points.filter(({ event }) => MILESTONES.has(event.type)).map(choice),
    },
    { title: "This project after an answer", choices: changes.map(choice) },
    {
      title: "Your other projects",
      choices: others.map(({ id, title, updatedAt }) => ({
        reference: id,
        label: `${title} (${whenWords(updatedAt, now)})`,
        note: "another project",
      })),
    },
    {
      title: "From elsewhere",
      choices: [{ reference: PASTED, label: "An answers file or a link", note: "pasted" }],
    },
  ].filter(({ choices }) => choices.length > 0);
}

/** The point of this project's past that is most likely meant: its last milestone, else the project as it stands. */
export const lastMilestone = (groups: readonly SideGroup[]): string =>
  groups.find(({ title }) => title === EARLIER)?.choices[0]?.reference ?? NOW;

/** How a reference is called beside its title; one that is not in the list is called by its version. */
export const noteOf = (groups: readonly SideGroup[], reference: string, version: number | null): string =>
  groups.flatMap(({ choices }) => choices).find((one) => one.reference === reference)?.note ??
  (version === null ? "" : `version ${version}`);
