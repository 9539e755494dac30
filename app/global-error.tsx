"use client";
import "./globals.css";
import { ErrorWords } from "#components/shell/error-words.tsx";

/** The last net: when even the layout fails. Nothing is left to draw again, so the whole page is loaded anew. */
export default function GlobalError({ error }: { error: Error & { digest?: string } }) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Plumbline</title>
        <ErrorWords id={error.digest} onRetry={() => window.location.reload()} />
      </body>
    </html>
  );
}
