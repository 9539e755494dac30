import { toolchainOf } from "../../toolchains/index.ts";
import { testCommand } from "../commands.ts";
import { commandBlock } from "../markdown.ts";
import { type Section, tested } from "./context.ts";

/** From a fresh checkout to a running test; says plainly that the lock is made first (DM09). */
export const installation: Section = (context) => {
  const { design } = context;
  const { tool, lock, install } = toolchainOf(design);
  const first = lock
    ? `\`${lock.by}\` writes ${lock.files.map((file) => `\`${file}\``).join(" and ")}. Exact versions can only be chosen where the package index is reached, so this repository comes without a lock: commit what the command writes, and later checkouts skip it.`
    : "No lock file holds exact versions: every installation takes the newest ones that `pyproject.toml` allows.";
  return {
    title: "Installation",
    blocks: [
      `You need Python ${design.floor.text} or newer and [${tool.name}](${tool.home}) ${tool.version} or newer.`,
      commandBlock([
        ...install.environment(design),
        ...(lock?.make(design) ?? []),
        ...install.development,
        ...(tested(context) ? [testCommand(design).plain] : []),
      ]),
      first,
    ],
  };
};
