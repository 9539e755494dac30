import { overAtTiers } from "../ceiling.ts";
import { type ChoiceDecision, choice } from "../define.ts";

const NO_UI = "A published library has no user interface.";

export const webUi: ChoiceDecision<"web_ui", "none" | "jinja2" | "spa" | "html_forms" | "admin_framework"> = choice({
  id: "web_ui",
  stage: "features",
  ask: "Does it have pages for people?",
  label: "Web UI or admin",
  why: "Pages bring sessions, cross-site request forgery and accessibility with them. For libraries and most backends the answer is no.",
  presence: "required",
  gate: true,
  whenUnanswered: "none",
  options: {
    none: {
      label: "No pages",
      summary: "Programs are the only users.",
      chooseWhen: "Somebody else builds the front end, or there is none.",
      costs: "Support staff need another way to look at data.",
      changes: "No templates, no sessions, no static files.",
    },
    jinja2: {
      label: "Jinja2 pages",
      summary: "Pages rendered by the server, with a little script where it helps.",
      chooseWhen: "A few screens for staff or customers, made by the backend team.",
      costs: "Sessions, forged-request tokens and a content policy come with it; all are generated.",
      changes: "web/ with a list, a detail and a form page per resource.",
      aboveCeiling: overAtTiers({ 6: NO_UI }),
    },
    spa: {
      label: "Single-page app",
      summary: "A separate front end that calls the API.",
      chooseWhen: "The interface is the product, and somebody will look after a second code base.",
      costs: "A second language, lock file and build; releases of both have to fit.",
      changes: "frontend/ with a client generated from the contract.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) a second code base hides the first.",
        2: "At tier 2 (prototype) a server-rendered page shows the same.",
        6: NO_UI,
      }),
    },
    html_forms: {
      label: "Plain HTML forms",
      summary: "Forms without a script, on one stylesheet.",
      chooseWhen: "A tool for a handful of people that should still work in ten years.",
      costs: "No instant feedback: every action is a page.",
      changes: "web/ with plain forms, tokens against forged requests, no JavaScript.",
      aboveCeiling: overAtTiers({ 6: NO_UI }),
    },
    admin_framework: {
      label: "Admin framework",
      summary: "Tables to browse and edit, generated from the models.",
      chooseWhen: "Staff must correct data, and you would rather configure than build.",
      costs: "It bypasses the rules unless it calls the service, and it must never share a host with a public API.",
      changes: "admin.py on an application and login of its own.",
      aboveCeiling: overAtTiers({
        1: "At tier 1 (interview) nobody administers anything.",
        2: "At tier 2 (prototype) data can be deleted and made again.",
        6: NO_UI,
      }),
    },
  },
  suggest: ({ intake }) =>
    intake?.purpose
      ? { value: "none", reason: "pages can be added when somebody needs them, and most backends never do" }
      : null,
});
