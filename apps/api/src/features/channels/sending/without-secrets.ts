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
    ...[0, 1, 2].flatMap((shift) => base64Within(form, shift)),
  ]);
}

/** What of a longer text in base64 comes from the secret alone, where so many bytes beyond a multiple of three stand before it. */
function base64Within(secret: string, shift: number): readonly string[] {
  const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(secret)]);
  const first = Math.ceil((shift * 4) / 3);
  const last = Math.floor((bytes.length * 4) / 3);
  return (['base64', 'base64url'] as const).map((encoding) => bytes.toString(encoding).slice(first, last));
}

const partsOf = ({ pathname, search, searchParams }: URL): readonly string[] => [
  `${pathname}${search}`,
  search.slice(1),
  ...searchParams.values(),
  ...pathname.split('/').filter(({ length }) => length >= 8),
];
