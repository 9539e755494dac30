/** The commands of a README in order: the lines that start with `$` in its fenced `console` blocks. */
export function consoleCommands(readme: string): string[] {
  return [...readme.matchAll(/^```console\n([\s\S]*?)^```$/gm)].flatMap(([, block = ""]) =>
    block
      .split("\n")
      .filter((line) => line.startsWith("$ "))
      .map((line) => line.slice(2)),
  );
}

export interface Replaced {
  commands: string[];
  /** Commands that cannot run here, each with the reason. */
  left: { command: string; reason: string }[];
}

/**
 * What of it runs on a machine without Docker: the database of the compose file is one that runs already, named by the
 * environment, and the port of the service is a free one.
 */
export function runnableHere(commands: readonly string[], port: number): Replaced {
  const done: Replaced = { commands: [], left: [] };
  for (const command of commands) {
    if (/^docker\b/.test(command)) done.left.push({ command, reason: "needs Docker" });
    else if (/^export \w+_TEST_DATABASE_URL=/.test(command)) {
      done.left.push({ command, reason: "names the database of Docker; ours is named instead" });
      done.commands.push('export "$TEST_DATABASE_VARIABLE=$TEST_DATABASE_URL"');
    } else done.commands.push(command.replaceAll("127.0.0.1:8000", `127.0.0.1:${port}`));
  }
  return done;
}

const shellWord = (text: string) => `'${text.replaceAll("'", "'\\''")}'`;

/**
 * One bash session that runs the commands as a person would, each announced by `>>> `, and ends at the first that fails.
 * A server goes to the background until it is ready, since the person opens another terminal; at the end it gets SIGTERM
 * and is waited for; what code it leaves with is up to the manager that ran it.
 */
export function sessionScript(commands: readonly string[], port: number): string {
  const lines = commands.map((command) => {
    const say = `printf '\\n>>> %s\\n' ${shellWord(command)}`;
    if (!/ serve$/.test(command)) return `${say}\n${command}`;
    return `${say}
${command} &
server=$!
trap 'kill $server 2>/dev/null || true' EXIT
for attempt in $(seq 150); do
  curl --silent --fail --output /dev/null http://127.0.0.1:${port}/health/live && break
  kill -0 $server
  sleep 0.2
done`;
  });
  return `set -e -o pipefail
${lines.join("\n")}
if [ -n "\${server:-}" ]; then
  printf '\\n>>> SIGTERM\\n'
  kill -TERM $server
  wait $server || true
  trap - EXIT
fi
printf '\\n>>> done\\n'
`;
}

/** What a command of the session wrote; the n-th one if it stands there more than once. */
export function outputOf(session: string, command: RegExp, nth = 0): string {
  const parts = session.split(/^>>> /m).slice(1);
  return parts.filter((part) => command.test(part.split("\n")[0] ?? ""))[nth] ?? "";
}
