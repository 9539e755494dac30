/** `lost`: there has been no connection for some seconds; it is being tried again. */
export type Link = "live" | "lost";

interface Heard {
  /** What to do with the data of each event, by its name. */
  on: Readonly<Record<string, (data: string) => void>>;
  onLink?(link: Link): void;
  /** The server answered, and not with a stream; it is tried again all the same. */
  onRefused?(): void;
}

/** Shorter interruptions are nobody's business. */
const QUIET_MS = 3_000;
const LONGEST_WAIT_MS = 15_000;

/**
 * Listens to a stream of events until told to stop. It is closed while the page is hidden, so that many open tabs do not
 * use up the connections of the browser. A browser tries again by itself after a lost connection, but not after an
 * answer that is an error (a server that is just starting): then we do, slower each time.
 */
export function followEvents(url: string, { on, onLink, onRefused }: Heard): () => void {
  let source: EventSource | null = null;
  let again: ReturnType<typeof setTimeout> | undefined;
  let quiet: ReturnType<typeof setTimeout> | undefined;
  let failures = 0;

  const lose = () => {
    quiet ??= setTimeout(() => onLink?.("lost"), QUIET_MS);
  };
  const found = () => {
    clearTimeout(quiet);
    quiet = undefined;
    failures = 0;
    onLink?.("live");
  };
  const close = () => {
    clearTimeout(again);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    const opened = new EventSource(url);
    source = opened;
    opened.addEventListener("open", found);
    for (const [name, hear] of Object.entries(on))
      opened.addEventListener(name, (event) => hear((event as MessageEvent<string>).data));
    opened.addEventListener("error", () => {
      lose();
      if (opened.readyState !== EventSource.CLOSED) return;
      onRefused?.();
      failures += 1;
      const wait = Math.min(LONGEST_WAIT_MS, 500 * 2 ** failures);
      clearTimeout(again);
      again = setTimeout(open, wait / 2 + (wait / 2) * Math.random());
    });
  };
  const onVisible = () => {
    if (document.visibilityState === "hidden") {
      clearTimeout(quiet);
      quiet = undefined;
      close();
    } else if (!source) open();
  };
  document.addEventListener("visibilitychange", onVisible);
  onVisible();
  return () => {
    document.removeEventListener("visibilitychange", onVisible);
    clearTimeout(quiet);
    close();
  };
}
