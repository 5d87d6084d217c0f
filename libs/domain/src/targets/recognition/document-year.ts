const FIRST_YEAR = 2000;
const TITLE = /(20\d\d)年度?[^。；，,]{0,20}(?:绩效目标|预算)/;
/** The line below a form's title: （2024年度）. */
const YEAR_LINE = /^[(（]?(20\d\d)年度?[)）]?$/;
const DUE_DATE = /(20\d\d)年\d{1,2}月/;
const IN_FILE_NAME = /(?:^|\D)(20\d\d)(?!\d)/;
const IN_CODE = /^\d{6}(\d\d)[0-9A-Z]{13}$/;
const CHINESE_YEAR = /二[〇○零O0]([〇○零一二三四五六七八九])([〇○零一二三四五六七八九])年/;
const CHINESE_DIGITS = '零一二三四五六七八九';
const LONGEST_TITLE = 60;

/** True for a line that says the year and nothing else. */
export const isYearLine = (text: string): boolean => text.length <= LONGEST_TITLE && YEAR_LINE.test(text.trim());

/** What a document says about its budget year, gathered while it is read. */
export class YearEvidence {
  private title: number | null = null;
  private opening: number | null = null;
  private newestCreation: number | null = null;
  /** How often each year occurs among the due dates, in the order of reading. */
  private readonly due = new Map<number, number>();

  /** A text block outside the tables: a title such as 2022年部门整体绩效目标 or （2022年度）, else the first year named in the prose. */
  addText(text: string): void {
    const start = arabicYear(text.slice(0, 200));
    if (text.length <= LONGEST_TITLE) this.title ??= yearOf((TITLE.exec(start) ?? YEAR_LINE.exec(start.trim()))?.[1]);
    this.opening ??= yearOf(/^(20\d\d)年/.exec(start)?.[1]);
  }

  /** A project code as printed: digits 7–8 are its creation year (R3). */
  addCode(code: string): void {
    const year = yearOf(`20${IN_CODE.exec(code)?.[1] ?? '?'}`);
    if (year !== null) this.newestCreation = Math.max(this.newestCreation ?? 0, year);
  }

  /** A target value as printed. */
  addValue(value: string): void {
    const year = yearOf(DUE_DATE.exec(value.slice(0, 200))?.[1]);
    if (year !== null) this.due.set(year, (this.due.get(year) ?? 0) + 1);
  }

  /**
   * The budget year, or null where nothing tells: the title; else the year in which most of the due dates lie; else the
   * year in the file's name; else the newest creation year among the project codes (R3: older codes are carried over);
   * else the year with which a paragraph begins.
   */
  infer(file: string): number | null {
    return (
      this.title ??
      mostFrequent(this.due) ??
      yearOf(IN_FILE_NAME.exec(file)?.[1]) ??
      this.newestCreation ??
      this.opening
    );
  }
}

function yearOf(digits: string | undefined): number | null {
  const year = Number(digits ?? Number.NaN);
  return Number.isInteger(year) && year >= FIRST_YEAR ? year : null;
}

function mostFrequent(counts: ReadonlyMap<number, number>): number | null {
  return [...counts].sort(([, left], [, right]) => right - left)[0]?.[0] ?? null;
}

/** 二〇二三年 → 2023年. */
const arabicYear = (text: string): string =>
  text.replace(CHINESE_YEAR, (_, tens: string, ones: string) => `20${digit(tens)}${digit(ones)}年`);

const digit = (char: string): number => Math.max(0, CHINESE_DIGITS.indexOf(char.replace(/[〇○]/, '零')));
