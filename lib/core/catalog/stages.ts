import type { StageId } from "./define.ts";

/** One stage of the journey, as pages show it. */
export interface StageText {
  id: StageId;
  number: 0 | 1 | 2 | 3 | 4;
  title: string;
  /** What happens here, one or two sentences. */
  text: string;
  /** The last part of its address: `/p/<project>/<segment>`. */
  segment: string;
  /** What a person states by confirming it. */
  confirming: string;
  /** The words on the confirm button. */
  confirm: string;
}

/** A review between two stages. */
export interface CheckpointText {
  id: 1 | 2;
  /** The stage whose confirmation opens it. */
  after: StageId;
  title: string;
  text: string;
  segment: string;
  confirming: string;
  confirm: string;
}

/** The stages in the order of the journey. */
export const stages: readonly StageText[] = [
  {
    id: "intake",
    number: 0,
    title: "Intake",
    text: "Eleven questions about what you build and for whom, then the licence, the author and the tier. Everything later is measured against these answers.",
    segment: "intake",
    confirming: "This is accurate and complete. The architecture will be judged against it.",
    confirm: "Confirm intake",
  },
  {
    id: "architecture",
    number: 1,
    title: "Architecture",
    text: "Seven decisions that shape every file: dependencies, configuration, errors, logging, tests, storage and access. They are hard to change once code stands on them.",
    segment: "architecture",
    confirming: "These decisions hold. Review 1 will score them together with the intake.",
    confirm: "Confirm architecture",
  },
  {
    id: "structure",
    number: 2,
    title: "Structure",
    text: "What the backend keeps, which modules it has, and where files stand. A resource becomes working code at every layer; a module becomes one file with the names you give it.",
    segment: "structure",
    confirming: "This tree is the reference for the plan. Changing it later makes the files it affects stale.",
    confirm: "Confirm structure",
  },
  {
    id: "features",
    number: 3,
    title: "Features",
    text: "Everything that is not needed to work but may be worth having. Each gate wants a yes or a no; no answer counts as no, and what is no leaves no trace in the repository.",
    segment: "features",
    confirming: "Every yes will be generated, and every no will be completely excluded.",
    confirm: "Confirm features",
  },
  {
    id: "generation",
    number: 4,
    title: "Generation",
    text: "One task per file, in an order in which each builds on finished ones. You see why a file exists, what it must contain and what was checked, then accept it or ask for another.",
    segment: "plan",
    confirming: "The plan is approved; its files may be accepted one after another.",
    confirm: "Approve plan",
  },
];

/** When the critic looks, in the order of the journey. */
export const checkpoints: readonly CheckpointText[] = [
  {
    id: 1,
    after: "architecture",
    title: "Review 1",
    text: "The core decisions are scored on clarity, completeness, maintainability, extensibility and risk, before any structure stands on them. The score is provisional until features are chosen.",
    segment: "review/1",
    confirming: "I have read the findings and go on with this design.",
    confirm: "Go on to structure",
  },
  {
    id: 2,
    after: "features",
    title: "Review 2",
    text: "The whole design is scored again, now with its features: what they cost against how long and how widely it will be used, and whether they fit the structure.",
    segment: "review/2",
    confirming: "I have read the findings and go on to generation with this design.",
    confirm: "Go on to the plan",
  },
];
