import type { FormData } from './form-data.js';
import type { FieldValue, FormField } from './field-types.js';
import { fieldsOf, indicatorFieldsOf, type FormIndicator } from './form-fields.js';
import { formatFormNumber } from './number-format.js';
import { INDICATOR_PREFIX } from './placeholders.js';

/** A field of a form as it is printed; null is blank. */
export interface PrintedField {
  /** `资金.年度资金总额.年初预算数`; of an indicator `指标.3.执行情况`, by its place from 1. */
  readonly field: string;
  /** For a person. */
  readonly label: string;
  readonly text: string | null;
}

/** A field that reads otherwise in two forms. */
export interface FormDifference {
  readonly field: string;
  readonly label: string;
  readonly said: string | null;
  readonly stands: string | null;
}

/** What follows from other fields, and what belongs to a paper and not to what it says. */
const NOT_SAID = new Set(['期间', '年月', '有预算调整', '核验码', '指标.序号']);
/** Who filled a form in, and when: nothing of it changes by itself, but people are renamed. */
export const SIGNATURE_FIELDS: ReadonlySet<string> = new Set(['填报人', '审核人', '填报日期']);

/** Everything that a form says, field by field, in the order of the form's fields and then of its indicators. */
export function printedFields(data: FormData): readonly PrintedField[] {
  const indicators = indicatorsOf(data).flatMap((indicator, place) =>
    columnsOf(data, indicator, place).map(({ column, text }) => ({
      field: fieldName(place, column),
      label: `${indicator.name} · ${column}`,
      text,
    })),
  );
  return [...headOf(data), ...indicators];
}

/**
 * What two forms of the same kind say otherwise: field by field, indicators by their names, so that a line that was left out
 * or added is told as such and does not shift the others.
 */
export function formDifferences(
  said: FormData,
  stands: FormData,
  except: ReadonlySet<string> = new Set(),
): readonly FormDifference[] {
  const standing = new Map(headOf(stands).map(({ field, text }) => [field, text]));
  const head = headOf(said).flatMap(({ field, label, text }): FormDifference[] => {
    const other = standing.get(field) ?? null;
    return except.has(field) || isSame(text, other) ? [] : [{ field, label, said: text, stands: other }];
  });
  return [...head, ...indicatorDifferences(said, stands)];
}

function indicatorDifferences(said: FormData, stands: FormData): readonly FormDifference[] {
  const left = keyed(stands);
  const differences = [...keyed(said)].flatMap(([key, { indicator, place }]): FormDifference[] => {
    const other = left.get(key);
    left.delete(key);
    if (other === undefined) return [lineOf(place, indicator, indicator.target, null)];
    const columns = columnsOf(stands, other.indicator, other.place);
    return columnsOf(said, indicator, place).flatMap(({ column, text }): FormDifference[] => {
      const standing = columns.find((each) => each.column === column)?.text ?? null;
      const label = `${indicator.name} · ${column}`;
      return isSame(text, standing) ? [] : [{ field: fieldName(place, column), label, said: text, stands: standing }];
    });
  });
  const added = [...left.values()].map(({ indicator, place }) => lineOf(place, indicator, null, indicator.target));
  return [...differences, ...added];
}

/** A whole line of 绩效指标 that only one of the two has. */
const lineOf = (
  place: number,
  { name }: FormIndicator,
  said: string | null,
  stands: string | null,
): FormDifference => ({
  field: fieldName(place, '年度指标值'),
  label: name,
  said: said ?? null,
  stands: stands ?? null,
});

interface Placed {
  readonly indicator: FormIndicator;
  readonly place: number;
}

/** Indicators by their names; several of one name in their order. */
function keyed(data: FormData): Map<string, Placed> {
  const counts = new Map<string, number>();
  return new Map(
    indicatorsOf(data).map((indicator, place) => {
      const name = plain(indicator.name);
      const count = (counts.get(name) ?? 0) + 1;
      counts.set(name, count);
      return [`${name}#${count}`, { indicator, place }];
    }),
  );
}

function headOf(data: FormData): readonly PrintedField[] {
  return Object.entries(fieldsOf(data.form))
    .filter(([name]) => !NOT_SAID.has(name) && !name.endsWith('.执行率'))
    .map(([name, field]) => ({
      field: name,
      label: name.split('.').slice(-2).join(' · '),
      text: printed(field, data, 0),
    }));
}

function columnsOf(data: FormData, indicator: FormIndicator, place: number) {
  return Object.entries(indicatorFieldsOf(data.form))
    .filter(([name]) => !NOT_SAID.has(name))
    .map(([name, field]) => ({
      column: name.slice(INDICATOR_PREFIX.length),
      text: printed(field, indicator, place),
    }));
}

const indicatorsOf = (data: FormData): readonly FormIndicator[] => data.indicators;

const fieldName = (place: number, column: string): string => `${INDICATOR_PREFIX}${place + 1}.${column}`;

function printed<Of>({ value, numberFormat }: FormField<Of>, of: Of, place: number): string | null {
  const given: FieldValue = value(of, place);
  if (typeof given === 'number')
    return numberFormat === undefined ? String(given) : formatFormNumber(given, numberFormat);
  return given === null || given.trim() === '' ? null : given;
}

const plain = (text: string): string => text.normalize('NFKC').replace(/\s/g, '');

const isSame = (one: string | null, other: string | null): boolean => plain(one ?? '') === plain(other ?? '');
