import { createHash } from 'node:crypto';
import {
  carryCorrections,
  compareIdentity,
  compareTargets,
  type Difference,
  type StoredTarget,
} from '../../targets/index.js';
import type { Outcome } from '../persistence/import-project.entity.js';
import { targetsToStore, type StagedContent } from './staged-content.js';

/** What is known of the year beside the project itself. */
export interface Surroundings {
  /** Stored targets of the project's unit that have its code or its name. */
  readonly stored: readonly StoredTarget[];
  /** Whether a project of another unit has the code in the year. */
  readonly isCodeElsewhere: boolean;
  /** Whether another project of the same upload has the code, or the name in the same unit, and comes first. */
  readonly isTwice: boolean;
  /** Whether the stored target may not be changed by this import. */
  readonly isHeldBack: (stored: StoredTarget) => boolean;
  /** Why the unit's projects are refused; null where it is known or can be added. */
  readonly unitRefusal: string | null;
}

/** What saving would do with one project of a document. */
export interface PlannedProject {
  /** With what was corrected of the stored target, where the document still prints the same. */
  readonly content: StagedContent;
  readonly stored: StoredTarget | null;
  readonly outcome: Exclude<Outcome, 'missing'>;
  /** Code of the reason where refused. */
  readonly refusal: string | null;
  readonly differences: readonly Difference[];
}

/** Longest texts that are stored; longer ones are no names but a misread page. */
const LONGEST = { code: 64, name: 300, indicator: 500, level: 64, unit: 64 };

/** Decides what saving would do with one project. */
export function planProject(content: StagedContent, surroundings: Surroundings): PlannedProject {
  const stored = storedOf(content, surroundings.stored);
  const refusal = refusalOf(content, surroundings) ?? (stored === 'conflict' ? 'project-code-conflict' : null);
  if (stored === null || stored === 'conflict') {
    return { content, stored: null, outcome: refusal === null ? 'new' : 'refused', refusal, differences: [] };
  }
  if (refusal !== null) return { content, stored, outcome: 'refused', refusal, differences: [] };
  const carried = { ...content, targets: carryCorrections(stored.content, content.targets) };
  const next = { name: content.name, code: codeToStore(content, stored) };
  const differences = [
    ...compareIdentity(stored.project, next),
    ...compareTargets(stored.content, targetsToStore(carried)),
  ];
  if (differences.length > 0 && surroundings.isHeldBack(stored)) {
    return { content: carried, stored, outcome: 'refused', refusal: 'project-approved', differences };
  }
  const outcome = differences.length === 0 ? 'unchanged' : 'changed';
  return { content: carried, stored, outcome, refusal: null, differences };
}

function refusalOf(content: StagedContent, { isCodeElsewhere, isTwice, unitRefusal }: Surroundings): string | null {
  if (content.classified) return 'classified-project';
  if (unitRefusal !== null) return unitRefusal;
  if (content.name.trim() === '') return 'project-without-name';
  if (isTooLong(content)) return 'project-text-too-long';
  if (isCutOff(content)) return 'project-cut-off';
  if (isCodeElsewhere) return 'project-code-elsewhere';
  return isTwice ? 'project-twice' : null;
}

/** The stored project of this code, else of this name; `conflict` where code and name belong to two projects. */
function storedOf({ code, name }: StagedContent, stored: readonly StoredTarget[]): StoredTarget | null | 'conflict' {
  const byCode = code === null ? undefined : stored.find(({ project }) => project.code === code);
  const byName = stored.find(({ project }) => project.name === name);
  if (byCode !== undefined && byName !== undefined && byCode !== byName) return 'conflict';
  return byCode ?? byName ?? null;
}

/** A code that the new document no longer prints stays: blank is "missing", not "none" (R1). */
export const codeToStore = ({ code }: Pick<StagedContent, 'code'>, stored: StoredTarget | null): string | null =>
  code ?? stored?.project.code ?? null;

/** What makes two projects of one upload the same. */
export const projectKeys = (
  { code, name }: Pick<StagedContent, 'code' | 'name'>,
  unitKey: string,
): readonly string[] => [`name ${unitKey} ${name}`, ...(code === null ? [] : [`code ${code}`])];

/** A table that breaks off before anything of it can be judged. */
const isCutOff = ({ targets, incompleteIndicators }: StagedContent): boolean =>
  targets.indicators.length === 0 &&
  targets.initialBudgetFen === null &&
  targets.schedule === null &&
  (targets.goals.length === 0 || incompleteIndicators.length > 0);

const isTooLong = ({ code, name, targets }: StagedContent): boolean =>
  longer(code, LONGEST.code) ||
  longer(name, LONGEST.name) ||
  targets.indicators.some(
    (indicator) =>
      longer(indicator.name, LONGEST.indicator) ||
      longer(indicator.level1, LONGEST.level) ||
      longer(indicator.level2, LONGEST.level) ||
      longer(indicator.unit, LONGEST.unit),
  );

const longer = (text: string | null, length: number): boolean => text !== null && text.length > length;

/** Whether saving stores anything of this project. */
export const isSaved = ({ outcome }: { readonly outcome: Outcome }): boolean =>
  outcome === 'new' || outcome === 'changed';

/** Fingerprint of what a project was compared with; null where nothing is stored of it. */
export const stateOf = (stored: StoredTarget | null): string | null =>
  stored === null
    ? null
    : createHash('sha256')
        .update(JSON.stringify([stored.project.id, stored.version.version, stored.project.name, stored.project.code]))
        .digest('hex');
