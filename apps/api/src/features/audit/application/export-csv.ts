import { BYTE_ORDER_MARK, csvLine } from '../../../platform/documents/csv-line.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import type { NamedRow } from './entry-view.js';
import { headings, valuesOf } from './export-words.js';

/** The trail as CSV, some hundred lines at a time. */
export async function* csvOf(chunks: AsyncIterable<readonly NamedRow[]>, locale: Locale): AsyncGenerator<string> {
  yield BYTE_ORDER_MARK + csvLine(headings(locale));
  for await (const rows of chunks) yield rows.map((row) => csvLine(valuesOf(row))).join('');
}
