import { CHECK_IDS, checks } from "../checks/check.ts";
import { day, list, percent, type Section, table } from "./blocks.ts";
import type { Report } from "./schema.ts";

export function taskSection({ tasks }: Report): Section {
  const said = tasks.flatMap((task) => [
    ...(task.acknowledgement ? [[task.path, "accepted with a reason", task.acknowledgement]] : []),
    ...task.changeRequests.map((words) => [task.path, "change asked for", words]),
    ...task.repairs.map((words) => [task.path, "repaired", words]),
    ...(task.note ? [[task.path, task.status, task.note]] : []),
  ]);
  return {
    id: "tasks",
    title: "Results by task",
    blocks: [
      table(
        ["Task", "File", "Status", "Passed", "Failed", "Skipped", "By"],
        tasks.map(({ id, path, status, checks: ran, acceptedBy, acceptedAt }) => [
          id,
          path,
          status,
          String(ran.filter((one) => one.status === "pass" || one.status === "partial").length),
          ran
            .filter((one) => one.status === "fail")
            .map(({ check }) => checks[check].label)
            .join(", "),
          String(ran.filter((one) => one.status === "skipped" || one.status === "pending").length),
          acceptedBy ? `${acceptedBy}, ${day(acceptedAt)}` : "",
        ]),
      ),
      ...(said.length > 0 ? [table(["File", "What", "Words"], said)] : []),
    ],
  };
}

export const inventory = ({ tasks }: Report): Section => ({
  id: "inventory",
  title: "Files",
  blocks: [
    table(
      ["File", "Lines", "Bytes", "Purpose", "Source", "SHA-256"],
      tasks
        .filter(({ status }) => status !== "removed")
        .map(({ path, lines, bytes, purpose, source, sha256 }) => [
          path,
          String(lines ?? ""),
          String(bytes ?? ""),
          purpose,
          source,
          sha256?.slice(0, 12) ?? "",
        ]),
    ),
  ],
});

export function quality({
  quality: { files, lines, bytes, outcomes, passingShare, tests, sandboxes, notMeasured },
}: Report): Section {
  return {
    id: "quality",
    title: "Quality",
    blocks: [
      table(
        ["", ""],
        [
          ["Files", String(files)],
          ["Lines", String(lines)],
          ["Bytes", String(bytes)],
          ["Passed, of all checks that ran", percent(passingShare)],
          [
            "Tests",
            tests ? `${tests.passed} passed, ${tests.failed} failed, ${tests.skipped} skipped` : "none were run",
          ],
          ["Sandbox", sandboxes.join(", ") || "none spoke"],
        ],
      ),
      table(
        ["Check", "Passed", "Partial", "Failed", "Skipped", "Waiting"],
        CHECK_IDS.flatMap((id) => outcomes.filter(({ check }) => check === id)).map((one) => [
          one.label,
          String(one.pass),
          String(one.partial),
          String(one.fail),
          String(one.skipped),
          String(one.pending),
        ]),
      ),
      list(notMeasured),
    ],
  };
}

export const appendices = ({ log, deliveries, prompts }: Report): Section => ({
  id: "appendices",
  title: "Appendices",
  blocks: [],
  sections: [
    {
      id: "log",
      title: "Log",
      blocks: [
        table(
          ["No.", "When", "Who", "What"],
          log.map(({ version, at, by, what }) => [String(version), day(at), by, what]),
        ),
      ],
    },
    {
      id: "deliveries",
      title: "Deliveries",
      blocks: [
        table(
          ["When", "How", "Files", "Left out", "SHA-256"],
          deliveries.map(({ at, kind, files, unfinished, sha256 }) => [
            day(at),
            kind,
            String(files),
            String(unfinished),
            sha256,
          ]),
        ),
      ],
    },
    {
      id: "prompts",
      title: "Sub-prompts",
      blocks: [],
      sections: prompts.map(({ id, path, text: words }) => ({
        id: id.toLowerCase(),
        title: `${id}: ${path}`,
        blocks: [{ kind: "code", language: "markdown", text: words.trimEnd() }],
      })),
    },
  ],
});
