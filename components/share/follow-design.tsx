"use client";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { followEvents } from "../generation/live/follow-events.ts";

interface Props {
  /** The address of the stream. */
  url: string;
  /** What the page was drawn from; another mark on the stream means that there is news. */
  mark: string;
}

const SHOWN_MS = 6_000;
/** Within this time the answer to one's own act has arrived. */
const OWN_MS = 400;

/** Draws the page anew whenever the design or the discussion changed, and leaves it when there is nothing to see any more. */
export function FollowDesign({ url, mark }: Props) {
  const router = useRouter();
  const drawn = useRef(mark);
  const [news, setNews] = useState(false);
  useEffect(() => {
    drawn.current = mark;
  }, [mark]);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    // Gone at once, however long the server takes to say what everyone is told whose link opens nothing.
    const leave = () => {
      document.body.hidden = true;
      location.reload();
    };
    const stop = followEvents(url, {
      on: {
        mark(data) {
          clearTimeout(timer);
          // What one does oneself draws the page anew by itself; only what others do is news.
          timer = setTimeout(() => {
            if (data === drawn.current) return;
            router.refresh();
            setNews(true);
            timer = setTimeout(() => setNews(false), SHOWN_MS);
          }, OWN_MS);
        },
        gone: leave,
      },
      onRefused: () =>
        void fetch(location.href, { method: "HEAD", cache: "no-store" }).then(
          ({ status }) => (status === 404 || status === 410) && leave(),
          () => undefined,
        ),
    });
    return () => {
      clearTimeout(timer);
      stop();
    };
  }, [url, router]);
  return (
    <p
      data-chrome
      role="status"
      className={
        news
          ? "fixed right-4 bottom-4 z-30 rounded border border-accent-line bg-accent-soft px-3 py-2 shadow-lift"
          : "sr-only"
      }
    >
      {news ? "Something changed just now; this page shows it." : ""}
    </p>
  );
}
