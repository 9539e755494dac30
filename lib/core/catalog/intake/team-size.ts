import { type NumberChoiceDecision, numberChoice } from "../define.ts";

export const teamSize: NumberChoiceDecision<"team_size", "optional"> = numberChoice({
  id: "team_size",
  stage: "intake",
  ask: "How many people will work on it?",
  label: "Team size",
  why: "It helps when two tiers are close: structure that guards people from each other is a burden for one or two.",
  presence: "optional",
  range: { minimum: 1, maximum: 1000 },
  options: {
    "1": {
      label: "1",
      summary: "You alone.",
      chooseWhen: "Nobody else changes the code.",
      costs: "Nobody reviews it either: checks take that place.",
      changes: "Speaks for tiers 1 to 3.",
    },
    "2": {
      label: "2",
      summary: "A pair.",
      chooseWhen: "Two people who talk every day.",
      costs: "Little coordination.",
      changes: "Speaks for tiers 2 and 3; an enterprise structure draws a finding.",
    },
    "5": {
      label: "3 to 5",
      summary: "One team.",
      chooseWhen: "Everybody knows the whole code.",
      costs: "Agreements have to be written down.",
      changes: "Speaks for tiers 3 and 4.",
    },
    "10": {
      label: "6 to 10",
      summary: "One large team or two small ones.",
      chooseWhen: "Nobody knows all of it any more.",
      costs: "Module boundaries must be held by a tool.",
      changes: "Speaks for tier 4.",
    },
    "25": {
      label: "More than 10",
      summary: "Several teams.",
      chooseWhen: "Teams release on their own schedules.",
      costs: "Contracts between parts, owners per folder.",
      changes: "Speaks for tiers 4 and 5.",
    },
  },
});
