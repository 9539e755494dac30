import { isService, isSmall, tierOf } from "../answers-read.ts";
import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

export const auth: ChoiceDecision<"auth", "none" | "api_key" | "jwt" | "undecided"> = choice({
  id: "auth",
  stage: "architecture",
  ask: "How does a caller prove who it is?",
  label: "Authentication",
  why: "It stands on every route and decides what limits and logs can be tied to. Up to tier 3 it is wiser to buy sign-in than to build it.",
  presence: "required",
  options: {
    none: {
      label: "None",
      summary: "Whoever reaches it may use it.",
      chooseWhen: "A library, a tool, a prototype on your machine, or a service behind something that authenticates.",
      costs: "Anybody on the network is a user; limits can only count addresses.",
      changes: "No auth module and no credentials anywhere.",
    },
    api_key: {
      label: "API key",
      summary: "A long random key per client; only its hash is kept.",
      chooseWhen: "Callers are programs you can hand a key to.",
      costs: "Keys have to be issued, rotated and revoked by somebody; they say which client, not which person.",
      changes: "Keys as SHA-256 in settings, a command that makes one, limits per client, 401 with problem details.",
      aboveCeiling: overAtTiers({
        2: "At tier 2 (prototype) nothing is protected yet.",
        6: "A library authenticates nobody.",
      }),
    },
    jwt: {
      label: "JWT",
      summary: "Signed tokens from an identity provider you run or buy.",
      chooseWhen: "People sign in elsewhere, or several services must trust one login.",
      costs: "A provider, key rotation and clock skew; a token cannot be taken back before it expires.",
      changes: "Tokens checked against cached keys of the issuer, scopes per route, settings for issuer and audience.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) an identity provider distracts from the task.",
        2: "At tier 2 (prototype) nothing is protected yet.",
        6: "A library authenticates nobody.",
      }),
    },
    undecided: {
      label: "Undecided",
      summary: "It is not known yet.",
      chooseWhen: "The identity provider is another team's decision that is still open.",
      costs: "For a service from tier 3 up the critic counts it as missing.",
      changes: "Routes are open, and the README says what is to decide.",
    },
  },
  suggest(answers) {
    if (!answers.intake?.purpose) return null;
    if (!isService(answers)) return { value: "none", reason: "nobody calls it over a network" };
    if (isSmall(answers)) return { value: "none", reason: "at this tier it runs where only you can reach it" };
    if (tierOf(answers) === 5)
      return { value: "jwt", reason: "several systems and people have to be told apart by one login" };
    return { value: "api_key", reason: "callers are programs, and a key per client is quickly issued and revoked" };
  },
});
