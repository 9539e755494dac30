import { isLibrary, isService } from "../answers-read.ts";
import { type ChoiceDecision, choice } from "../define.ts";

/** Python versions offered as floor, with the month their security fixes end (python-standard 0.1; PEP 619, 664, 693, 719, 745, 790). */
export const PYTHON_VERSIONS = [
  { id: "3.10", endOfLife: "2026-10", ended: true },
  { id: "3.11", endOfLife: "2027-10", ended: false },
  { id: "3.12", endOfLife: "2028-10", ended: false },
  { id: "3.13", endOfLife: "2029-10", ended: false },
  { id: "3.14", endOfLife: "2030-10", ended: false },
  { id: "3.15", endOfLife: "2031-10", ended: false },
] as const;

export type PythonVersion = (typeof PYTHON_VERSIONS)[number]["id"];

/** The supported versions from a floor upwards: the matrix that classifiers and a library's CI name. */
export const versionsFrom = (floor: PythonVersion): PythonVersion[] =>
  PYTHON_VERSIONS.map(({ id }) => id).slice(PYTHON_VERSIONS.findIndex(({ id }) => id === floor));

export const pythonVersion: ChoiceDecision<"python_version", PythonVersion> = choice({
  id: "python_version",
  stage: "intake",
  ask: "What is the oldest Python it must run on?",
  label: "Python version",
  why: "The floor decides which syntax and library versions may be used. A library is tested on every version from here on; a service runs on exactly one.",
  presence: "required",
  options: {
    "3.10": {
      label: "3.10, ended October 2026",
      summary: "No security fixes any more.",
      chooseWhen: "A machine you do not control has nothing newer, and you know when that changes.",
      costs:
        "SQLAlchemy 2.1 and Hypothesis have dropped it; TaskGroup, tomllib and StrEnum are missing. The critic counts it as an error.",
      changes: "Pins older libraries, adds backports, and the README badge says end of life.",
    },
    "3.11": {
      label: "3.11, until October 2027",
      summary: "Security fixes for less than a year.",
      chooseWhen: "Users of a library are still on it, as on Debian 12.",
      costs: "No generic syntax of 3.12 (type aliases, def f[T]); it ends within most lifespans.",
      changes: "Type variables are written the old way; the matrix begins at 3.11.",
    },
    "3.12": {
      label: "3.12, until October 2028",
      summary: "The oldest version with today's generic syntax.",
      chooseWhen: "You publish a library and want to reach most users without giving up modern typing.",
      costs: "Nothing that hurts; copy-on-write interpreters and the newest error messages are missing.",
      changes: "The matrix begins at 3.12. The usual floor for libraries.",
    },
    "3.13": {
      label: "3.13, until October 2029",
      summary: "Two to three years of fixes left, and every wheel is there.",
      chooseWhen: "You deploy a service yourself and choose its interpreter.",
      costs: "Nothing that hurts; older systems need their own Python, which uv or an image brings along.",
      changes: "The usual floor for services.",
    },
    "3.14": {
      label: "3.14, until October 2030",
      summary: "A year old, with annotations evaluated when they are needed.",
      chooseWhen: "It will live for years and its dependencies declare 3.14.",
      costs: "A few packages still lack wheels; Graphene does not declare it.",
      changes: "The formatter may use 3.14 syntax, which no older version parses.",
    },
    "3.15": {
      label: "3.15, until October 2031",
      summary: "Released in October 2026.",
      chooseWhen: "You start something long-lived that ships in a few months, and can wait for a wheel.",
      costs: "Not every platform and wheel is there; FastAPI names support only from 0.162.3.",
      changes: "CI runs 3.15 alone; text files are UTF-8 by default.",
    },
  },
  suggest(answers) {
    if (!answers.intake?.purpose) return null;
    if (isLibrary(answers))
      return { value: "3.12", reason: "most users of libraries can install it, and it has fixes until October 2028" };
    return {
      value: "3.13",
      reason: isService(answers)
        ? "a service chooses its own interpreter, every wheel is there, and fixes last until October 2029"
        : "every wheel is there, and fixes last until October 2029",
    };
  },
});
