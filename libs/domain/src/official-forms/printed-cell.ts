import type { FilledContent } from './filled-form.js';
import type { FieldValue, FormField } from './field-types.js';
import { fieldNamed, fieldsOf, indicatorFieldsOf } from './form-fields.js';
import type { FormData } from './form-data.js';
import type { CellStyle } from './form-template.js';
import type { PlacedCell } from './fill-rows.js';
import { formatFormNumber } from './number-format.js';
import { parseText } from './placeholders.js';

/** A placed cell with what is printed in it, and how. */
export interface PrintedCell extends PlacedCell {
  readonly content: FilledContent;
  readonly style: CellStyle;
}

const GENERAL = 'General';
/** What no file can hold: control characters that XML forbids, and halves of characters. */
const FORBIDDEN = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|\p{Surrogate}/gu;
const LINE_MARK = /[\u2028\u2029]/;
const LINE_END = /\r\n?|\u2028|\u2029|\u0085/g;
const BLANK: FilledContent = { kind: 'text', text: '' };

/** Puts the data into a cell. A field that stands alone stays the number that it is; among words it is printed. */
export function printCell(placed: PlacedCell, data: FormData): PrintedCell {
  const { text, style } = placed.cell;
  return { ...placed, style, content: text === '' ? BLANK : contentOf(placed, data) };
}

function contentOf({ cell: { text, style }, indicator }: PlacedCell, data: FormData): FilledContent {
  const { onlyField: name, parts } = parseText(text);
  const read = (field: string): { readonly value: FieldValue; readonly format: string } =>
    valueOf(field, data, indicator);
  if (name === null) {
    const words = parts.map((part) => {
      if (part.kind === 'words') return part.words;
      return part.kind === 'condition' ? '' : shown(read(part.name));
    });
    return { kind: 'text', text: printable(words.join('')) };
  }
  const { value, format } = read(name);
  if (typeof value !== 'number') return { kind: 'text', text: printable(value ?? '') };
  const numberFormat = style.numberFormat ?? format;
  return { kind: 'number', value, numberFormat, text: formatFormNumber(value, numberFormat), formula: null };
}

function valueOf(
  name: string,
  data: FormData,
  indicator: number | null,
): { readonly value: FieldValue; readonly format: string } {
  const ofForm = fieldNamed(fieldsOf(data.form), name);
  if (ofForm) return { value: ofForm.value(data, 0), format: formatOf(ofForm) };
  const ofIndicator = fieldNamed(indicatorFieldsOf(data.form), name);
  const line = indicator === null ? undefined : data.indicators[indicator];
  const value = ofIndicator && line && indicator !== null ? ofIndicator.value(line, indicator) : null;
  return { value, format: formatOf(ofIndicator) };
}

const formatOf = (field: Pick<FormField<never>, 'numberFormat'> | null): string => field?.numberFormat ?? GENERAL;

const shown = ({ value, format }: { readonly value: FieldValue; readonly format: string }): string =>
  typeof value === 'number' ? formatFormNumber(value, format) : (value ?? '');

/** Nearly all texts: letters, signs and Han as they are. */
const PLAIN = /^[!-~\u00B1-\uD7FF\uE000-\uFFEF]*$/;

const printable = (text: string): string =>
  PLAIN.test(text) && !LINE_MARK.test(text) ? text : text.replace(LINE_END, '\n').replace(FORBIDDEN, '').trimEnd();
