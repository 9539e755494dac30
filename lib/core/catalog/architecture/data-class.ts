import { isService, tierOf } from "../answers-read.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const dataClass: ChoiceDecision<"data_class", "public" | "internal" | "personal" | "regulated", "optional"> =
  choice({
    id: "data_class",
    stage: "architecture",
    ask: "What kind of data does it hold?",
    label: "Data class",
    why: "It decides what logs may show and how long data is kept.",
    presence: "optional",
    askedWhen: (answers) => isService(answers) && tierOf(answers) >= 3,
    options: {
      public: {
        label: "Public",
        summary: "Anybody may read it.",
        chooseWhen: "It is published anyway: catalogues, timetables, open data.",
        costs: "Only integrity matters: who may change it.",
        changes: "No redaction beyond credentials.",
      },
      internal: {
        label: "Internal",
        summary: "Business data without persons in it.",
        chooseWhen: "A leak would be embarrassing, not harmful to anybody.",
        costs: "Access control, and care with exports.",
        changes: "Credentials and free text stay out of logs.",
      },
      personal: {
        label: "Personal",
        summary: "It says something about identifiable people.",
        chooseWhen: "Names, contacts, bookings, locations.",
        costs: "Deletion on request, retention periods, a record of processing.",
        changes: "Field values stay out of logs; retention is written down.",
      },
      regulated: {
        label: "Regulated",
        summary: "Health, payment or other data with a law of its own.",
        chooseWhen: "An auditor or an authority will ask.",
        costs: "Audit trails, separation of duties, breach notices; buy what you can.",
        changes: "As personal; the critic and the classifier lean to higher tiers.",
      },
    },
  });
