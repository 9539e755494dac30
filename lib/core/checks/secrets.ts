import type { CheckFinding } from "./check.ts";

/** Shapes of real credentials. Sources: the public token formats of the issuers named. */
const PATTERNS: readonly { code: string; what: string; pattern: RegExp }[] = [
  { code: "secret-private-key", what: "a private key", pattern: /-----BEGIN (?:[A-Z]+ )?PRIVATE KEY-----/ },
  { code: "secret-aws", what: "an AWS access key", pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  {
    code: "secret-github",
    what: "a GitHub token",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/,
  },
  { code: "secret-gitlab", what: "a GitLab token", pattern: /\bglpat-[A-Za-z0-9_-]{20,}\b/ },
  { code: "secret-slack", what: "a Slack token", pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}\b/ },
  { code: "secret-stripe", what: "a Stripe live key", pattern: /\b[rs]k_live_[A-Za-z0-9]{16,}\b/ },
  { code: "secret-google", what: "a Google API key", pattern: /\bAIza[0-9A-Za-z_-]{35}\b/ },
  {
    code: "secret-jwt",
    what: "a signed token",
    pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\b/,
  },
];

const ASSIGNMENT =
  /\b(\w*(?:password|passwd|secret|token|api_?key|private_?key|credential)\w*)\b["']?\s*[:=]\s*["']([^"'\s]{12,})["']/i;

/** Shannon entropy in bits per character. */
export function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Above this many bits per character a literal assigned to a secret's name looks random (measured: words stay below 3.3). */
const RANDOM_LOOKING = 3.5;

/** Finds credentials in any text file, comments included; shapes of tokens everywhere, random-looking literals at telling names. */
export function secretFindings(text: string): CheckFinding[] {
  return text.split("\n").flatMap((content, index): CheckFinding[] => {
    const known = PATTERNS.find(({ pattern }) => pattern.test(content));
    if (known)
      return [
        {
          code: known.code,
          message: `This line holds ${known.what}.`,
          mend: "Remove it, revoke it if it is real, and read it from the environment.",
          line: index + 1,
        },
      ];
    const assigned = ASSIGNMENT.exec(content);
    if (!assigned || entropy(assigned[2] as string) < RANDOM_LOOKING) return [];
    return [
      {
        code: "secret-literal",
        message: `\`${assigned[1]}\` is given a literal that looks like a real secret.`,
        mend: "Read it from the environment; keep the name only in .env.example.",
        line: index + 1,
      },
    ];
  });
}
