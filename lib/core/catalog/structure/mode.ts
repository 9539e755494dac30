import { type ChoiceDecision, choice } from "../define.ts";

export const mode: ChoiceDecision<"mode", "custom" | "guided" | "template"> = choice({
  id: "mode",
  stage: "structure",
  ask: "How do you want to lay out the repository?",
  label: "Layout",
  why: "All three ways end in the same tree, which you can edit by mouse or keyboard before you approve it.",
  presence: "required",
  options: {
    custom: {
      label: "Custom tree",
      summary: "You paste or write the directory tree you have in mind.",
      chooseWhen: "A house style exists, or you move an existing repository.",
      costs: "You answer for names and places; files of yours that no template fills become tasks with a sub-prompt.",
      changes: "Your paths stand beside the files that follow from the other answers.",
    },
    guided: {
      label: "Guided",
      summary: "Six short questions, turned into folders.",
      chooseWhen: "You know what parts there are but not where they belong.",
      costs: "A minute; the result may need a rename or two.",
      changes: "Folders for components, configuration, data, schemas, examples, tests and documentation as you answer.",
    },
    template: {
      label: "Template",
      summary: "The smallest layout for the purpose and the tier.",
      chooseWhen: "You have no reason to differ.",
      costs: "It is what others of this kind look like, not what yours may need in a year.",
      changes: "Nothing beyond what the other answers ask for.",
    },
  },
  suggest: () => ({ value: "template", reason: "each file then exists because an answer asks for it" }),
});
