const SECRET_WORDS =
  /(?:^|[_.-])(?:password|secret_?key|passwd|passphrase|pwd|secret|secrets|token|api_?key|apikey|access_?key|private_?key|signing_?key|encryption_?key|credential|credentials|auth_?key|client_?secret|bearer|authorization|passwords|api_?keys|access_?keys|private_?keys|(?:access|refresh)_?tokens)$/;

/** Words that turn a secret's name into something harmless: where it lies, how long it lasts, which page comes next. */
const HARMLESS =
  /(?:^|_)(?:next|page|continuation|cursor|csrf_?field|token_?type|public|max|min|num|file|path|url|ttl)(?:_|$)/;

const snake = (name: string): string =>
  name
    .replace(/([a-z0-9])([A-Z])/g, "$1_$2")
    .toLowerCase()
    .replace(/\d+$/, "");

/** Whether a name says that its value is a secret: `DB_PASSWORD`, `apiKey`, `client_secret`. */
export const isSecretName = (name: string): boolean => SECRET_WORDS.test(snake(name)) && !HARMLESS.test(snake(name));

/** Whether a name has to do with secrets at all: `SECRET_KEY_BASE`, `token_for_tests`. */
export const concernsSecrets = (name: string): boolean =>
  isSecretName(name) ||
  (/password|passwd|secret|token|api_?key|private_?key|credential/.test(snake(name)) && !HARMLESS.test(snake(name)));

const PLACEHOLDER =
  /^(?:|none|null|true|false|unset|empty|change[-_ ]?me\S*|replace[-_ ]?me\S*|your[-_ ].*|example\S*|dummy\S*|placeholder|redacted|password|passwd|secret|token|x{3,}|\*{3,}|\.{3,}|<[^<>]*>|\[[^[\]]*\]|\{[^{}]*\})$/i;

/** Whether a value only holds the place of a secret, or says where it comes from. */
export const isPlaceholder = (value: string): boolean =>
  PLACEHOLDER.test(value) ||
  /\$\{|\$\(|\$[A-Za-z_]|%\(|%s|\{\{|<[\w -]+>|\{[\w.!:]*\}/.test(value) ||
  /^\/run\/secrets\//.test(value);

/** Shannon entropy in bits per character. */
function entropy(text: string): number {
  const counts = new Map<string, number>();
  for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1);
  let bits = 0;
  for (const count of counts.values()) bits -= (count / text.length) * Math.log2(count / text.length);
  return bits;
}

/** Above this many bits per character a literal at a secret's name looks random (measured: words stay below 3.3). */
const RANDOM_LOOKING = 3.5;
/** A text as even as this looks random whatever it is called, when it is long and mixes letters and digits. */
const RANDOM_ANYWHERE = 4.5;

/** Words with marks between them: `local-development-key`. */
const WORDS = /^[A-Z]?[a-z]+(?:[-_.:/][A-Z]?[a-z]+)*$/;

/** What people make up when a form asks for a capital, a digit and a mark. */
const isPasswordLike = (value: string): boolean =>
  /^[A-Za-z0-9!@#$%^&*?~+-]{8,40}$/.test(value) &&
  [/[a-z]/, /[A-Z]/, /\d/, /[!@#$%^&*?~]/].every((kind) => kind.test(value));

/** Whether a literal looks drawn rather than written. Sentences, paths and addresses are written. */
export function looksRandom(value: string, named: boolean): boolean {
  if (WORDS.test(value)) return false;
  if (/\s/.test(value)) return false;
  if (named && isPasswordLike(value)) return true;
  if (value.length < (named ? 12 : 32)) return false;
  if (named) return entropy(value) >= RANDOM_LOOKING;
  return (
    /^[A-Za-z0-9+/_=-]+$/.test(value) &&
    /\d/.test(value) &&
    /[a-z]/.test(value) &&
    /[A-Z]/.test(value) &&
    !/[a-z]{7,}/i.test(value.replace(/[^a-zA-Z]/g, " ")) &&
    entropy(value) >= RANDOM_ANYWHERE
  );
}
