const HIDDEN = '***';
const LONGEST = 200;
/** Shorter ones would take words out of the sentence. */
const SHORTEST = 4;

/**
 * What a receiver answered, fit to be kept: a line of at most 200 characters in which none of the secrets stands, neither
 * as it is nor encoded, nor the telling parts of an address that is one.
 */
export function withoutSecrets(text: string, secrets: readonly (string | undefined)[]): string {
  const forms = secrets.flatMap((secret) => (secret === undefined ? [] : formsOf(secret)));
  const longestFirst = [...new Set(forms)]
    .filter(({ length }) => length >= SHORTEST)
    .sort((a, b) => b.length - a.length);
  const freed = longestFirst.reduce((line, form) => line.replaceAll(form, HIDDEN), text);
  // A log has one line for it.
  return freed
    .replace(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, LONGEST);
}

function formsOf(secret: string): readonly string[] {
  const parts = URL.canParse(secret) ? partsOf(new URL(secret)) : [];
  return [secret, ...parts].flatMap((form) => [
    form,
    encodeURIComponent(form),
    Buffer.from(form).toString('base64'),
    Buffer.from(form).toString('base64url'),
  ]);
}

const partsOf = ({ pathname, search, searchParams }: URL): readonly string[] => [
  `${pathname}${search}`,
  search.slice(1),
  ...searchParams.values(),
  ...pathname.split('/').filter(({ length }) => length >= 16),
];
