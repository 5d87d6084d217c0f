import type { RecognisedProject } from './document-types.js';
import type { PrintedUnit } from './printed-unit.js';
import type { Remark } from './warning-list.js';

/** The year of the document against the one that it shows itself. */
export function yearRemarks(year: number | null, yearInferred: number | null): Remark[] {
  if (year === null) return [{ code: 'year-unknown', at: 'document' }];
  if (yearInferred === null || yearInferred === year) return [];
  return [{ code: 'year-differs', params: { year, yearInferred }, at: 'document' }];
}

/** Units printed above or inside the tables of a document that should be one unit's. */
export function unitRemarks(units: readonly PrintedUnit[]): Remark[] {
  const [first] = units;
  if (!first) return [{ code: 'budgeting-unit-missing', at: 'document' }];
  const other = units.find(({ code, name }) =>
    code !== null && first.code !== null ? code !== first.code : name !== first.name,
  );
  if (!other) return [];
  const params = { unit: `${first.code ?? ''}${first.name}`, other: `${other.code ?? ''}${other.name}` };
  return [{ code: 'several-units', params, at: other.at }];
}

/** Finds projects and indicators that are printed twice, project by project in the order of reading. */
export class DuplicateCheck {
  private readonly first = new Map<string, string>();

  /** Remarks about this project; names are compared within a unit, codes everywhere. */
  check(project: RecognisedProject): Remark[] {
    return [...this.repeated(project), ...repeatedIndicators(project)];
  }

  private repeated({ code, name, unitCode, unitName, at }: RecognisedProject): Remark[] {
    const keys = [...(code === null ? [] : [`code ${code}`]), `name ${unitCode ?? unitName ?? ''}\n${name}`];
    const earlier = keys.map((key) => this.first.get(key)).find((place) => place !== undefined);
    for (const key of keys) if (!this.first.has(key)) this.first.set(key, at);
    if (earlier === undefined) return [];
    return [{ code: 'duplicate-project', params: { name, code, first: earlier }, at }];
  }
}

function repeatedIndicators({ indicators }: RecognisedProject): Remark[] {
  const first = new Map<string, string>();
  return indicators.flatMap(({ level1, level2, name, at }) => {
    const key = [level1, level2, name].join('\n');
    const earlier = first.get(key);
    if (earlier !== undefined) return [{ code: 'duplicate-indicator', params: { name, first: earlier }, at }];
    first.set(key, at);
    return [];
  });
}
