import type { SheetRows } from './sheet-rows.js';
import type { TemplateStamp } from './read-report.js';

/** Name of the hidden sheet by which a template is known when it comes back. */
export const STAMP_SHEET = 'jixiao';
/** Version of the template's layout; one of another version is refused. */
export const TEMPLATE_VERSION = 1;

/** The stamp as the rows of its sheet, a name and a value each. */
export const stampRows = (stamp: TemplateStamp): readonly (readonly [string, string | number | null])[] => [
  ['template', stamp.template],
  ['year', stamp.year],
  ['month', stamp.month],
  ['organisationId', stamp.organisationId],
  ['organisation', stamp.organisation],
];

/** What the hidden sheet says; null where the workbook is no template of ours. */
export function readStamp(sheets: readonly SheetRows[]): TemplateStamp | null {
  const sheet = sheets.find(({ name }) => name === STAMP_SHEET);
  if (sheet === undefined) return null;
  const values = new Map(sheet.rows.map(({ cells: [key = '', value = ''] }) => [key, value]));
  const number = (key: string): number => Number(values.get(key) || Number.NaN);
  return {
    template: number('template'),
    year: number('year'),
    month: number('month'),
    organisationId: values.get('organisationId') || null,
    organisation: values.get('organisation') || null,
  };
}
