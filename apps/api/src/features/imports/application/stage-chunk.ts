import type { DocumentWarning } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { RecognisedEntry } from '../../../platform/documents/recognise-document.js';
import { newId } from '../../../platform/runtime/ids.js';
import type { StoredTarget } from '../../targets/index.js';
import { ComparisonRepository } from '../persistence/comparison.repository.js';
import type { ImportProject } from '../persistence/import-project.entity.js';
import { StagedRepository } from '../persistence/staged.repository.js';
import { applyCorrection, type ProjectPatch } from './apply-correction.js';
import { codeToStore, planProject, projectKeys, stateOf, type PlannedProject } from './plan-project.js';
import type { PlacedUnit, UnitPlacement } from './place-units.js';
import { recheckWarnings } from './recheck-warnings.js';
import { stagedContentOf, type StagedContent, type Understood } from './staged-content.js';

/** What goes from one chunk of a batch to the next. */
export interface StagingState {
  readonly batchId: string;
  readonly year: number;
  /** Paths below which the import may change targets that are approved. */
  readonly manages: readonly string[];
  readonly units: UnitPlacement;
  /** Names and codes of the projects of the upload so far, as `projectKeys` gives them. */
  readonly taken: Set<string>;
  /** What people corrected when the very same file came before, by place in the document. */
  readonly earlier: ReadonlyMap<number, { readonly place: string; readonly corrections: ProjectPatch | null }>;
  /** Projects staged so far. */
  count: number;
  hasClassified: boolean;
}

interface Placed {
  readonly unit: PlacedUnit;
  readonly content: StagedContent;
  readonly warnings: readonly DocumentWarning[];
  readonly corrections: ProjectPatch | null;
  readonly understood: Understood | null;
}

const CODE_LIMIT = 64;
const NAME_LIMIT = 300;
const PLACE_LIMIT = 100;

/** Compares some projects of a document with what is stored, and stages them, in the transaction of the caller. */
@Injectable()
export class StageChunk {
  constructor(
    private readonly staged: StagedRepository,
    private readonly comparison: ComparisonRepository,
  ) {}

  async run(manager: EntityManager, state: StagingState, projects: readonly RecognisedEntry[]): Promise<void> {
    const placed: Placed[] = [];
    for (const [index, read] of projects.entries()) {
      const { unitCode: code, unitName: name } = read.project;
      const unit = await state.units.place(manager, { code, name });
      placed.push({ unit, ...corrected(state, state.count + index, read) });
    }
    const stored = await this.comparison.load(manager, state.year, placed.map(comparable), state.manages);
    const rows = placed.map((each, index) => {
      const { content, unit } = each;
      const keys = projectKeys(content, unit.row.organisationId ?? unit.row.code);
      const planned = planProject(content, {
        stored: stored.of(comparable(each)),
        isCodeElsewhere: stored.isCodeElsewhere(comparable(each)),
        isHeldBack: (target) => stored.isHeldBack(target),
        isTwice: keys.some((key) => state.taken.has(key)),
        unitRefusal: unit.refusal,
      });
      if (planned.outcome !== 'refused') for (const key of keys) state.taken.add(key);
      if (content.classified) state.hasClassified = true;
      return stagedRow(state, state.count + index, each, planned);
    });
    await this.staged.insert(manager, rows);
    state.count += projects.length;
  }
}

/** The same bytes are understood the same way, so what was corrected of them then is corrected now. */
function corrected(state: StagingState, ordinal: number, { project, warnings }: RecognisedEntry): Omit<Placed, 'unit'> {
  const content = stagedContentOf(project);
  const earlier = state.earlier.get(ordinal);
  if (earlier === undefined || earlier.corrections === null || earlier.place !== project.at.slice(0, PLACE_LIMIT)) {
    return { content, warnings, corrections: null, understood: null };
  }
  const next = applyCorrection(content, earlier.corrections);
  const understood = { content, warnings };
  return { content: next, warnings: recheckWarnings(next, warnings), corrections: earlier.corrections, understood };
}

const comparable = ({ unit, content: { code, name } }: Placed) => ({
  organisationId: unit.row.organisationId,
  code,
  name,
});

function stagedRow(
  { batchId }: StagingState,
  ordinal: number,
  { unit, warnings, corrections, understood }: Placed,
  planned: PlannedProject,
): ImportProject {
  const { content, stored, outcome, refusal, differences } = planned;
  const isKept = !content.classified;
  return {
    id: newId(),
    batchId,
    unitId: unit.row.id,
    ordinal,
    ...identityColumns(content, stored),
    outcome,
    refusal,
    warningCount: warnings.length,
    corrected: corrections !== null,
    place: (content.targets.sourceAt ?? '').slice(0, PLACE_LIMIT),
    storedProjectId: stored?.project.id ?? null,
    storedState: stateOf(stored),
    // Nothing of a classified project is taken into the system but that it was refused.
    content: isKept ? content : null,
    differences,
    warnings: isKept ? warnings : warnings.filter(({ code }) => code === 'classified-project'),
    corrections,
    understood: isKept ? understood : null,
  };
}

/** What of the content stands in columns of its own, for lists and look-ups. */
export const identityColumns = (content: StagedContent, stored: StoredTarget | null) => ({
  code: content.classified ? null : (codeToStore(content, stored)?.slice(0, CODE_LIMIT) ?? null),
  name: content.name.slice(0, NAME_LIMIT),
  budgetFen: content.classified ? null : content.targets.initialBudgetFen,
  indicators: content.classified ? 0 : content.targets.indicators.length,
});
