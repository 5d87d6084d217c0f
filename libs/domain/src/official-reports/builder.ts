import type {
  ReportBlock,
  ReportChart,
  ReportChartData,
  ReportColumn,
  ReportParagraph,
  ReportSection,
  ReportSentence,
  ReportSubheading,
  ReportTable,
  ReportTableRow,
  SentenceSource,
} from './report-content.js';
import { ordinal, quoted } from './official-words.js';

/** A sentence; without text there is none. */
export const sentence = (text: string, ...sources: readonly SentenceSource[]): ReportSentence => ({ text, sources });

/** A paragraph of the sentences that there are; none where there are none. */
export const paragraph = (id: string, ...sentences: readonly (ReportSentence | null)[]): readonly ReportParagraph[] => {
  const said = sentences.filter((each) => each !== null);
  return said.length === 0 ? [] : [{ type: 'paragraph', id, sentences: said, edited: null }];
};

export const subheading = (id: string, place: number, text: string): ReportSubheading => ({
  type: 'heading',
  id,
  text: `（${ordinal(place)}）${text}`,
});

export const section = (
  id: string,
  place: number,
  title: string,
  blocks: readonly (readonly ReportBlock[])[],
): ReportSection => ({ id, heading: `${ordinal(place)}、${title}`, blocks: blocks.flat() });

export const column = (title: string, width: number, align: ReportColumn['align'] = 'left'): ReportColumn => ({
  title,
  align,
  width,
});

interface TablePlan<T> {
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly items: readonly T[];
  readonly row: (item: T) => ReportTableRow;
  /** What the items are counted in: `个项目`. */
  readonly unit: string;
}

/** Longer tables belong into an annex, not into a report. */
export const MAX_ROWS = 40;

/** A table of the first rows; what it leaves out is told. None where there is nothing to list. */
export function table<T>({ id, title, columns, items, row, unit }: TablePlan<T>): readonly ReportTable[] {
  if (items.length === 0) return [];
  const left = items.length - MAX_ROWS;
  const note = left > 0 ? `另有${left}${unit}未列入本表。` : null;
  return [{ type: 'table', id, title, columns, rows: items.slice(0, MAX_ROWS).map(row), note }];
}

export const chart = (id: string, title: string, data: ReportChartData): readonly ReportChart[] => {
  const figures = 'points' in data ? data.points : data.bars;
  return figures.length === 0 ? [] : [{ type: 'chart', id, title, data }];
};

/** Bars that fit beside their names on a page. */
export const MAX_BARS = 15;

/** How many are named one by one in a sentence. */
export const MAX_NAMED = 5;

/** `“甲”（…）、“乙”（…）等7个项目`: the first ones by name, the rest by number. */
export function named<T>(items: readonly T[], textOf: (item: T) => string, unit: string): string {
  const said = items.slice(0, MAX_NAMED).map(textOf).join('、');
  return items.length > MAX_NAMED ? `${said}等${items.length}${unit}` : said;
}

interface Row {
  readonly id: string;
  readonly name: string;
}

export const projectSource = ({ id, name }: Row): SentenceSource => ({ kind: 'project', id, label: name });
export const unitSource = ({ id, name }: Row): SentenceSource => ({ kind: 'unit', id, label: name });
export const indicatorSource = ({ id, name }: Row): SentenceSource => ({ kind: 'indicator', id, label: name });

/** Rows that a sentence names as what it rests on; of a whole county there may be thousands, and its rows stand for them. */
const MAX_SOURCES = 100;

/** @param wider what the rows are part of, which is named beside the first of them where they are too many */
export const restingOn = (
  rows: readonly SentenceSource[],
  ...wider: readonly SentenceSource[]
): readonly SentenceSource[] => (rows.length <= MAX_SOURCES ? rows : [...wider, ...rows.slice(0, MAX_SOURCES)]);

export const inQuotes = ({ name }: { readonly name: string }): string => quoted(name);
