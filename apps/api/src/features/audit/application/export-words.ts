import { chinaTime } from '../../../platform/runtime/clock.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { NamedRow } from './entry-view.js';

interface ExportColumn {
  readonly zh: string;
  readonly en: string;
  /** Of the column in a sheet, in characters. */
  readonly width: number;
  readonly value: (row: NamedRow) => string | number | null;
}

/** The columns of an exported trail: everything that the hash is made of, and what it is called. */
export const EXPORT_COLUMNS: readonly ExportColumn[] = [
  { zh: '序号', en: 'No.', width: 9, value: ({ seq }) => seq },
  { zh: '时间（北京）', en: 'Time (Beijing)', width: 20, value: ({ at }) => chinaTime(at) },
  { zh: '时间（UTC）', en: 'Time (UTC)', width: 26, value: ({ at }) => at },
  { zh: '操作人', en: 'Actor', width: 14, value: ({ actor }) => actor },
  { zh: '姓名', en: 'Name', width: 14, value: ({ actorName }) => actorName },
  { zh: '代谁操作', en: 'On behalf of', width: 14, value: ({ onBehalfOf }) => onBehalfOf },
  { zh: '操作', en: 'Action', width: 18, value: ({ actionName }) => actionName },
  { zh: '操作代码', en: 'Action code', width: 24, value: ({ action }) => action },
  { zh: '对象名称', en: 'Subject', width: 30, value: ({ subjectName }) => subjectName },
  { zh: '对象代码', en: 'Subject code', width: 40, value: ({ subject }) => subject },
  { zh: '之前', en: 'Before', width: 50, value: ({ before }) => before },
  { zh: '之后', en: 'After', width: 50, value: ({ after }) => after },
  { zh: '地址', en: 'Address', width: 16, value: ({ remoteAddress }) => remoteAddress },
  { zh: '记录标识', en: 'Entry id', width: 38, value: ({ id }) => id },
  { zh: '校验值', en: 'Hash', width: 66, value: ({ hash }) => hash },
];

export const headings = (locale: Locale): readonly string[] => EXPORT_COLUMNS.map((column) => column[locale]);

export const valuesOf = (row: NamedRow): readonly (string | number | null)[] =>
  EXPORT_COLUMNS.map(({ value }) => value(row));

export const SHEET_NAME: Readonly<Record<Locale, string>> = { zh: '审计记录', en: 'Audit trail' };
