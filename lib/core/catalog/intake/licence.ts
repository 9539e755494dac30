import { isLibrary } from "../answers-read.ts";
import { type ChoiceDecision, choice } from "../define.ts";

type Licence =
  | "MIT"
  | "Apache-2.0"
  | "BSD-3-Clause"
  | "MPL-2.0"
  | "LGPL-3.0-or-later"
  | "GPL-3.0-only"
  | "GPL-3.0-or-later"
  | "AGPL-3.0-only"
  | "AGPL-3.0-or-later"
  | "proprietary";

export const licence: ChoiceDecision<"licence", Licence> = choice({
  id: "licence",
  stage: "intake",
  ask: "Under which licence is it given away, if at all?",
  label: "Licence",
  why: "It goes into LICENSE and the package metadata. Without an open licence nobody else may use a library; with one you cannot take back what is out.",
  presence: "required",
  options: {
    MIT: {
      label: "MIT",
      summary: "Anyone may do anything, as long as the notice stays.",
      chooseWhen: "You want it used widely and have no patents to think of.",
      costs: "Others may build closed products on it and give nothing back.",
      changes: "The MIT text with your author line.",
    },
    "Apache-2.0": {
      label: "Apache 2.0",
      summary: "As free as MIT, with a patent grant and rules for notices.",
      chooseWhen: "Companies will use or contribute to it, and their lawyers ask about patents.",
      costs: "A longer text; changed files must say so.",
      changes: "The Apache text.",
    },
    "BSD-3-Clause": {
      label: "BSD 3-Clause",
      summary: "Like MIT, and nobody may advertise with your name.",
      chooseWhen: "The projects around yours use it, as in scientific Python.",
      costs: "As MIT.",
      changes: "The BSD text with your author line.",
    },
    "MPL-2.0": {
      label: "MPL 2.0",
      summary: "Changes to your files stay open; the program around them may be closed.",
      chooseWhen: "You want improvements back without limiting who can import the library.",
      costs: "Users must publish the files they changed, file by file.",
      changes: "The Mozilla text.",
    },
    "LGPL-3.0-or-later": {
      label: "LGPL 3.0 or later",
      summary: "The library stays open; programs that import it need not be.",
      chooseWhen: "Your organisation prefers GNU licences and wants wide use.",
      costs: "Bundling it into one binary raises questions that MPL avoids.",
      changes: "The GNU Lesser text.",
    },
    "GPL-3.0-only": {
      label: "GPL 3.0 only",
      summary: "Whoever distributes it, or a program with it, publishes the source under version 3.",
      chooseWhen: "You want every distributed copy to stay free, and no later version to apply.",
      costs: "Many companies cannot import it; it cannot be combined with code under a later GPL alone.",
      changes: "The GNU text; for a library the critic notes who cannot use it.",
    },
    "GPL-3.0-or-later": {
      label: "GPL 3.0 or later",
      summary: "Whoever distributes it, or a program with it, publishes the source.",
      chooseWhen: "You want every distributed copy to stay free.",
      costs: "Many companies cannot import it.",
      changes: "The GNU text; for a library the critic notes who cannot use it.",
    },
    "AGPL-3.0-only": {
      label: "AGPL 3.0 only",
      summary: "As the GPL, and whoever runs it for others over a network publishes the source too.",
      chooseWhen: "It is a service, hosting it closed is what you want to prevent, and no later version may apply.",
      costs: "Many companies forbid it outright.",
      changes: "The GNU Affero text.",
    },
    "AGPL-3.0-or-later": {
      label: "AGPL 3.0 or later",
      summary: "As the GPL, and whoever runs it for others over a network publishes the source too.",
      chooseWhen: "It is a service, and hosting it closed is what you want to prevent.",
      costs: "Many companies forbid it outright.",
      changes: "The GNU Affero text.",
    },
    proprietary: {
      label: "Proprietary",
      summary: "All rights stay with you; nobody else may use it without a contract.",
      chooseWhen: "It belongs to your organisation and is not published.",
      costs: "It must never reach a public index: a classifier refuses the upload.",
      changes: "A short notice instead of a licence, the classifier Private :: Do Not Upload, no publishing workflow.",
    },
  },
  suggest(answers) {
    if (!answers.intake?.purpose) return null;
    if (isLibrary(answers))
      return {
        value: "MIT",
        reason: "a library without an open licence cannot be used by others, and MIT asks the least of them",
      };
    return { value: "proprietary", reason: "an open licence can be added later but not taken back" };
  },
});
