import type { Problem } from "#lib/core/result.ts";

/** What the server says to a batch of changes; `state` is whatever the page draws from. */
export type SaveReply<S> =
  | { kind: "saved"; version: number; state: S }
  /** Somebody else was first: `state` is the newer one; the batch was not stored. */
  | { kind: "conflict"; version: number; state: S }
  | { kind: "refused"; problems: Problem[] };

export interface Change {
  path: string;
  /** `null` takes the answer back. */
  value: unknown;
}

export interface Batch {
  version: number;
  changes: Change[];
  reasons: Record<string, string>;
}

export type SaveStatus = "saved" | "saving" | "offline";

export interface QueueEvents<S> {
  onStatus(status: SaveStatus): void;
  onState(state: S, why: "saved" | "conflict"): void;
  /** Problems at a path; an empty list takes earlier ones back. */
  onProblems(path: string, problems: Problem[]): void;
}

/** Where what is not yet stored outlives the page. */
export interface Shelf {
  load(): string | null;
  store(text: string | null): void;
}

interface Waiting {
  changes: Map<string, unknown>;
  reasons: Map<string, string>;
}

const RETRY_MS = [500, 1000, 2000, 5000, 10_000];

/**
 * Stores answers one write at a time (HARDENING, reliability rule 8): what comes while a write is under way is
 * gathered, the newest value per answer wins, nothing is forgotten before the server has acknowledged it.
 */
export class SaveQueue<S> {
  private readonly waiting: Waiting = { changes: new Map(), reasons: new Map() };
  private flight: Waiting | null = null;
  /** Refused values: the person's words are kept on the shelf until they are mended. */
  private readonly refused = new Map<string, unknown>();
  private version: number;
  private readonly send: (batch: Batch) => Promise<SaveReply<S>>;
  private readonly events: QueueEvents<S>;
  private readonly shelf: Shelf;
  private failures = 0;
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor(version: number, send: (batch: Batch) => Promise<SaveReply<S>>, events: QueueEvents<S>, shelf: Shelf) {
    this.version = version;
    this.send = send;
    this.events = events;
    this.shelf = shelf;
  }

  /** Takes up what an earlier page could not store. Returns the values, so that the page can show them. */
  resume(): Change[] {
    const left = parseShelf(this.shelf.load());
    for (const { path, value } of left.changes) this.waiting.changes.set(path, value);
    for (const [path, text] of Object.entries(left.reasons)) this.waiting.reasons.set(path, text);
    if (this.busy) void this.flush();
    return left.changes;
  }

  /** Puts answers (and reasons given with them) in line. */
  put(changes: readonly Change[], reasons: Readonly<Record<string, string>> = {}): void {
    for (const { path, value } of changes) {
      this.refused.delete(path);
      this.waiting.changes.set(path, value);
    }
    for (const [path, text] of Object.entries(reasons)) this.waiting.reasons.set(path, text);
    this.keep();
    void this.flush();
  }

  /** The answers and reasons, by path, for which the page's value is not the stored one and not on its way. */
  held(): { changes: ReadonlySet<string>; reasons: ReadonlySet<string> } {
    return {
      changes: new Set([...this.waiting.changes.keys(), ...this.refused.keys()]),
      reasons: new Set(this.waiting.reasons.keys()),
    };
  }

  /** The project moved on by another act of this page (undo, confirm), so the next write builds on that. */
  moveTo(version: number): void {
    this.version = Math.max(this.version, version);
  }

  /** Tries at once, for when the network is back. */
  retry(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    void this.flush();
  }

  get busy(): boolean {
    return this.flight !== null || size(this.waiting) > 0;
  }

  /** Resolves when nothing is under way, or after `limitMs`. */
  async settled(limitMs = 4000): Promise<boolean> {
    const start = performance.now();
    while (this.busy && performance.now() - start < limitMs) await new Promise((resolve) => setTimeout(resolve, 25));
    return !this.busy;
  }

  private async flush(): Promise<void> {
    if (this.flight || this.timer || size(this.waiting) === 0) return;
    this.flight = { changes: new Map(this.waiting.changes), reasons: new Map(this.waiting.reasons) };
    this.waiting.changes.clear();
    this.waiting.reasons.clear();
    if (this.failures === 0) this.events.onStatus("saving");
    try {
      const reply = await this.send(batchOf(this.version, this.flight));
      this.failures = 0;
      this.settle(reply, this.flight);
    } catch {
      this.putBack(this.flight);
      this.retryLater();
      return;
    }
    this.flight = null;
    this.keep();
    if (size(this.waiting) > 0) void this.flush();
    else this.events.onStatus("saved");
  }

  private settle(reply: SaveReply<S>, sent: Waiting): void {
    if (reply.kind === "refused") {
      this.refuse(reply.problems, sent);
      return;
    }
    this.version = reply.version;
    if (reply.kind === "conflict") this.putBack(sent);
    else for (const path of sent.changes.keys()) this.events.onProblems(path, []);
    this.events.onState(reply.state, reply.kind);
  }

  /** The bad answers leave the line with their problems; the good ones that travelled with them go again. */
  private refuse(problems: readonly Problem[], sent: Waiting): void {
    const bad = [...sent.changes.keys()].filter((path) => problems.some((problem) => concerns(problem, path)));
    const dropped = bad.length > 0 ? bad : [...sent.changes.keys()];
    for (const path of dropped) {
      const own = problems.filter((problem) => concerns(problem, path));
      this.events.onProblems(path, own.length > 0 ? own : [...problems]);
      if (!this.waiting.changes.has(path)) this.refused.set(path, sent.changes.get(path));
      sent.changes.delete(path);
    }
    this.putBack(sent.changes.size > 0 ? sent : { changes: new Map(), reasons: new Map() });
  }

  private putBack(sent: Waiting): void {
    for (const [path, value] of sent.changes)
      if (!this.waiting.changes.has(path)) this.waiting.changes.set(path, value);
    for (const [path, text] of sent.reasons) if (!this.waiting.reasons.has(path)) this.waiting.reasons.set(path, text);
  }

  private retryLater(): void {
    this.flight = null;
    this.keep();
    this.events.onStatus("offline");
    const delay = RETRY_MS[Math.min(this.failures, RETRY_MS.length - 1)];
    this.failures += 1;
    this.timer = setTimeout(() => this.retry(), delay);
  }

  private keep(): void {
    const changes = new Map([...this.refused, ...(this.flight?.changes ?? []), ...this.waiting.changes]);
    const reasons = new Map([...(this.flight?.reasons ?? []), ...this.waiting.reasons]);
    const empty = size({ changes, reasons }) === 0;
    this.shelf.store(
      empty
        ? null
        : JSON.stringify({
            changes: [...changes].map(([path, value]) => ({ path, value })),
            reasons: Object.fromEntries(reasons),
          }),
    );
  }
}

const size = ({ changes, reasons }: Waiting): number => changes.size + reasons.size;

const concerns = (problem: Problem, path: string): boolean =>
  problem.path === path || problem.path.startsWith(`${path}.`) || problem.path.startsWith(`${path}[`);

const batchOf = (version: number, { changes, reasons }: Waiting): Batch => ({
  version,
  changes: [...changes].map(([path, value]) => ({ path, value })),
  reasons: Object.fromEntries(reasons),
});

function parseShelf(text: string | null): { changes: Change[]; reasons: Record<string, string> } {
  try {
    const parsed = JSON.parse(text ?? "{}") as { changes?: Change[]; reasons?: Record<string, string> };
    return { changes: Array.isArray(parsed.changes) ? parsed.changes : [], reasons: parsed.reasons ?? {} };
  } catch {
    return { changes: [], reasons: {} };
  }
}
