"use client";
import { useEffect } from "react";
import { ErrorWords } from "#components/shell/error-words.tsx";

/** After how many milliseconds the page asks for itself again; a mistake that stays is left to a person. */
const PAUSES_MS = [2_000, 6_000, 15_000];
let tried = 0;

/** A page that failed. It asks the server again by itself, because most often the database was away for a moment. */
export default function ErrorPage({ error, retry }: { error: Error & { digest?: string }; retry(): void }) {
  useEffect(() => {
    const pause = PAUSES_MS[tried];
    if (pause === undefined) return;
    const timer = setTimeout(() => {
      tried += 1;
      retry();
    }, pause);
    return () => clearTimeout(timer);
  }, [retry]);
  const again = () => {
    tried = 0;
    retry();
  };
  return <ErrorWords id={error.digest} onRetry={again} />;
}
