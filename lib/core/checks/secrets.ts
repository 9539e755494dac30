import type { CheckFinding } from "./check.ts";
import { concernsSecrets, isPlaceholder, looksRandom } from "./security/secret-names.ts";

/** Shapes of real credentials. Sources: the public token formats of the issuers named. */
const PATTERNS: readonly { code: string; what: string; pattern: RegExp }[] = [
  {
    code: "secret-private-key",
    what: "a private key",
    pattern: /-----BEGIN (?:[A-Z0-9]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----/,
  },
  { code: "secret-aws", what: "an AWS access key", pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/ },
  {
    code: "secret-github",
    what: "a GitHub token",
    pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{36,}|github_pat_[A-Za-z0-9_]{60,})\b/,
  },
  { code: "secret-gitlab", what: "a GitLab token", pattern: /\bgl(?:pat|dt|rt|ptt)-[A-Za-z0-9_-]{20,}\b/ },
  {
    code: "secret-slack",
    what: "a Slack token",
    pattern: /\bxox[abeprs]-[A-Za-z0-9-]{10,}\b|hooks\.slack\.com\/services\/T\w+\/B\w+\/\w+/,
  },
  { code: "secret-stripe", what: "a Stripe key", pattern: /\b(?:[rs]k_live|whsec)_[A-Za-z0-9]{16,}\b/ },
  { code: "secret-google", what: "a Google API key", pattern: /\bAIza[0-9A-Za-z_-]{35}\b|\bGOCSPX-[\w-]{20,}\b/ },
  {
    code: "secret-openai",
    what: "an API key of a model provider",
    pattern: /\bsk-(?:proj-|ant-|or-)?[A-Za-z0-9_-]{32,}\b/,
  },
  { code: "secret-pypi", what: "a PyPI token", pattern: /\bpypi-[A-Za-z0-9_-]{40,}\b/ },
  { code: "secret-npm", what: "an npm token", pattern: /\bnpm_[A-Za-z0-9]{36}\b/ },
  { code: "secret-sendgrid", what: "a SendGrid key", pattern: /\bSG\.[\w-]{16,}\.[\w-]{16,}\b/ },
  { code: "secret-twilio", what: "a Twilio key", pattern: /\bSK[0-9a-f]{32}\b/ },
  { code: "secret-docker", what: "a Docker Hub token", pattern: /\bdckr_pat_[\w-]{20,}\b/ },
  { code: "secret-huggingface", what: "a Hugging Face token", pattern: /\bhf_[A-Za-z0-9]{30,}\b/ },
  { code: "secret-azure", what: "a storage key of Azure", pattern: /AccountKey=[A-Za-z0-9+/]{60,}={0,2}/ },
  {
    code: "secret-jwt",
    what: "a signed token",
    pattern: /\beyJ[A-Za-z0-9_-]{10,}\.eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}/,
  },
];

/** `name = "value"`, `"name": "value"`, `name: value`, `NAME=value`, in code, in comments and in configuration. */
const ASSIGNED =
  /\b([A-Za-z_][\w.-]{1,60})["']?\s*(?::=|[:=])\s*(?:[rbuf]{0,2}(["'])([^"'\n]{1,300})\2|([^\s"'#,;(){}[\]<>]{8,300})(?=\s*(?:#|,|;|$)))/gi;

/** The password in an address. */
const ADDRESS = /:\/\/([^\s:/@"'`]{0,80}):([^\s/@"'`]{1,120})@([\w.-]{1,100})/gi;
/** The password among the settings of a connection: `Server=db;Password=...`. */
const SETTING = /[;?&]\s*(?:password|pwd|sig|accountkey|sharedaccesskey)\s*=\s*([^;&\s"'`]{6,200})/gi;
const AUTHORIZATION = /\bAuthorization["']?\s*[:=]\s*["']?(?:Bearer|Basic|Token)\s+([A-Za-z0-9._~+/=-]{16,})/gi;
const QUOTED = /(["'])([A-Za-z0-9+/_=-]{32,200})\1/g;

/** Longer lines are data, and no pattern may take long over them. */
const LONGEST_LINE = 4000;

/**
 * Finds credentials in any text file, comments included: shapes of tokens everywhere, passwords in addresses,
 * random-looking literals. A line has one finding at most.
 * @param inTests dummies for hosts that do not exist are ordinary
 */
export function secretFindings(text: string, inTests = false): CheckFinding[] {
  return text.split("\n").flatMap((whole, index): CheckFinding[] => {
    const content = whole.slice(0, LONGEST_LINE);
    const known = PATTERNS.find(({ pattern }) => pattern.test(content));
    if (known) return [at(index, known.code, `This line holds ${known.what}.`)];
    const address = [...content.matchAll(ADDRESS)].find((match) =>
      isRealPassword(match as unknown as string[], inTests),
    );
    if (address)
      return [
        at(index, "secret-address", `This address carries the password of \`${(address[3] as string).slice(0, 60)}\`.`),
      ];
    if (
      [...content.matchAll(SETTING)].some(
        (match) => !isPlaceholder(match[1] as string) && /\d/.test(match[1] as string),
      )
    )
      return [at(index, "secret-setting", "This text carries the password of a connection.")];
    const bearer = [...content.matchAll(AUTHORIZATION)].find((match) => looksRandom(match[1] as string, true));
    if (bearer) return [at(index, "secret-authorization", "This header carries a credential.")];
    const assigned = [...content.matchAll(ASSIGNED)].find((match) =>
      isRealSecret(match[1] as string, match[3] ?? match[4] ?? "", match[2] !== undefined),
    );
    if (assigned)
      return [at(index, "secret-literal", `\`${assigned[1]}\` is given a literal that looks like a real secret.`)];
    const drawn = [...content.matchAll(QUOTED)].find((match) => looksRandom(match[2] as string, false));
    return drawn ? [at(index, "secret-random", "This literal looks like a key that was drawn by chance.")] : [];
  });
}

const at = (index: number, code: string, message: string): CheckFinding => ({
  code,
  message,
  mend: "Remove it, revoke it if it is real, and read it from the environment; its name alone belongs in .env.example.",
  line: index + 1,
});

/** A name with no quotes round its value may be code: then only what cannot be an expression counts. */
function isRealSecret(name: string, value: string, quoted: boolean): boolean {
  if (!concernsSecrets(name.split(".").at(-1) as string) || /^\.{0,2}\//.test(value)) return false;
  if (isPlaceholder(value)) return false;
  return looksRandom(value, true) && (quoted || (/\d/.test(value) && !/[.]\w+[.(]|::/.test(value)));
}

/** Names that are kept for examples, or for one machine. */
const NOWHERE = /^(?:localhost|127\.|[\w-]+$|(?:.*\.)?example(?:\.(?:com|org|net))?$|.*\.(?:test|invalid|localhost)$)/i;

/** `user:password@host` teaches the form of an address; so does a user who is called like the password. */
function isRealPassword([, user = "", password = "", host = ""]: readonly string[], inTests: boolean): boolean {
  if (isPlaceholder(password) || password.toLowerCase() === user.toLowerCase()) return false;
  if (/^(?:pass|pw|pwd|postgres|admin|root|guest|test|user|pass(?:word)?\d{0,3}|s3cr3t)$/i.test(password)) return false;
  return !(inTests && NOWHERE.test(host)) || looksRandom(password, true);
}
