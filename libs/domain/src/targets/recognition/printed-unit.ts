import { unitLine } from './labels.js';
import type { Located } from './recognition-context.js';

/** A budgeting unit as a line above a table, a row or a column prints it. */
export interface PrintedUnit {
  readonly code: string | null;
  /** Empty where only the code is printed. */
  readonly name: string;
  /** The line or cell as printed. */
  readonly text: string;
  readonly at: string;
}

/** The unit that a line names: `336001某某法院`, `[017]某某局`; also `预算单位：某某局` without a code. Null for other texts. */
export function unitOfLine({ text, at }: Located): PrintedUnit | null {
  const unit = unitLine(text) ?? namedUnit(text);
  return unit && { ...unit, text, at };
}

/** The unit in a cell beside or below a label that announces one: all of it is the name where it begins with no code. */
export function unitOfCell({ text, at }: Located): PrintedUnit {
  const { code, name } = unitLine(text) ?? { code: null, name: text };
  return { code, name, text, at };
}

function namedUnit(text: string): { readonly code: null; readonly name: string } | null {
  const name = /^(?:预算)?单位[:：](.{2,60})$/.exec(text.slice(0, 200).replace(/\s+/g, ' '))?.[1]?.trim();
  return name === undefined || name === '' ? null : { code: null, name };
}
