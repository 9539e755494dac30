import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** An entry of a tree: content, or the id of a blob that is there. */
export interface Entry {
  path: string;
  mode: string;
  content: string | Buffer;
}

export interface Author {
  name: string;
  email: string;
  /** ISO 8601. */
  date: string;
}

export interface CommitInput {
  message: string;
  tree: string;
  parents: readonly string[];
  author: Author;
  committer: Author;
}

/** No hooks, no configuration of this machine. */
const ENV = { PATH: process.env.PATH, GIT_CONFIG_NOSYSTEM: "1", GIT_CONFIG_GLOBAL: "/dev/null", HOME: "/nonexistent" };

/** One bare repository, written by git itself, so that what a test server was told can be cloned and inspected with git. */
export class GitStore {
  readonly folder: string;
  #files = 0;

  constructor(under: string, defaultBranch: string) {
    this.folder = mkdtempSync(join(under, "repository-"));
    this.run(["init", "--bare", "--quiet", `--initial-branch=${defaultBranch}`, "."]);
    mkdirSync(join(this.folder, "incoming"));
  }

  run(args: readonly string[], { input, env }: { input?: string; env?: Record<string, string> } = {}): string {
    const out = execFileSync("git", args, {
      cwd: this.folder,
      env: { ...ENV, ...env } as unknown as NodeJS.ProcessEnv,
      input: input ?? "",
      stdio: ["pipe", "pipe", "pipe"],
      maxBuffer: 1 << 26,
    });
    return out.toString();
  }

  /** The output of a command that may fail; null when it does. */
  ask(args: readonly string[]): string | null {
    try {
      return this.run(args).trim();
    } catch {
      return null;
    }
  }

  get isEmpty(): boolean {
    return this.branches().length === 0;
  }

  branches(): string[] {
    return this.run(["for-each-ref", "--format=%(refname:short)", "refs/heads"]).split("\n").filter(Boolean);
  }

  tip(branch: string): string | null {
    return this.ask(["rev-parse", "--verify", "--quiet", `refs/heads/${branch}^{commit}`]);
  }

  /** The files of a tree, or of a commit's. */
  files(treeish: string): { mode: string; type: string; id: string; path: string }[] {
    const lines = this.run(["ls-tree", "-r", "-t", "-z", treeish]).split("\0").filter(Boolean);
    return lines.map((line) => {
      const [, mode, type, id, path] = /^(\d+) (\w+) ([0-9a-f]+)\t(.*)$/s.exec(line) as unknown as string[];
      return { mode: mode as string, type: type as string, id: id as string, path: path as string };
    });
  }

  /** Writes a tree with these entries on top of another one; a null content removes. */
  tree(base: string | null, entries: readonly Entry[]): string {
    const names = entries.map(({ content }) => {
      const name = join(this.folder, "incoming", String(this.#files++));
      writeFileSync(name, content);
      return name;
    });
    const ids = this.run(["hash-object", "-w", "--no-filters", "--stdin-paths"], {
      input: `${names.join("\n")}\n`,
    }).split("\n");
    const env = { GIT_INDEX_FILE: join(this.folder, "incoming", `index-${this.#files++}`) };
    if (base) this.run(["read-tree", `${base}^{tree}`], { env });
    const lines = entries.map(({ path, mode }, index) => `${mode} ${ids[index]}\t${path}\0`).join("");
    this.run(["update-index", "-z", "--index-info"], { env, input: lines });
    return this.run(["write-tree"], { env }).trim();
  }

  commit({ message, tree, parents, author, committer }: CommitInput): string {
    return this.run(["commit-tree", tree, ...parents.flatMap((parent) => ["-p", parent]), "-F", "-"], {
      input: message,
      env: {
        GIT_AUTHOR_NAME: author.name,
        GIT_AUTHOR_EMAIL: author.email,
        GIT_AUTHOR_DATE: author.date,
        GIT_COMMITTER_NAME: committer.name,
        GIT_COMMITTER_EMAIL: committer.email,
        GIT_COMMITTER_DATE: committer.date,
      },
    }).trim();
  }

  /** Whether moving a branch from one commit to the other only adds to it. */
  isForward(from: string, to: string): boolean {
    return this.ask(["merge-base", "--is-ancestor", from, to]) !== null;
  }

  moveBranch(branch: string, commit: string): void {
    this.run(["update-ref", `refs/heads/${branch}`, commit]);
  }

  /** Everything a person would see: branches, commits and files, for comparing two repositories. */
  seen(): string {
    return this.branches()
      .map((branch) => {
        const log = this.run(["log", "--format=%H%n%an <%ae> %at%n%B", branch]);
        return `${branch}\n${log}\n${this.run(["ls-tree", "-r", branch])}`;
      })
      .join("\n");
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

/** A folder for the repositories of one server. */
export const storeFolder = (): string => mkdtempSync(join(tmpdir(), "plumbline-forge-"));
