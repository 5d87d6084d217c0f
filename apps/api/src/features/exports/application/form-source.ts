import type { FormData } from '@jixiao/domain';
import type { EntityManager } from 'typeorm';
import type { ProjectToWrite } from '../persistence/export-projects.query.js';
import type { EvaluationState, RoundState } from './export-kinds.js';

/** A project's form as the system says it now, without the code of a paper. */
export interface GatheredForm {
  readonly project: ProjectToWrite;
  readonly data: FormData;
  readonly evaluationState: EvaluationState | null;
}

/** Where forms of one kind and period come from. */
export interface FormSource {
  readonly roundState: RoundState | null;
  /** The forms of some hundred projects, in their order; a project that has none is left out. */
  of(manager: EntityManager, projects: readonly ProjectToWrite[]): Promise<readonly GatheredForm[]>;
}
