import type { RecognisedProject } from '@jixiao/domain';
import { compareIdentity, compareTargets, type Difference, type StoredTarget } from '../../targets/index.js';
import type { PlannedProject } from './planned-import.js';
import { targetContentOf } from './target-content-of.js';

/** What is known of the year beside the unit's own projects. */
export interface Surroundings {
  /** Targets of the unit in the year. */
  readonly stored: readonly StoredTarget[];
  /** Codes that projects of other units have in the year. */
  readonly codesElsewhere: ReadonlySet<string>;
  /** Names and codes of projects of the same request that come before, as `projectKeys` gives them. */
  readonly taken: Set<string>;
}

/** Longest texts that are stored; longer ones are no names but a misread page. */
const LONGEST = { code: 64, name: 300, indicator: 500, level: 64, unit: 64 };

/** Decides for every recognised project of one unit what saving would do with it. Adds what it takes to `taken`. */
export const planProjects = (
  projects: readonly RecognisedProject[],
  unitKey: string,
  surroundings: Surroundings,
): readonly PlannedProject[] => projects.map((project) => planProject(project, unitKey, surroundings));

function planProject(recognised: RecognisedProject, unitKey: string, surroundings: Surroundings): PlannedProject {
  const content = targetContentOf(recognised);
  const base = { recognised, content, stored: null, differences: [] };
  const refusal = refusalOf(recognised, unitKey, surroundings);
  if (refusal !== null) return { ...base, change: 'refused', refusal };
  const stored = storedOf(recognised, surroundings.stored);
  if (stored === 'conflict') return { ...base, change: 'refused', refusal: 'project-code-conflict' };
  for (const key of projectKeys(recognised, unitKey)) surroundings.taken.add(key);
  if (stored === null) return { ...base, change: 'new', refusal: null };
  const differences = [...identityDifferences(stored, recognised), ...compareTargets(stored.content, content)];
  return { ...base, stored, change: differences.length === 0 ? 'unchanged' : 'changed', refusal: null, differences };
}

function refusalOf(
  project: RecognisedProject,
  unitKey: string,
  { codesElsewhere, taken }: Surroundings,
): string | null {
  if (project.classified) return 'classified-project';
  if (project.name.trim() === '') return 'project-without-name';
  if (isTooLong(project)) return 'project-text-too-long';
  if (isCutOff(project)) return 'project-cut-off';
  if (project.code !== null && codesElsewhere.has(project.code)) return 'project-code-elsewhere';
  if (projectKeys(project, unitKey).some((key) => taken.has(key))) return 'project-twice';
  return null;
}

/** The stored project of this code, else of this name; `conflict` where code and name belong to two projects. */
function storedOf(
  { code, name }: RecognisedProject,
  stored: readonly StoredTarget[],
): StoredTarget | null | 'conflict' {
  const byCode = code === null ? undefined : stored.find(({ project }) => project.code === code);
  const byName = stored.find(({ project }) => project.name === name);
  if (byCode !== undefined && byName !== undefined && byCode !== byName) return 'conflict';
  return byCode ?? byName ?? null;
}

/** A code that the new document no longer prints stays: blank is "missing", not "none" (R1). */
export const codeToStore = ({ recognised, stored }: Pick<PlannedProject, 'recognised' | 'stored'>): string | null =>
  recognised.code ?? stored?.project.code ?? null;

function identityDifferences(stored: StoredTarget, recognised: RecognisedProject): readonly Difference[] {
  return compareIdentity(stored.project, { name: recognised.name, code: codeToStore({ recognised, stored }) });
}

const projectKeys = ({ code, name }: RecognisedProject, unitKey: string): readonly string[] => [
  `name ${unitKey} ${name}`,
  ...(code === null ? [] : [`code ${code}`]),
];

/** A table that breaks off before anything of it can be judged. */
const isCutOff = ({ budgetFen, indicators, schedule, goals, incompleteIndicators }: RecognisedProject): boolean =>
  indicators.length === 0 &&
  budgetFen === null &&
  schedule === null &&
  (goals.length === 0 || incompleteIndicators.length > 0);

const isTooLong = ({ code, name, indicators }: RecognisedProject): boolean =>
  longer(code, LONGEST.code) ||
  longer(name, LONGEST.name) ||
  indicators.some(
    (indicator) =>
      longer(indicator.name, LONGEST.indicator) ||
      longer(indicator.level1, LONGEST.level) ||
      longer(indicator.level2, LONGEST.level) ||
      longer(indicator.unit, LONGEST.unit),
  );

const longer = (text: string | null, length: number): boolean => text !== null && text.length > length;

/** Whether saving stores anything of this project. */
export const isSaved = ({ change }: Pick<PlannedProject, 'change'>): boolean =>
  change === 'new' || change === 'changed';
