import type { CheckFinding, Severity } from "../check.ts";
import { isPlaceholder, isSecretName } from "../security/secret-names.ts";
import type { DocumentReader } from "../static-check.ts";
import { isFloating } from "./compose.ts";
import { type Instruction, instructionsOf, wordsOf } from "./dockerfile-source.ts";
import { pipedDownloads } from "./shell.ts";

const KNOWN =
  "ADD ARG CMD COPY ENTRYPOINT ENV EXPOSE FROM HEALTHCHECK LABEL MAINTAINER ONBUILD RUN SHELL STOPSIGNAL USER VOLUME WORKDIR".split(
    " ",
  );

const say = (line: number, code: string, message: string, mend: string, severity?: Severity): CheckFinding => ({
  code: `dockerfile-${code}`,
  message,
  mend,
  line,
  ...(severity ? { severity } : {}),
});

/** The recipe of an image. */
export const dockerfile: DocumentReader = {
  syntax: ({ text }) => {
    const all = instructionsOf(text);
    const from = all.findIndex(({ name }) => name === "FROM");
    const findings = all.flatMap((one, index): CheckFinding[] => {
      if (!KNOWN.includes(one.name))
        return [
          say(
            one.line,
            "instruction",
            `${one.name.slice(0, 30)} is no instruction.`,
            "Write one of FROM, RUN, COPY and so on.",
          ),
        ];
      if (one.rest.trim() === "")
        return [say(one.line, "empty", `${one.name} says nothing.`, "Write what it is to do.")];
      if (
        (one.name === "COPY" || one.name === "ADD") &&
        !one.rest.includes("[") &&
        !one.rest.includes("<<") &&
        wordsOf(one).words.length < 2
      )
        return [say(one.line, "copy", `${one.name} needs a source and a target.`, "Write both.")];
      if (index < from && one.name !== "ARG")
        return [say(one.line, "order", `${one.name} stands before FROM.`, "Begin with FROM.")];
      return brokenList(one);
    });
    if (from === -1) findings.push(say(1, "from", "There is no FROM.", "Begin with the image to build on."));
    return findings;
  },
  style: ({ text }) => {
    const all = instructionsOf(text);
    return [...images(all), ...commands(all), ...all.flatMap(habits), ...cacheOrder(all)];
  },
  security: ({ text }) => {
    const all = instructionsOf(text);
    return [...user(all), ...all.flatMap(secrets), ...all.flatMap(sources)];
  },
};

/** The exec form is JSON; with a fault in it, Docker runs the text in a shell instead. */
function brokenList({ name, rest, line }: Instruction): CheckFinding[] {
  if (!["CMD", "ENTRYPOINT", "SHELL"].includes(name) || !rest.startsWith("[")) return [];
  try {
    JSON.parse(rest);
    return [];
  } catch {
    return [
      say(
        line,
        "list",
        `${name} looks like a list and is no JSON.`,
        'Write words in double quotes: ["python", "-m", "app"].',
      ),
    ];
  }
}

function images(all: readonly Instruction[]): CheckFinding[] {
  const stages = new Set<string>();
  return all.flatMap((one) => {
    if (one.name !== "FROM") return [];
    const { words } = wordsOf(one);
    const image = words[0] ?? "";
    const own = stages.has(image.toLowerCase());
    if (words[1]?.toLowerCase() === "as" && words[2]) stages.add(words[2].toLowerCase());
    return own || image === "scratch" || !isFloating(image)
      ? []
      : [
          say(
            one.line,
            "latest",
            `${image} names no version.`,
            "Write the tag of a release, such as `python:3.14-slim-trixie`.",
          ),
        ];
  });
}

function commands(all: readonly Instruction[]): CheckFinding[] {
  return all
    .filter(({ name, rest }) => (name === "CMD" || name === "ENTRYPOINT") && !rest.startsWith("["))
    .map(({ name, line }) =>
      say(
        line,
        "shell-form",
        `${name} runs in a shell, which keeps signals to itself.`,
        'Write a list: ["python", "-m", "app"].',
      ),
    );
}

function habits(one: Instruction): CheckFinding[] {
  const { name, rest, line } = one;
  const found: CheckFinding[] = [];
  if (name === "MAINTAINER")
    found.push(say(line, "maintainer", "MAINTAINER is out of use.", "Write a LABEL.", "advisory"));
  if (name === "WORKDIR" && !/^["']?[/$]|^["']?[A-Z]:/i.test(rest))
    found.push(
      say(line, "workdir", "The folder depends on the image below.", "Write a path that starts with /.", "advisory"),
    );
  if (name === "ADD" && !/^(?:--\S+\s+)*(?:https?:|git@)/.test(rest) && !/\.(?:tar|tgz|gz|xz|bz2|zst)\b/.test(rest))
    found.push(say(line, "add", "ADD does more than copy.", "Write COPY.", "advisory"));
  if (name !== "RUN") return found;
  if (/\bapt-get\s+(?:-\S+\s+)*install\b|\bapt-get\b[^&|;]*\binstall\b/.test(rest)) {
    if (!/--no-install-recommends/.test(rest))
      found.push(
        say(
          line,
          "apt-recommends",
          "apt-get installs what it only recommends.",
          "Add --no-install-recommends.",
          "advisory",
        ),
      );
    if (!/rm\s+-rf?\s+\/var\/lib\/apt\/lists|--mount=type=cache/.test(rest))
      found.push(
        say(
          line,
          "apt-lists",
          "The lists of packages stay in the image.",
          "End with `&& rm -rf /var/lib/apt/lists/*`.",
          "advisory",
        ),
      );
  }
  if (/(?:^|[\s;&|])sudo\s/.test(rest))
    found.push(say(line, "sudo", "sudo has no use in a build.", "Switch with USER.", "advisory"));
  return found;
}

/** Copying everything before the dependencies are installed throws their layer away with every edit. */
function cacheOrder(all: readonly Instruction[]): CheckFinding[] {
  const copied = all.findIndex((one) => one.name === "COPY" && /^\.\/?$/.test(wordsOf(one).words[0] ?? ""));
  const install = all.findIndex(
    ({ name, rest }) => name === "RUN" && /\b(?:pip|uv|poetry|pdm)\b.*\b(?:install|sync)\b/.test(rest),
  );
  return copied !== -1 && install > copied
    ? [
        say(
          (all[copied] as Instruction).line,
          "copy-order",
          "Every edit of any file installs all dependencies again.",
          "Copy pyproject.toml and the lock first, install, then copy the rest.",
          "advisory",
        ),
      ]
    : [];
}

function user(all: readonly Instruction[]): CheckFinding[] {
  const stage = all.findLastIndex(({ name }) => name === "FROM");
  if (stage === -1) return [];
  const last = all.slice(stage).findLast(({ name }) => name === "USER");
  const who = last?.rest.trim().split(":")[0];
  if (last && who !== "root" && who !== "0") return [];
  return [
    say(
      last?.line ?? (all[stage] as Instruction).line,
      "root",
      "The container runs as root.",
      "Make a user with a fixed number and end with `USER 10001:10001`.",
      "blocking",
    ),
  ];
}

function secrets({ name, rest, line }: Instruction): CheckFinding[] {
  if (name === "COPY" && /(?:^|\s)\S*(?:\/|^)?\.env(?:\s|$)/.test(rest))
    return [
      say(
        line,
        "env-file",
        "The settings of one machine go into the image.",
        "Give them when the container starts.",
        "critical",
      ),
    ];
  if (name !== "ENV" && name !== "ARG") return [];
  const pairs = [...rest.matchAll(/([A-Za-z_]\w*)=("[^"]*"|'[^']*'|\S*)/g)].map((match) => [match[1], match[2]]);
  const older = /^([A-Za-z_]\w*)\s+(\S.*)$/.exec(rest);
  if (name === "ENV" && pairs.length === 0 && older) pairs.push([older[1], older[2]]);
  return pairs
    .map(([key = "", value = ""]) => ({ key, value: value.replace(/^["']|["']$/g, "") }))
    .filter(({ key, value }) => isSecretName(key) && value !== "" && !isPlaceholder(value))
    .map(({ key }) =>
      say(
        line,
        "secret",
        `${key} stays readable in every layer of the image.`,
        "Give it when the container starts, or use `RUN --mount=type=secret` during the build.",
        "critical",
      ),
    );
}

function sources({ name, rest, line }: Instruction): CheckFinding[] {
  if (name === "ADD" && /(?:^|\s)https?:\/\//.test(rest) && !/--checksum=/.test(rest))
    return [say(line, "remote", "ADD takes whatever the server sends.", "Add --checksum=sha256:... .", "blocking")];
  if (name !== "RUN") return [];
  const found = pipedDownloads(rest.replaceAll("\n", " "), line).slice(0, 1);
  if (/\bchmod\s+(?:-R\s+)?0?777\b/.test(rest))
    found.push(
      say(
        line,
        "world-writable",
        "Everybody may write these files.",
        "Give them to the user that needs them.",
        "blocking",
      ),
    );
  if (/--trusted-host|--allow-unauthenticated|\bcurl\b[^|;&]*\s(?:-k|--insecure)\b|--no-check-certificate/.test(rest))
    found.push(
      say(
        line,
        "unverified",
        "The download is not verified.",
        "Remove the option; install the certificate authority.",
        "blocking",
      ),
    );
  return found;
}
