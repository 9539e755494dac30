"use client";
import "./globals.css";
import ErrorPage from "./error.tsx";

/** The last net: when even the layout fails. */
export default function GlobalError(props: { error: Error & { digest?: string }; reset(): void }) {
  return (
    <html lang="en">
      <body>
        <title>Something failed · Plumbline</title>
        <ErrorPage {...props} />
      </body>
    </html>
  );
}
