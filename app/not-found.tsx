import type { Metadata } from "next";
import { AppHeader } from "#components/shell/app-header.tsx";
import { buttonClass } from "#components/ui/button.tsx";
import { Link } from "#components/ui/link.tsx";
import { readTheme } from "./_server/theme.ts";

export const metadata: Metadata = { title: "Not found" };

export default async function NotFound() {
  return (
    <>
      <AppHeader theme={await readTheme()} />
      <main id="main" className="mx-auto max-w-2xl px-4 py-16">
        <h1 className="text-xl font-semibold">There is nothing at this address for you</h1>
        <p className="measure mt-3 text-base text-ink-soft">
          Either the address is wrong, or the project belongs to another browser. A project opens only in the browser
          that started it; its owner can share a review by link.
        </p>
        <Link href="/" className={buttonClass("primary", "md", "mt-6")}>
          Go to the start page
        </Link>
      </main>
    </>
  );
}
