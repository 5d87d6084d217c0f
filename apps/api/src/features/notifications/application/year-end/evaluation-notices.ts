import { excerpt } from '@jixiao/domain';
import { newId } from '../../../../platform/runtime/ids.js';
import type { PayloadOf } from '../../../../platform/events/domain-events.js';
import type { EvaluationProgress, evaluationStepped } from '../../../self-evaluation/index.js';
import type { Notice } from '../notify.js';
import { paramsOfUnit } from './evaluation-queues.js';

type SelfEvaluation = PayloadOf<typeof evaluationStepped>['evaluations'][number];

/** What happened to the self-evaluations of one unit by one step. */
export interface UnitStep {
  readonly unit: EvaluationProgress;
  readonly evaluations: readonly SelfEvaluation[];
  /** Name of a project. */
  readonly projectName: (projectId: string) => string;
}

type Said = Omit<Notice, 'recipients'>;

/** One notice, however many came back by the step; of one alone it names the project and leads to it. */
export function sentBackNotice(kind: 'returned' | 'reopened', stepped: UnitStep, message: string | null): Said {
  const said = { message: excerpt(message ?? '') };
  return toldOf(`evaluation-${kind}`, `evaluation-${kind}-many`, stepped, said);
}

/** What finance accepted as it was is counted over the year; where points are others than the unit's own, that is the news. */
export function acceptedNotices(stepped: UnitStep): readonly Said[] {
  const { unit, evaluations } = stepped;
  const marked = evaluations.filter(({ financePoints }) => Object.keys(financePoints ?? {}).length > 0);
  const notices: Said[] = [];
  if (marked.length < evaluations.length) {
    const { accepted, organisationId: about } = unit;
    notices.push({ kind: 'evaluation-accepted', params: paramsOfUnit(unit, accepted), about });
  }
  const [first] = marked;
  if (first !== undefined) {
    const points = { own: first.unitScores.total ?? NO_POINTS, total: first.financeScores?.total ?? NO_POINTS };
    notices.push(toldOf('evaluation-marked', 'evaluation-marked-many', { ...stepped, evaluations: marked }, points));
  }
  return notices;
}

/** As pages write what is not known. */
const NO_POINTS = '—';

function toldOf(
  one: Notice['kind'],
  many: Notice['kind'],
  { unit, evaluations, projectName }: UnitStep,
  said: Notice['params'],
): Said {
  const params = { ...paramsOfUnit(unit, evaluations.length), ...said };
  const [only, ...more] = evaluations;
  if (only === undefined || more.length > 0) return { kind: many, params, about: newId(), projectId: null };
  const { id: subjectId, projectId } = only;
  const project = projectName(projectId);
  return { kind: one, params: { ...params, project, subjectId }, about: newId(), projectId };
}
