import type { StoredTarget } from '../../targets/index.js';
import { placeOfColumns, type FileIssue, type ReadProject } from './report-file/read-report.js';
import type { ResolvedProject } from './resolve-bulk-report.js';

/** Names that were edited in a template: its hidden keys say who is meant, so the edit is ignored and pointed out. */
export function ignoredNames(
  { fields, projectId, results, cells }: ReadProject,
  resolved: ResolvedProject,
  { project, content }: StoredTarget,
): readonly FileIssue[] {
  const { path } = resolved;
  if (projectId !== project.id) return [];
  const labels = [
    { column: 'code' as const, text: fields.code, stored: project.code },
    { column: 'name' as const, text: fields.name, stored: project.name },
  ];
  const edited = labels.flatMap(({ column, text, stored }): FileIssue[] =>
    !text || text === stored
      ? []
      : [{ place: placeOfColumns(cells, [column]), path, code: 'name-ignored', params: { text, name: stored } }],
  );
  const nameOf = new Map(content.indicators.map(({ lineageId, level2, name }) => [lineageId, { level2, name }]));
  const indicators = results.flatMap(({ input, indicatorId, cells: at }, index): FileIssue[] => {
    const stored = nameOf.get(indicatorId ?? '');
    const text = input.indicator;
    if (stored === undefined || text === indicatorId) return [];
    if (text === stored.name || text === `${stored.level2}/${stored.name}`) return [];
    const place = placeOfColumns(at, ['indicator']);
    return [{ place, path: `${path}.results.${index}`, code: 'name-ignored', params: { text, name: stored.name } }];
  });
  return [...edited, ...indicators];
}

/** Results below zero: they are taken, and looked at again (R32). */
export const negativeResults = ({ results }: ReadProject, path: string): readonly FileIssue[] =>
  results.flatMap(({ input: { value, indicator }, cells }, index) =>
    value === null || value === undefined || value >= 0
      ? []
      : [
          {
            place: placeOfColumns(cells, ['result']),
            path: `${path}.results.${index}`,
            code: 'result-negative',
            params: { indicator, value },
          },
        ],
  );
