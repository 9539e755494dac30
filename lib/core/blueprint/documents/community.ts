import type { Design } from "../../design/design.ts";
import { isClosed, isLibrary } from "./traits.ts";

/** `CHANGELOG.md` in the form of Keep a Changelog; without dates, because the same answers give the same bytes. */
export const changelog = (design: Design): string => `# Changelog

All notable changes to ${design.repositoryName} are listed here. The form is that of
[Keep a Changelog](https://keepachangelog.com/en/1.1.0/); versions follow
[Semantic Versioning](https://semver.org/spec/v2.0.0.html)${isLibrary(design) ? " and concern the public API" : ""}.

## Unreleased

### Added

- The first version.
`;

/** `SECURITY.md`: which versions are mended, and how to report a weakness without telling everyone. */
export const security = (design: Design): string => `# Security

## Supported versions

Only the newest release gets security fixes.

## Reporting a weakness

${
  isClosed(design)
    ? "Tell the people who maintain this repository directly, not in an issue."
    : 'Use "Report a vulnerability" on the Security tab of this repository, or write to its maintainers directly. Do not open a public issue.'
}

Say which version you used, what you did, what happened, and what you expected. You get an answer within a week; once a
fix is released, you are named in the change log if you like.
`;
