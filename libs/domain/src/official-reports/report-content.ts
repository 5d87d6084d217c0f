import type { Grade } from '../self-evaluation/evaluation-rules.js';
import type { Light } from '../monitoring/assessment-types.js';
import type { OfficialReportKind } from './report-life.js';

/** What a sentence may rest on; each is the id of a row. */
export const SENTENCE_SOURCE_KINDS = [
  'unit',
  'round',
  'project',
  'indicator',
  'alert',
  'rectification',
  'measure',
  'evaluation',
  'goal',
] as const;
export type SentenceSourceKind = (typeof SENTENCE_SOURCE_KINDS)[number];

export interface SentenceSource {
  readonly kind: SentenceSourceKind;
  readonly id: string;
  readonly label: string;
}

/** One sentence made of figures, with the rows that they stand in; it has at least one. */
export interface ReportSentence {
  readonly text: string;
  readonly sources: readonly SentenceSource[];
}

/** What a person wrote instead of the drafted sentences; an empty text leaves the paragraph out of the paper. */
export interface ParagraphEdit {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** The id is the same in every draft of the same kind of report, so that what was edited finds its place again. */
export interface ReportParagraph {
  readonly type: 'paragraph';
  readonly id: string;
  /** None where a person added the paragraph. */
  readonly sentences: readonly ReportSentence[];
  readonly edited: ParagraphEdit | null;
}

export interface ReportSubheading {
  readonly type: 'heading';
  readonly id: string;
  readonly text: string;
}

export interface ReportColumn {
  readonly title: string;
  readonly align: 'left' | 'right' | 'center';
  /** Share of the page's width, compared with those of the other columns. */
  readonly width: number;
}

export interface ReportTableRow {
  readonly cells: readonly string[];
  readonly sources: readonly SentenceSource[];
}

export interface ReportTable {
  readonly type: 'table';
  readonly id: string;
  readonly title: string;
  readonly columns: readonly ReportColumn[];
  readonly rows: readonly ReportTableRow[];
  /** What the table leaves out; null where it is whole. */
  readonly note: string | null;
}

/** The figures of a chart, as they are shown: percent and points with 2 places, money in 万元 with 2 places. */
export type ReportChartData =
  | {
      readonly kind: 'lights';
      readonly bars: readonly ({ readonly label: string } & Readonly<Record<Light, number>>)[];
    }
  | {
      readonly kind: 'execution';
      readonly bars: readonly { readonly label: string; readonly rate: number; readonly planned: number | null }[];
    }
  | {
      readonly kind: 'curve';
      readonly points: readonly { readonly month: number; readonly spent: number; readonly planned: number }[];
    }
  | { readonly kind: 'grades'; readonly bars: readonly { readonly grade: Grade; readonly projects: number }[] }
  | { readonly kind: 'points'; readonly bars: readonly { readonly label: string; readonly points: number }[] };

/** A picture with the finding as its title. */
export interface ReportChart {
  readonly type: 'chart';
  readonly id: string;
  readonly title: string;
  readonly data: ReportChartData;
}

export type ReportBlock = ReportSubheading | ReportParagraph | ReportTable | ReportChart;

export interface ReportSection {
  readonly id: string;
  /** With its ordinal: 一、项目支出基本情况. */
  readonly heading: string;
  readonly blocks: readonly ReportBlock[];
}

/** An official report in the sections of §7. An official paper is Chinese; JSON-safe. */
export interface ReportContent {
  readonly kind: OfficialReportKind;
  readonly title: string;
  /** Who reports (落款). */
  readonly issuer: string;
  readonly sections: readonly ReportSection[];
}

/** What stands in the paper: what a person wrote, else the drafted sentences. */
export const paragraphText = ({ edited, sentences }: ReportParagraph): string =>
  edited === null ? sentences.map(({ text }) => text).join('') : edited.text;

export const paragraphsOf = ({ sections }: ReportContent): readonly ReportParagraph[] =>
  sections.flatMap(({ blocks }) => blocks.filter((block) => block.type === 'paragraph'));

/** All rows that the report rests on, each once, in the order in which they are first named. */
export function sourcesOf({ sections }: ReportContent): readonly SentenceSource[] {
  const found = new Map<string, SentenceSource>();
  for (const block of sections.flatMap(({ blocks }) => blocks)) {
    for (const source of sourcesOfBlock(block)) {
      const key = `${source.kind}/${source.id}`;
      if (!found.has(key)) found.set(key, source);
    }
  }
  return [...found.values()];
}

function sourcesOfBlock(block: ReportBlock): readonly SentenceSource[] {
  if (block.type === 'paragraph') return block.sentences.flatMap(({ sources }) => sources);
  return block.type === 'table' ? block.rows.flatMap(({ sources }) => sources) : [];
}
