import type { Problem } from '@jixiao/domain';

export type Locale = 'zh' | 'en';

/** What a code means to a person, and the HTTP status of a refusal with it. `{name}` is replaced by the parameter. */
export interface Message {
  /** Left out for codes that only name a warning or a field's fault; a refusal with such a code is 422. */
  readonly status?: number;
  readonly zh: string;
  readonly en: string;
}

/** The sentences of one slice, by stable code. */
export type Messages = Readonly<Record<string, Message>>;

/** Parameters that are days of the program's own making; what people typed is quoted as they typed it. */
const DAYS: ReadonlySet<string> = new Set([
  'opensOn',
  'closesOn',
  'roundClosesOn',
  'expiresOn',
  'effectiveOn',
  'doneOn',
  'fromDay',
  'untilDay',
  'lastDay',
  'today',
  'deadline',
]);
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

const PLACEHOLDER = /\{(\w+)\}/g;

/** Every code of the program with its sentences. Each slice owns its own list; `src/messages.ts` puts them together. */
export class MessageCatalogue {
  private readonly byCode = new Map<string, Message>();

  /** @throws Error where two slices claim the same code: a code has one meaning. */
  constructor(...lists: readonly Messages[]) {
    for (const [code, message] of lists.flatMap((list) => Object.entries(list))) {
      if (this.byCode.has(code)) throw new Error(`Message code "${code}" is defined twice`);
      this.byCode.set(code, message);
    }
  }

  has(code: string): boolean {
    return this.byCode.has(code);
  }

  codes(): readonly string[] {
    return [...this.byCode.keys()];
  }

  /** HTTP status of a refusal with this code; 422 where the catalogue names none. */
  statusOf(code: string): number {
    return this.byCode.get(code)?.status ?? 422;
  }

  /** The sentence with the names of its figures; the code itself where it is unknown. */
  template(code: string, locale: Locale): string {
    return this.byCode.get(code)?.[locale] ?? code;
  }

  /** The sentence for a person. An unknown code is shown as it is rather than hidden. */
  sentence(problem: Problem, locale: Locale): string {
    return this.template(problem.code, locale).replace(PLACEHOLDER, (_, name: string) => {
      const value = String(problem.params?.[name] ?? '—');
      return DAYS.has(name) ? dayText(value, locale) : value;
    });
  }
}

/** `2026年10月20日`, `20 Oct 2026`; anything but an ISO day stays as it is. */
function dayText(value: string, locale: Locale): string {
  const [, year = '', month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(value) ?? [];
  if (year === '') return value;
  return locale === 'zh'
    ? `${year}年${Number(month)}月${Number(day)}日`
    : `${Number(day)} ${MONTHS_EN[Number(month) - 1] ?? month} ${year}`;
}

/** Language of the answer from `Accept-Language`: English where it is preferred to Chinese, else Chinese. */
export const localeOf = (acceptLanguage: string | undefined): Locale => {
  const preferred = (acceptLanguage ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
      const quality = rest.map((item) => /^\s*q=([\d.]+)$/.exec(item)?.[1]).find((value) => value !== undefined);
      return { language: tag.split('-')[0], quality: quality === undefined ? 1 : Number(quality) };
    })
    .filter(({ language, quality }) => (language === 'zh' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality)[0];
  return preferred?.language === 'en' ? 'en' : 'zh';
};
