import type { BulkReportInput, IndicatorResultInput } from '../http/reporting.dto.js';

/** A project that a bulk report may name, with the indicators of its current target. */
export interface BulkCandidate {
  readonly projectId: string;
  readonly code: string | null;
  readonly name: string;
  readonly indicators: readonly { readonly id: string; readonly level2: string; readonly name: string }[];
}

/** One thing wrong with the input: where, a stable code, and the figures for a sentence. */
export interface BulkIssue {
  readonly path: string;
  readonly code: string;
  readonly params: Readonly<Record<string, string | number | null>>;
}

type BulkProject = BulkReportInput['projects'][number];
type BulkResult = NonNullable<BulkProject['results']>[number];

export interface ResolvedProject {
  readonly path: string;
  readonly projectId: string;
  readonly input: BulkProject;
  readonly results: readonly IndicatorResultInput[];
}

/**
 * Finds every project (by code, else by its exact name) and every indicator (by name) that a bulk report names.
 * A name that fits more than one is refused rather than guessed; an indicator can then be given as `二级指标/名称`
 * or by its id. All that is wrong is listed, so that a file is repaired in one go.
 */
export function resolveBulkReport(
  input: BulkReportInput,
  candidates: readonly BulkCandidate[],
): { readonly resolved: readonly ResolvedProject[]; readonly issues: readonly BulkIssue[] } {
  const issues: BulkIssue[] = [];
  const resolved: ResolvedProject[] = [];
  const index = indexCandidates(candidates);
  const seen = new Set<string>();
  input.projects.forEach((project, at) => {
    const path = `projects.${at}`;
    const found = findProject(project, index, path);
    if ('code' in found) return void issues.push(found);
    const { candidate } = found;
    if (seen.has(candidate.projectId)) {
      return void issues.push({ path, code: 'project-twice', params: { name: candidate.name } });
    }
    seen.add(candidate.projectId);
    const results = resolveResults(project.results ?? [], candidate, path, issues);
    resolved.push({ path, projectId: candidate.projectId, input: project, results });
  });
  return { resolved, issues };
}

interface CandidateIndex {
  readonly byCode: ReadonlyMap<string, readonly BulkCandidate[]>;
  readonly byName: ReadonlyMap<string, readonly BulkCandidate[]>;
}

const indexCandidates = (candidates: readonly BulkCandidate[]): CandidateIndex => ({
  byCode: groupBy(candidates, ({ code }) => code),
  byName: groupBy(candidates, ({ name }) => name),
});

function findProject(
  project: BulkProject,
  index: CandidateIndex,
  path: string,
): { candidate: BulkCandidate } | BulkIssue {
  const code = project.code?.trim() || null;
  const name = project.name?.trim() || null;
  const params = { code, name };
  if (code === null && name === null) return { path, code: 'project-unnamed', params };
  const byCode = code === null ? [] : (index.byCode.get(code) ?? []);
  // A code nobody has may stand beside the name of a project that was imported without one, never beside another's.
  const byName = (name === null ? [] : (index.byName.get(name) ?? [])).filter(
    (candidate) => code === null || candidate.code === null,
  );
  const found = byCode.length > 0 ? byCode : byName;
  const [candidate] = found;
  if (candidate === undefined) return { path, code: 'project-unknown', params };
  if (found.length > 1) return { path, code: 'project-ambiguous', params };
  return { candidate };
}

function resolveResults(
  results: readonly BulkResult[],
  candidate: BulkCandidate,
  projectPath: string,
  issues: BulkIssue[],
): readonly IndicatorResultInput[] {
  const seen = new Set<string>();
  return results.flatMap((result, at) => {
    const { indicator: label, ...fields } = result;
    const path = `${projectPath}.results.${at}.indicator`;
    const params = { project: candidate.name, indicator: label };
    const matches = matchingIndicators(candidate, label.trim());
    const [match] = matches;
    const code = problemOf(matches, seen);
    if (match === undefined || code !== null) {
      issues.push({ path, code: code ?? 'indicator-unknown', params });
      return [];
    }
    seen.add(match.id);
    return [{ indicatorId: match.id, ...fields }];
  });
}

function problemOf(matches: readonly { readonly id: string }[], seen: ReadonlySet<string>): string | null {
  const [match] = matches;
  if (match === undefined) return 'indicator-unknown';
  if (matches.length > 1) return 'indicator-ambiguous';
  return seen.has(match.id) ? 'indicator-twice' : null;
}

function matchingIndicators({ indicators }: BulkCandidate, label: string): readonly { readonly id: string }[] {
  const byName = indicators.filter(({ name }) => name === label);
  if (byName.length > 0) return byName;
  return indicators.filter(({ id, level2, name }) => id === label || `${level2}/${name}` === label);
}

function groupBy<T>(items: readonly T[], key: (item: T) => string | null): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const item of items) {
    const value = key(item);
    if (value === null) continue;
    const group = groups.get(value);
    if (group) group.push(item);
    else groups.set(value, [item]);
  }
  return groups;
}
