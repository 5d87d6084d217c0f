import { In, type EntityManager } from 'typeorm';
import type { AlertPage, AlertView } from '../../apps/api/src/features/alerts/http/alerts.dto.js';
import { Alert } from '../../apps/api/src/features/alerts/persistence/alert.entity.js';
import { UnitsToEvaluate } from '../../apps/api/src/features/alerts/persistence/units-to-evaluate.query.js';
import { tellAlertRoundJob } from '../../apps/api/src/features/notifications/jobs/tell-alert-round.job.js';
import { RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { UNENDED } from '../../apps/api/src/platform/jobs/job-rows.repository.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { analysisIsUp } from './analysis.js';
import type { TestApi, Visitor } from './api.js';
import { until } from './job-rig.js';

/** Until the alerts of a year are up with everything stored, and people are told of them. */
export async function alertsAreUp(api: TestApi, year: number): Promise<void> {
  await analysisIsUp(api, year);
  const { reader } = api.app.get(UnitOfWork, { strict: false });
  const rounds = api.app.get(RoundRepository, { strict: false });
  const units = api.app.get(UnitsToEvaluate, { strict: false });
  const isUp = async (): Promise<boolean> => {
    for (const { id } of await rounds.list(reader, year)) if (await units.isUnderWay(reader, id)) return false;
    return true;
  };
  await until(isUp, `the alerts of ${year} are up`, 30_000);
  const ends = { name: tellAlertRoundJob.name, status: In([...UNENDED]) };
  await until(async () => (await reader.countBy(JobRun, ends)) === 0, 'people are told of alerts', 30_000);
}

/** Sets the day of a program that runs in this process, noon in China; it goes on from there. For days after the last one. */
export function setDay(api: TestApi, day: string): void {
  const clock = api.app.get(Clock, { strict: false }) as unknown as { date: () => Date };
  const ahead = Date.parse(`${day}T04:00:00.000Z`) - Date.now();
  clock.date = () => new Date(Date.now() + ahead);
}

/** Only what day it is: instants stay as they are, so that what is stored stays known. */
export function setToday(api: TestApi, day: string): void {
  api.app.get(Clock, { strict: false }).today = () => day;
}

export async function alertsOf(visitor: Visitor, query: string): Promise<readonly AlertView[]> {
  const { status, body } = await visitor.get<AlertPage>(`/alerts?size=200&${query}`);
  if (status !== 200) throw new Error(`The alerts answered ${status}: ${JSON.stringify(body)}`);
  return body.items;
}

/** Stores an alert that waits for an answer. @returns its id */
export async function insertAlert(
  manager: EntityManager,
  of: Pick<Alert, 'roundId' | 'projectId' | 'organisationId'>,
): Promise<string> {
  const alert = {
    ...of,
    id: newId(),
    kind: 'impossible',
    severity: 'red',
    state: 'open',
    suspension: 'proposed',
    reason: { kind: 'impossible', indicators: [] },
    ruleSetRef: 'alert-rules@1',
    raisedAt: '2026-07-03T04:00:00.000Z',
    raisedOn: '2026-07-03',
    deadline: '2026-07-17',
    level: 'finance',
    recurrences: 0,
    consecutive: 3,
    onSiteCheck: 'due',
    version: 0,
  } as const;
  await manager.insert(Alert, alert);
  return alert.id;
}
