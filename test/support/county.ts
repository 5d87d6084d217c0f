import { readFileSync } from 'node:fs';
import { In, Not } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { ALERT_JOBS } from '../../apps/api/src/features/alerts/jobs/alerts.jobs.js';
import { AlertRound } from '../../apps/api/src/features/alerts/persistence/alert-round.entity.js';
import { AlertStep } from '../../apps/api/src/features/alerts/persistence/alert-step.entity.js';
import { Alert } from '../../apps/api/src/features/alerts/persistence/alert.entity.js';
import { ANALYSIS_JOBS } from '../../apps/api/src/features/analysis/jobs/analysis.jobs.js';
import { ProjectFinding } from '../../apps/api/src/features/analysis/persistence/project-finding.entity.js';
import { ProjectForecast } from '../../apps/api/src/features/analysis/persistence/project-forecast.entity.js';
import { UnitOutlook } from '../../apps/api/src/features/analysis/persistence/unit-outlook.entity.js';
import { UserSession } from '../../apps/api/src/features/identity/persistence/user-session.entity.js';
import { tellAlertRoundJob } from '../../apps/api/src/features/notifications/jobs/tell-alert-round.job.js';
import { summariseLightsJob } from '../../apps/api/src/features/monitoring/jobs/summarise-lights.job.js';
import { LightSummaryRequest } from '../../apps/api/src/features/monitoring/persistence/light-summary-request.entity.js';
import { LightSummaryState } from '../../apps/api/src/features/monitoring/persistence/light-summary-state.entity.js';
import { LightSummary } from '../../apps/api/src/features/monitoring/persistence/light-summary.entity.js';
import { WaitForLights } from '../../apps/api/src/features/monitoring/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { JobRun } from '../../apps/api/src/platform/jobs/job-run.entity.js';
import type { ImportUploadView, UploadAccepted } from '../../apps/api/src/features/imports/http/uploads.dto.js';
import type { ProjectDetail } from '../../apps/api/src/features/targets/http/targets.dto.js';
import type { TestApi, Visitor } from './api.js';
import { until } from './job-rig.js';
import { upload, type UploadedFile } from './upload.js';

const TARGETS = new URL('../fixtures/targets/', import.meta.url);

/** A target document of the fixtures, `ok/court-2022.txt`. */
export const document = (path: string): UploadedFile => ({
  name: path.split('/').at(-1) ?? path,
  bytes: readFileSync(new URL(path, TARGETS)),
});

export const text = (file: UploadedFile): string => Buffer.from(file.bytes).toString('utf8');

/** Tables that are written by signing in, and by jobs that sum up, analyse and look for alerts. */
const WRITTEN_BESIDE: ReadonlySet<unknown> = new Set([
  UserSession,
  ProjectFinding,
  ProjectForecast,
  UnitOutlook,
  LightSummary,
  LightSummaryRequest,
  LightSummaryState,
  Alert,
  AlertRound,
  AlertStep,
]);

/** The jobs that do so; they are asked for whenever they are due. */
const ASKED_FOR_BESIDE = [...ANALYSIS_JOBS, ...ALERT_JOBS, tellAlertRoundJob, summariseLightsJob].map(
  ({ name }) => name,
);

/** Number of rows of every table but those that are written beside what is done. */
export async function rowCounts(api: TestApi): Promise<Readonly<Record<string, number>>> {
  const { reader } = api.app.get(UnitOfWork, { strict: false });
  const counts: Record<string, number> = {};
  for (const entity of ENTITIES) if (!WRITTEN_BESIDE.has(entity)) counts[entity.name] = await reader.count(entity);
  counts[JobRun.name] = await reader.countBy(JobRun, { name: Not(In(ASKED_FOR_BESIDE)) });
  return counts;
}

/** Until the lights of a year are up with everything stored. */
export async function lightsAreUp(api: TestApi, year: number): Promise<void> {
  const up = await api.app.get(WaitForLights, { strict: false }).run(year, 20_000);
  if (!up) throw new Error(`The lights of ${year} are not up after 20 s`);
}

export async function organisationId(visitor: Visitor, code: string): Promise<string> {
  const { body } = await visitor.get<{ items: { id: string; code: string }[] }>('/organisations');
  const found = body.items.find((organisation) => organisation.code === code);
  if (found === undefined) throw new Error(`No organisation ${code}`);
  return found.id;
}

/** Uploads documents and waits until they are read. */
export async function readDocuments(
  visitor: Visitor,
  files: readonly UploadedFile[],
  fields: Readonly<Record<string, string | number>>,
): Promise<ImportUploadView> {
  const { status, body } = await visitor.post<UploadAccepted>('/imports', ...upload(files, fields));
  if (status !== 202) throw new Error(`The upload answered ${status}: ${JSON.stringify(body)}`);
  return ended(visitor, body.uploadId, body.jobId);
}

/** Has an upload saved and waits for it. */
export async function confirmUpload(visitor: Visitor, uploadId: string): Promise<ImportUploadView> {
  const { status, body } = await visitor.post<{ jobId: string }>(`/imports/uploads/${uploadId}/confirm`);
  if (status !== 202) throw new Error(`Confirming answered ${status}: ${JSON.stringify(body)}`);
  return ended(visitor, uploadId, body.jobId);
}

/** The upload once its job has ended. */
async function ended(visitor: Visitor, uploadId: string, jobId: string): Promise<ImportUploadView> {
  const isOver = async (): Promise<boolean> => {
    const { body } = await visitor.get<{ status: string }>(`/jobs/${jobId}`);
    return ['succeeded', 'dead', 'cancelled'].includes(body.status);
  };
  await until(isOver, 'the import job has ended', 60_000);
  return (await visitor.get<ImportUploadView>(`/imports/uploads/${uploadId}`)).body;
}

/** Imports documents and expects it to work. */
export async function importDocuments(
  visitor: Visitor,
  files: readonly UploadedFile[],
  fields: Readonly<Record<string, string | number>>,
): Promise<ImportUploadView> {
  const read = await readDocuments(visitor, files, fields);
  if (read.status !== 'ready') throw new Error(`Reading ended ${read.status}: ${JSON.stringify(read.batches)}`);
  const saved = await confirmUpload(visitor, read.uploadId);
  if (saved.status !== 'saved') throw new Error(`Saving ended ${saved.status}: ${JSON.stringify(saved)}`);
  return saved;
}

/** Opens a round at once, whatever its year, and expects it to work. By default its deadline never passes. */
export async function openRound(visitor: Visitor, year: number, month: number, closesOn = '2099-12-31'): Promise<void> {
  const answer = await visitor.post('/rounds', { year, month, opensOn: '2000-01-01', closesOn });
  if (answer.status !== 201) throw new Error(`Opening answered ${answer.status}: ${JSON.stringify(answer.body)}`);
}

interface Named {
  readonly projectId: string;
  readonly name: string;
}

/** Ids of the projects of a round by name. */
export async function projectIds(visitor: Visitor, year: number, month: number): Promise<ReadonlyMap<string, string>> {
  const { body } = await visitor.get<{ items: Named[] }>(`/lights?year=${year}&month=${month}&size=200`);
  return new Map(body.items.map(({ name, projectId }) => [name, projectId]));
}

/** A project's page and the id of one of its indicators by name. */
export async function projectOf(visitor: Visitor, id: string): Promise<ProjectDetail> {
  return (await visitor.get<ProjectDetail>(`/projects/${id}`)).body;
}

export function indicatorId({ indicators }: ProjectDetail, name: string): string {
  const found = indicators.find((indicator) => indicator.name === name);
  if (found === undefined) throw new Error(`No indicator ${name} among ${indicators.map((each) => each.name).join()}`);
  return found.id;
}
