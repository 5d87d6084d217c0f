import type { RecognisedProject } from './document-types.js';
import type { Remark } from './warning-list.js';

export interface PrintedUnit {
  readonly code: string | null;
  readonly name: string;
  readonly at: string;
}

interface Checked {
  readonly year: number | null;
  readonly yearInferred: number | null;
  readonly units: readonly PrintedUnit[];
  readonly projects: readonly RecognisedProject[];
}

type DocumentRemark = Remark & { readonly project: string | null };

/** What only the whole document shows: its year and unit, and projects or indicators printed twice. */
export function documentChecks(document: Checked): DocumentRemark[] {
  return [
    ...yearRemarks(document),
    ...unitRemarks(document.units),
    ...duplicates(document.projects),
    ...document.projects.flatMap(duplicateIndicators),
  ];
}

function yearRemarks({ year, yearInferred }: Checked): DocumentRemark[] {
  if (year === null) return [{ code: 'year-unknown', at: 'document', project: null }];
  if (yearInferred === null || yearInferred === year) return [];
  return [{ code: 'year-differs', params: { year, yearInferred }, at: 'document', project: null }];
}

function unitRemarks(units: readonly PrintedUnit[]): DocumentRemark[] {
  const [first] = units;
  if (!first) return [{ code: 'budgeting-unit-missing', at: 'document', project: null }];
  const other = units.find(({ code, name }) =>
    code !== null && first.code !== null ? code !== first.code : name !== first.name,
  );
  if (!other) return [];
  const params = { unit: `${first.code ?? ''}${first.name}`, other: `${other.code ?? ''}${other.name}` };
  return [{ code: 'several-units', params, at: other.at, project: null }];
}

function duplicates(projects: readonly RecognisedProject[]): DocumentRemark[] {
  const first = new Map<string, string>();
  return projects.flatMap(({ code, name, at }) => {
    const keys = [...(code === null ? [] : [`code ${code}`]), `name ${name}`];
    const earlier = keys.map((key) => first.get(key)).find((place) => place !== undefined);
    for (const key of keys) if (!first.has(key)) first.set(key, at);
    if (earlier === undefined) return [];
    return [{ code: 'duplicate-project', params: { name, code, first: earlier }, at, project: name }];
  });
}

function duplicateIndicators({ name: project, indicators }: RecognisedProject): DocumentRemark[] {
  const first = new Map<string, string>();
  return indicators.flatMap(({ level1, level2, name, at }) => {
    const key = [level1, level2, name].join('\n');
    const earlier = first.get(key);
    if (earlier !== undefined) return [{ code: 'duplicate-indicator', params: { name, first: earlier }, at, project }];
    first.set(key, at);
    return [];
  });
}
