import type { CommandSpec } from "./command.ts";
import type { SHELLS } from "./commands/index.ts";

type Shell = (typeof SHELLS)[number];
type Specs = readonly CommandSpec[];

/** `--out` of `--out <dir>`. */
const longName = (flags: string): string => flags.split(" ")[0] ?? flags;
const takesValue = (flags: string): boolean => flags.includes("<");

/** What may stand where, for one command. */
function wordsOf({ options = [] }: CommandSpec) {
  return {
    options: [...options.map(({ flags }) => longName(flags)), "--json", "--help"],
    values: options.flatMap(({ flags, choices }) => (choices ? [{ option: longName(flags), choices }] : [])),
  };
}

/** The script with which a shell completes commands, options and their values; file names where nothing else is known. */
export const completionOf = (shell: Shell, specs: Specs): string => SCRIPTS[shell](specs);

const SCRIPTS: Record<Shell, (specs: Specs) => string> = { bash, zsh, fish };

function bash(specs: Specs): string {
  const cases = specs.map((spec) => {
    const { options, values } = wordsOf(spec);
    const chosen = values.map(
      ({ option, choices }) => `      [ "$before" = ${option} ] && words="${choices.join(" ")}"\n`,
    );
    return `    ${spec.name})\n      words="${options.join(" ")}"\n${chosen.join("")}      ;;`;
  });
  return `# Completion of plumbline for bash.
_plumbline() {
  local current="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" words=
  [ "$COMP_CWORD" = 1 ] && words="${specs.map(({ name }) => name).join(" ")} --help --version"
  [ "$COMP_CWORD" != 1 ] && case "\${COMP_WORDS[1]}" in
${cases.join("\n")}
  esac
  mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
}
complete -o bashdefault -o default -F _plumbline plumbline
`;
}

const zshText = (text: string): string => text.replace(/['[\]:]/g, (sign) => (sign === "'" ? "'\\''" : `\\${sign}`));

function zsh(specs: Specs): string {
  const commands = specs.map(({ name, summary }) => `    '${name}:${zshText(summary)}'`);
  const cases = specs.map((spec) => {
    const options = (spec.options ?? []).map(({ flags, meaning, choices }) => {
      const value = choices ? `:value:(${choices.join(" ")})` : takesValue(flags) ? ":place:_files" : "";
      return `      '${longName(flags)}[${zshText(meaning)}]${value}'`;
    });
    return `    ${spec.name}) _arguments \\\n${[...options, "      '--json[print JSON]'", "      '*:file:_files'"].join(" \\\n")} ;;`;
  });
  return `#compdef plumbline
# Completion of plumbline for zsh.
_plumbline() {
  local -a commands=(
${commands.join("\n")}
  )
  if (( CURRENT == 2 )); then _describe command commands; return; fi
  local command="$words[2]"
  shift words; (( CURRENT-- ))
  case "$command" in
${cases.join("\n")}
  esac
}
compdef _plumbline plumbline
`;
}

const fishText = (text: string): string => `'${text.replace(/['\\]/g, "\\$&")}'`;

function fish(specs: Specs): string {
  const lines = specs.flatMap((spec) => {
    const seen = `-n '__fish_seen_subcommand_from ${spec.name}'`;
    const options = (spec.options ?? []).map(({ flags, meaning, choices }) => {
      const value = choices ? ` -xa '${choices.join(" ")}'` : takesValue(flags) ? " -r" : "";
      return `complete -c plumbline ${seen} -l ${longName(flags).slice(2)} -d ${fishText(meaning)}${value}`;
    });
    return [
      `complete -c plumbline -n __fish_use_subcommand -fa ${spec.name} -d ${fishText(spec.summary)}`,
      ...options,
      `complete -c plumbline ${seen} -l json -d 'print JSON'`,
    ];
  });
  return `# Completion of plumbline for fish.\n${lines.join("\n")}\n`;
}
