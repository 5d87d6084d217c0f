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

/** A result whose indicator may be known by its id; the id goes before the name. */
export type KeyedResult = BulkResult & { readonly indicatorId?: string | null };
/** A project that may be known by its id; the id goes before code and name. */
export type KeyedProject = Omit<BulkProject, 'results'> & {
  readonly projectId?: string | null;
  readonly results?: readonly KeyedResult[] | null;
};

export interface ResolvedProject {
  readonly path: string;
  readonly projectId: string;
  readonly input: KeyedProject;
  readonly results: readonly IndicatorResultInput[];
  /** Place of each of these results in the input: those whose indicator was not found are left out. */
  readonly resultsAt: readonly number[];
}

/**
 * Finds every project (by id, else by code, else by its exact name) and every indicator (by id, else by name) that a bulk
 * report names.
 * A name that fits more than one is refused rather than guessed; an indicator can then be given as `二级指标/名称`
 * or by its id. All that is wrong is listed, so that a file is repaired in one go.
 */
export function resolveBulkReport(
  input: { readonly projects: readonly KeyedProject[] },
  candidates: readonly BulkCandidate[],
): { readonly resolved: readonly ResolvedProject[]; readonly issues: readonly BulkIssue[] } {
  const issues: BulkIssue[] = [];
  const resolved: ResolvedProject[] = [];
  const index = indexCandidates(candidates);
  const seen = new Set<string>();
  input.projects.forEach((project, at) => {
    const path = `projects.${at}`;
    const match = findProject(project, index, path);
    if ('code' in match) return void issues.push(match);
    const { candidate } = match;
    if (seen.has(candidate.projectId)) {
      return void issues.push({ path, code: 'project-twice', params: { name: candidate.name } });
    }
    seen.add(candidate.projectId);
    const found = resolveResults(project.results ?? [], candidate, path, issues);
    const results = found.map(({ result }) => result);
    const resultsAt = found.map(({ at }) => at);
    resolved.push({ path, projectId: candidate.projectId, input: project, results, resultsAt });
  });
  return { resolved, issues };
}

interface CandidateIndex {
  readonly byId: ReadonlyMap<string, BulkCandidate>;
  readonly byCode: ReadonlyMap<string, readonly BulkCandidate[]>;
  readonly byName: ReadonlyMap<string, readonly BulkCandidate[]>;
}

const indexCandidates = (candidates: readonly BulkCandidate[]): CandidateIndex => ({
  byId: new Map(candidates.map((candidate) => [candidate.projectId, candidate])),
  byCode: groupBy(candidates, ({ code }) => code),
  byName: groupBy(candidates, ({ name }) => name),
});

function findProject(
  project: KeyedProject,
  index: CandidateIndex,
  path: string,
): { candidate: BulkCandidate } | BulkIssue {
  const known = index.byId.get(project.projectId ?? '');
  if (known !== undefined) return { candidate: known };
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
  results: readonly KeyedResult[],
  candidate: BulkCandidate,
  projectPath: string,
  issues: BulkIssue[],
): readonly { readonly result: IndicatorResultInput; readonly at: number }[] {
  const seen = new Set<string>();
  return results.flatMap((result, at) => {
    const { indicator: label, indicatorId, ...fields } = result;
    const path = `${projectPath}.results.${at}.indicator`;
    const params = { project: candidate.name, indicator: label };
    const matches = matchingIndicators(candidate, indicatorId ?? null, label.trim());
    const [match] = matches;
    const code = problemOf(matches, seen);
    if (match === undefined || code !== null) {
      issues.push({ path, code: code ?? 'indicator-unknown', params });
      return [];
    }
    seen.add(match.id);
    return [{ result: { indicatorId: match.id, ...fields }, at }];
  });
}

function problemOf(matches: readonly { readonly id: string }[], seen: ReadonlySet<string>): string | null {
  const [match] = matches;
  if (match === undefined) return 'indicator-unknown';
  if (matches.length > 1) return 'indicator-ambiguous';
  return seen.has(match.id) ? 'indicator-twice' : null;
}

function matchingIndicators(
  { indicators }: BulkCandidate,
  indicatorId: string | null,
  label: string,
): readonly { readonly id: string }[] {
  const byId = indicators.filter(({ id }) => id === indicatorId);
  if (byId.length > 0) return byId;
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
