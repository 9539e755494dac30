import * as z from "zod";
import type { CheckFinding, Outcome } from "./check.ts";
import {
  type CommandResult,
  type ContainerCheck,
  counted,
  endedOutcome,
  lastLine,
  REPOSITORY,
  skippedOutcome,
} from "./container-check.ts";
import { fileKind } from "./file-kind.ts";

const location = z.object({
  symbolic: z.object({
    kind: z.string(),
    annotation: z.string(),
    key: z.object({ Local: z.object({ verbatim_path: z.string() }) }),
  }),
  concrete: z.object({ location: z.object({ start_point: z.object({ row: z.number(), column: z.number() }) }) }),
});

const audits = z.array(
  z.object({
    ident: z.string(),
    desc: z.string(),
    url: z.string(),
    determinations: z.object({ severity: z.string() }),
    locations: z.array(location),
  }),
);

type Audit = z.infer<typeof audits>[number];

/** Severities that are worth a word and no refusal. */
const ADVISORY = ["Unknown", "Informational", "Low"];

/** zizmor ends with 0 when it found nothing, and above ten by the worst that it found. */
const finished = (exitCode: number | null): boolean => exitCode === 0 || (exitCode !== null && exitCode > 10);

/** The audit of workflows, whose mistakes give strangers the rights of the repository. */
export const workflowAudit: ContainerCheck = {
  id: "security",
  label: "Workflow audit (zizmor)",
  plan(_, paths, { versions }) {
    const wanted = paths.filter((path) => fileKind(path)?.kind === "workflow");
    if (wanted.length === 0)
      return { known: new Map(), job: null, read: () => ({ outcomes: new Map(), summary: "no workflow" }) };
    return {
      known: new Map(),
      job: {
        files: [],
        commands: [
          {
            id: "workflows",
            argv: ["zizmor", "--offline", "--no-config", "--format", "json", ...wanted],
            cwd: REPOSITORY,
            wallMs: 30_000,
          },
        ],
      },
      read: ([result]) => read(wanted, `zizmor ${versions.zizmor}`, result),
    };
  },
};

function read(wanted: readonly string[], tool: string, result: CommandResult | undefined) {
  const found = result && finished(result.exitCode) ? audits.safeParse(json(result.stdout)) : null;
  const outcomes = new Map(
    wanted.map((path): [string, Outcome] => {
      if (!found?.success) {
        const said = lastLine(result?.stderr ?? "");
        const why = `The audit of workflows did not finish${said ? `: ${said}` : "."}`;
        // What it cannot read is told by the syntax check of the file.
        if (result && !result.ended) return [path, skippedOutcome("security", why)];
        return [path, endedOutcome("security", tool, result?.ended ?? "crashed", why, "Check again.")];
      }
      const findings = found.data.flatMap((audit) => finding(path, audit));
      const refused = findings.some(({ severity }) => severity !== "advisory");
      return [path, { check: "security", status: refused ? "fail" : "pass", findings, tool, sandbox: "docker" }];
    }),
  );
  const failing = [...outcomes.values()].filter(({ status }) => status === "fail").length;
  return {
    outcomes,
    summary: failing > 0 ? `${counted(failing, "workflow")} to mend` : `${counted(wanted.length, "workflow")} audited`,
  };
}

function finding(path: string, { ident, desc, url, determinations, locations }: Audit): CheckFinding[] {
  const own = locations.filter(({ symbolic }) => symbolic.key.Local.verbatim_path.replace(/^\.\//, "") === path);
  const place = own.find(({ symbolic }) => symbolic.kind === "Primary") ?? own[0];
  if (!place) return [];
  const { row, column } = place.concrete.location.start_point;
  return [
    {
      code: ident,
      message: `${desc}: ${place.symbolic.annotation}.`,
      mend: `See ${url}.`,
      line: row + 1,
      column: column + 1,
      ...(ADVISORY.includes(determinations.severity) ? { severity: "advisory" as const } : {}),
    },
  ];
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
};
