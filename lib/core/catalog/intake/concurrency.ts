import { isService, isSmall, tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const concurrency: ChoiceDecision<"concurrency", "sync" | "asyncio" | "mixed" | "undecided"> = choice({
  id: "concurrency",
  stage: "intake",
  ask: "How does it do several things at once?",
  label: "Concurrency",
  why: "The answer colours every function that waits. Changing it later means rewriting the storage and HTTP layers.",
  presence: "required",
  options: {
    sync: {
      label: "Synchronous",
      summary: "Plain functions; a server runs requests in threads or processes.",
      chooseWhen: "Work is computation or short database calls, or the code is a tool, a library or an exercise.",
      costs: "A request that waits holds a thread: a few dozen slow outgoing calls fill the pool.",
      changes: "def everywhere, the synchronous SQLAlchemy session, no async test plugin.",
    },
    asyncio: {
      label: "asyncio",
      summary: "Functions that wait give way to others in one event loop.",
      chooseWhen: "A service waits on databases and other services most of the time.",
      costs: "One blocking call stops every request; stack traces and tests take some getting used to.",
      changes: "async def at the edges, AsyncSession, asyncpg, lint rules that find blocking calls.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) asyncio is read as complexity for scale that nobody asked for.",
      }),
    },
    mixed: {
      label: "Mixed",
      summary: "An asynchronous edge around a synchronous core.",
      chooseWhen: "A library you cannot replace blocks, and the rest has to wait on the network.",
      costs:
        "Two colours of functions: every helper exists twice or crosses a thread, and somebody must police the border.",
      changes:
        "Synchronous code is reached through threads behind one port; a decision record states the rule, and import rules hold it.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 two kinds of functions double a small code base.",
        2: "At tier 2 two kinds of functions double a small code base.",
        3: "At tier 3 one kind of function is enough; bridge the odd blocking call with a thread.",
      }),
    },
    undecided: {
      label: "Undecided",
      summary: "You would like a recommendation.",
      chooseWhen: "You do not know yet what it will wait for.",
      costs: "The critic counts it as a missing decision, because the storage layer cannot be written without it.",
      changes: "Nothing by itself: take the suggestion, or answer later.",
    },
  },
  suggest(answers) {
    if (!answers.intake?.purpose) return null;
    if (!isService(answers))
      return {
        value: "sync",
        reason: "a library, a tool or an experiment rarely waits on many things at once, and callers can use threads",
      };
    if (tierOf(answers) === 0 || isSmall(answers)) {
      return isSmall(answers)
        ? { value: "sync", reason: "at this tier plain functions are quicker to write and to read" }
        : { value: "asyncio", reason: "a service waits on its database and its callers most of the time" };
    }
    return { value: "asyncio", reason: "a service waits on its database and its callers most of the time" };
  },
});
