import { cellAddress } from './cell-place.js';
import { fieldNamed, fieldsOf } from './form-fields.js';
import type { FormData } from './form-data.js';
import { INDICATOR_PREFIX, parseText } from './placeholders.js';
import type { PrintedCell } from './printed-cell.js';

const REFERENCE = /\{([^{}]+)\}/g;

/** Where each field stands alone in a cell, so that a formula can refer to it. */
type FieldPlaces = ReadonlyMap<string, readonly { readonly row: number; readonly column: number }[]>;

/**
 * Gives the numbers of a form the formulas that a person would expect: rates, sums, points. A formula stands only where
 * it gives the very figure of the system; where it would not (a total that a cap has lowered), the figure stands alone.
 * None of it is taken from a template or the data: a formula names fields, which become the cells that hold them.
 */
export function withFormulas(cells: readonly PrintedCell[], data: FormData): PrintedCell[] {
  const places = placesOf(cells);
  return cells.map((printed) => {
    const { content } = printed;
    const name = parseText(printed.cell.text).onlyField;
    if (content.kind !== 'number' || name === null) return printed;
    const formulas = fieldNamed(fieldsOf(data.form), name)?.formulas?.(data) ?? [];
    for (const { text, value } of formulas) {
      const formula = value === content.value ? placed(text, places) : null;
      if (formula !== null) return { ...printed, content: { ...content, formula } };
    }
    return printed;
  });
}

function placesOf(cells: readonly PrintedCell[]): FieldPlaces {
  const places = new Map<string, { row: number; column: number }[]>();
  for (const { row, cell } of cells) {
    const name = parseText(cell.text).onlyField;
    if (name === null) continue;
    const known = places.get(name);
    if (known) known.push({ row, column: cell.column });
    else places.set(name, [{ row, column: cell.column }]);
  }
  return places;
}

/** The formula with addresses for names; null where one of its fields is not on the form, or is there twice. */
function placed(text: string, places: FieldPlaces): string | null {
  let isComplete = true;
  const formula = text.replace(REFERENCE, (_, name: string) => {
    const found = places.get(name) ?? [];
    const [first, last] = [found[0], found.at(-1)];
    const isRange = name.startsWith(INDICATOR_PREFIX);
    if (!first || !last || first.column !== last.column || (!isRange && found.length > 1)) {
      isComplete = false;
      return '';
    }
    const from = cellAddress(first.row, first.column);
    return isRange ? `${from}:${cellAddress(last.row, last.column)}` : from;
  });
  return isComplete ? formula : null;
}
