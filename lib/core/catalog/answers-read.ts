import type { PartialAnswers } from "./answers.ts";

/** True for the two purposes that run as a service; false while the purpose is open. */
export const isService = ({ intake }: PartialAnswers): boolean =>
  intake?.purpose === "external_api" || intake?.purpose === "internal_service";

/** The tier, or 0 while it is open. */
export const tierOf = ({ intake }: PartialAnswers): number => intake?.tier ?? 0;

/** Interview and prototype: code that is read or used once. */
export const isSmall = (answers: PartialAnswers): boolean => tierOf(answers) === 1 || tierOf(answers) === 2;

/** Tiers 3 to 5: services and tools that stay in operation. */
export const isOperated = (answers: PartialAnswers): boolean => tierOf(answers) >= 3 && tierOf(answers) <= 5;

/** Production-ready or long-term maintained. */
export const isProduction = ({ intake }: PartialAnswers): boolean =>
  intake?.maturity === "production" || intake?.maturity === "long_term";

/** A library by purpose, or the open-source tier. */
export const isLibrary = (answers: PartialAnswers): boolean =>
  answers.intake?.purpose === "library" || tierOf(answers) === 6;

/** Runs somewhere else than on the machine of its author, as far as that is decided. */
export const isDeployed = ({ intake }: PartialAnswers): boolean =>
  intake?.deployment === "docker" || intake?.deployment === "cloud" || intake?.deployment === "multiple";
