import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";
import { KeepFocus } from "#components/shell/keep-focus.tsx";
import { requestOrigin } from "./_server/api/request-origin.ts";
import { readTheme } from "./_server/theme.ts";
import "./globals.css";

const TITLE = "Plumbline";
const DESCRIPTION = "From an idea to a Python backend repository you can trust, one explicit decision at a time.";

/** What a chat shows of a link has to be told with the address under which this server is known. */
export async function generateMetadata(): Promise<Metadata> {
  return {
    metadataBase: new URL(requestOrigin(await headers())),
    title: { default: TITLE, template: `%s · ${TITLE}` },
    description: DESCRIPTION,
    openGraph: { title: TITLE, description: DESCRIPTION, siteName: TITLE, type: "website" },
    twitter: { card: "summary_large_image" },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f8f7f4" },
    { media: "(prefers-color-scheme: dark)", color: "#11151d" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const theme = await readTheme();
  return (
    <html lang="en" {...(theme === "system" ? {} : { "data-theme": theme })}>
      <body>
        <a
          href="#main"
          className="sr-only focus-visible:not-sr-only focus-visible:fixed focus-visible:top-2 focus-visible:left-2 focus-visible:z-50 focus-visible:rounded focus-visible:bg-panel focus-visible:px-4 focus-visible:py-2"
        >
          Skip to the content
        </a>
        {children}
        <KeepFocus />
      </body>
    </html>
  );
}
