import type { AlertKind } from '@jixiao/domain';
import { AlertRepository } from '../../apps/api/src/features/alerts/index.js';
import { Alert } from '../../apps/api/src/features/alerts/persistence/alert.entity.js';
import { RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import type { TestApi } from './api.js';
import { jobsAreDone } from './jobs-done.js';

/** Where an alert is of. */
export interface RaisedAt {
  readonly year: number;
  readonly month: number;
  readonly projectId: string;
  readonly organisationId: string;
}

/** The alert of a rule that a project keeps in a round, raised here where the rules have not done so yet. @returns its id */
export async function raiseAlert({ app }: TestApi, at: RaisedAt, kind: AlertKind = 'spend-lagging'): Promise<string> {
  await jobsAreDone({ app }); // the rules would close what they do not find themselves
  const uow = app.get(UnitOfWork, { strict: false });
  const round = await app.get(RoundRepository, { strict: false }).require(uow.reader, at.year, at.month);
  const { projectId, organisationId } = at;
  await uow.run((manager) =>
    app
      .get(AlertRepository, { strict: false })
      .raise(manager, [{ ...OPEN, id: newId(), roundId: round.id, projectId, organisationId, kind }]),
  );
  const stored = await uow.reader.findOneByOrFail(Alert, { roundId: round.id, projectId, kind });
  return stored.id;
}

export async function alertOf({ app }: TestApi, id: string): Promise<Alert> {
  return app.get(UnitOfWork, { strict: false }).reader.findOneByOrFail(Alert, { id });
}

const OPEN: Omit<Alert, 'id' | 'roundId' | 'projectId' | 'organisationId' | 'kind'> = {
  severity: 'red',
  state: 'open',
  suspension: null,
  reason: {
    kind: 'spend-lagging',
    budgetFen: 50_000_000,
    expenditureFen: 5_000_000,
    executionRate: 10,
    plannedRate: 50,
    gapToPlan: -40,
    points: 10,
  },
  ruleSetRef: 'preset@1',
  raisedAt: '2026-07-03T00:00:00.000Z',
  raisedOn: '2026-07-03',
  deadline: '2099-07-17',
  escalatesOn: null,
  level: 'unit',
  escalatedAt: null,
  acknowledgedAt: null,
  acknowledgedBy: null,
  acknowledgedByName: null,
  answer: null,
  answerText: null,
  answeredAt: null,
  answeredBy: null,
  answeredByName: null,
  responseDays: null,
  inTime: null,
  closedAt: null,
  closing: null,
  recurrences: 0,
  consecutive: 1,
  onSiteCheck: null,
  onSiteNote: null,
  version: 0,
};
