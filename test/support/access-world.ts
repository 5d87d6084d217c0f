import { ROLES, type Role } from '@jixiao/domain';
import type { GoalsOfUnit } from '../../apps/api/src/features/department-goals/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { insertAlert } from './alerts.js';
import { insertEvaluation } from './evaluations.js';
import { TestApi, type Visitor } from './api.js';
import {
  document,
  importDocuments,
  lightsAreUp,
  openRound,
  organisationId,
  projectIds,
  readDocuments,
} from './county.js';
import { PaperDesk } from './paper-desk.js';
import type { TestBackend } from './services.js';
import { upload, type UploadedFile } from './upload.js';

export const YEAR = 2022;
export const MONTH = 6;
/** The round of this month is locked, with a reopened project in each subtree. */
export const LOCKED_MONTH = 3;

/** Everything of one subtree that an address or a body can name. */
export interface Subtree {
  readonly departmentId: string;
  readonly organisationId: string;
  readonly projectId: string;
  readonly projectCode: string | null;
  readonly projectName: string;
  readonly indicatorId: string;
  readonly indicatorName: string;
  readonly uploadId: string;
  readonly batchId: string;
  readonly stagedProjectId: string;
  readonly reportUploadId: string;
  readonly tokenId: string;
  readonly jobId: string;
  /** A person who does nothing in the matrix but be managed. */
  readonly spareUserId: string;
  /** An organisation that has nothing. */
  readonly spareOrganisationId: string;
  readonly delegationId: string;
  readonly documentId: string;
  readonly changeId: string;
  readonly attachmentId: string;
  readonly reopeningId: string;
  readonly channelId: string;
  readonly deliveryId: string;
  readonly rectificationId: string;
  readonly evidenceId: string;
  readonly measureId: string;
  readonly namedUnitId: string;
  readonly supervisionId: string;
  /** What the subtree's clerk has exported, and a paper in it. */
  readonly exportId: string;
  readonly paperCode: string;
  readonly officialReportId: string;
  /** Of a department goal of the organisation, and of one of its sentences. */
  readonly goalKey: string;
  readonly sentenceKey: string;
  /** An open alert about the project. */
  readonly alertId: string;
  /** The draft of its self-evaluation. */
  readonly evaluationId: string;
  /** What nobody outside may ever read: names and ids that occur nowhere else. */
  readonly secrets: readonly string[];
}

export interface AccessWorld {
  readonly api: TestApi;
  /** The subtree of the persons `near`. */
  readonly own: Subtree;
  readonly foreign: Subtree;
  /** A person of each role at the department of `own`. */
  readonly near: Readonly<Record<Role, Visitor>>;
  /** A person of each role at the root. */
  readonly county: Readonly<Record<Role, Visitor>>;
}

interface Place {
  readonly department: string;
  readonly departmentName: string;
  readonly unit: string;
  readonly unitName: string;
  readonly targets: UploadedFile;
}

const OWN: Place = {
  department: '336',
  departmentName: '法院部门',
  unit: '336001',
  unitName: '本域法院',
  targets: document('ok/court-2022.txt'),
};
const FOREIGN: Place = {
  department: '340',
  departmentName: '外域司法部门',
  unit: '340001',
  unitName: '外域司法局',
  targets: document('ok/justice-bureau-2022.txt'),
};
const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
const BROKEN_REPORT = Buffer.from('项目名称,累计支出\n没有这个项目,1\n');

/** A county of two departments that have the same things, and people of every role in one of them and at the root. */
export async function accessWorld(backend: TestBackend): Promise<AccessWorld> {
  const api = await TestApi.open(backend, { SECRET_KEY: 'a-key-of-the-tests-that-is-long-enough' });
  const add = api.app.get(AddOrganisation, { strict: false });
  await add.execute({ code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' });
  for (const { department, departmentName, unit, unitName } of [OWN, FOREIGN]) {
    const below = { addedBy: 'system', parentCode: '001' };
    await add.execute({ ...below, code: department, name: departmentName, kind: 'department' });
    await add.execute({ ...below, code: unit, name: unitName, kind: 'unit', parentCode: department });
    await add.execute({ ...below, code: `${unit}9`, name: `${unitName}分局`, kind: 'unit', parentCode: unit });
  }
  const near = await peopleAt(api, OWN.department, 'near');
  const county = await peopleAt(api, '001', 'county');
  const remote = await peopleAt(api, FOREIGN.department, 'remote');
  for (const { unit, targets } of [OWN, FOREIGN]) {
    const organisation = await organisationId(county.financeReviewer, unit);
    await importDocuments(county.financeReviewer, [targets], { year: YEAR, organisationId: organisation });
  }
  await openRound(county.financeReviewer, YEAR, LOCKED_MONTH);
  await openRound(county.financeReviewer, YEAR, MONTH);
  await lightsAreUp(api, YEAR);
  const locked = `/rounds/${YEAR}/${LOCKED_MONTH}/lock`;
  await done(county.financeReviewer.post(locked, { asTheyStand: true }));
  const own = await withRows(api, await subtreeOf(api, county, near, OWN));
  const foreign = await withRows(api, await subtreeOf(api, county, remote, FOREIGN));
  return { api, own, foreign, near, county };
}

/** What no request of the matrix's own could make. */
type Inserted = 'alertId' | 'evaluationId';

type People = Readonly<Record<Role, Visitor>>;

async function peopleAt(api: TestApi, organisation: string, prefix: string): Promise<People> {
  const people: [Role, Visitor][] = [];
  for (const role of ROLES) {
    await api.addUser(`${prefix}-${role}`, role, organisation);
    people.push([role, await api.as(`${prefix}-${role}`)]);
  }
  return Object.fromEntries(people) as People;
}

async function subtreeOf(api: TestApi, county: People, people: People, place: Place): Promise<Omit<Subtree, Inserted>> {
  const finance = county.financeReviewer;
  const organisation = await organisationId(finance, place.unit);
  const departmentId = await organisationId(finance, place.department);
  const [projectName, projectId] = [...(await projectIds(people.leader, YEAR, MONTH))][0] ?? ['', ''];
  const { body: project } = await people.leader.get<{
    code: string | null;
    indicators: { id: string; name: string }[];
  }>(`/projects/${projectId}`);
  const indicator = project.indicators[0];
  if (indicator === undefined) throw new Error(`${place.unitName} has no project with an indicator`);
  // Another year: it stays unsaved, so that every decision about it is still open.
  const staged = await readDocuments(people.clerk, [place.targets], { year: YEAR - 1, organisationId: organisation });
  const batchId = staged.batches[0]?.id ?? '';
  const { body: projects } = await people.clerk.get<{ items: { id: string }[] }>(`/imports/${batchId}/projects`);
  const broken = await people.clerk.post<{ params?: { workbookId?: string } }>(
    `/rounds/${YEAR}/${MONTH}/report-file`,
    ...upload([{ name: '季报.csv', bytes: BROKEN_REPORT }], {}),
  );
  const token = { name: `token-${place.unit}`, organisationId: organisation, permissions: ['lights.read'] };
  const { body: added } = await county.admin.post<{ id: string }>('/tokens', token);
  const later = { closesOn: '2100-01-31', reason: '系统故障' };
  await done(finance.put(`/rounds/${YEAR}/${MONTH}/exceptions/${organisation}`, later));
  const made = await thingsOf(county, people, { projectId, indicatorId: indicator.id });
  const { body: jobs } = await people.clerk.get<{ items: { id: string }[] }>('/jobs');
  return {
    departmentId,
    organisationId: organisation,
    projectId,
    projectCode: project.code,
    projectName,
    indicatorId: indicator.id,
    indicatorName: indicator.name,
    uploadId: staged.uploadId,
    batchId,
    stagedProjectId: projects.items[0]?.id ?? '',
    reportUploadId: broken.body.params?.workbookId ?? '',
    tokenId: added.id,
    jobId: jobs.items[0]?.id ?? '',
    ...made,
    ...(await followUpsOf(county, people, projectId, organisation)),
    ...(await exportedBy(api, people.clerk, projectId)),
    ...(await goalOf(people, organisation)),
    ...(await channelAt(county.admin, organisation)),
    spareUserId: await spareUser(county.admin, place),
    spareOrganisationId: await organisationId(finance, `${place.unit}9`),
    secrets: [projectId, projectName, organisation, place.unitName, batchId, staged.uploadId, added.id],
  };
}

interface OfProject {
  readonly projectId: string;
  readonly indicatorId: string;
}

/** What people of a subtree have put beside one of its projects, and a deputy. */
async function thingsOf(county: People, people: People, { projectId, indicatorId }: OfProject) {
  const finance = county.financeReviewer;
  const picture = upload([{ name: '佐证.png', bytes: PICTURE }], {});
  const attachments = `/rounds/${YEAR}/${MONTH}/projects/${projectId}/attachments`;
  const attached = await done<{ items: { id: string }[] }>(people.clerk.post(attachments, ...picture));
  const document = await done<{ id: string }>(people.clerk.post(`/projects/${projectId}/documents`, ...picture));
  const content = { what: 'targets', changed: [{ indicatorId, rawValue: '≥1件' }], added: [], removed: [] };
  const wanted = { content, reason: '任务调整' };
  const change = await done<{ id: string }>(people.clerk.post(`/projects/${projectId}/target-changes`, wanted));
  const reopening = { projectId, reason: '数据有误', expiresOn: '2999-12-31' };
  const reopenings = await done<{ items: { id: string; projectId: string }[] }>(
    finance.post(`/rounds/${YEAR}/${LOCKED_MONTH}/reopenings`, reopening),
  );
  return {
    attachmentId: attached.items[0]?.id ?? '',
    documentId: document.id,
    changeId: change.id,
    reopeningId: reopenings.items.find((each) => each.projectId === projectId)?.id ?? '',
    delegationId: await delegationOf(people),
  };
}

/** What is to be put right of a project, and what finance and a leader want of it and its unit. */
async function followUpsOf(county: People, people: People, projectId: string, organisationId: string) {
  const { clerk } = people;
  const { financeReviewer: finance, leader } = county;
  const make = (visitor: Visitor, path: string, body: object) => done<{ id: string }>(visitor.post(path, body));
  const found = await make(clerk, '/rectifications', { source: 'audit', projectId, finding: '资金闲置' });
  const picture = upload([{ name: '佐证.png', bytes: PICTURE }], {});
  const { evidence } = await done<{ evidence: { id: string }[] }>(
    clerk.post(`/rectifications/${found.id}/files`, ...picture),
  );
  const reduction = { projectId, kind: 'reduce', amountFen: 1, reason: '进度滞后' };
  const naming = { organisationId, year: YEAR, month: MONTH, kind: 'circular', reason: '进度滞后' };
  const matter = { projectId, matter: '限期支出', deadline: '2099-12-31' };
  const report = { kind: 'monitoring', year: YEAR, month: MONTH, organisationId };
  return {
    rectificationId: found.id,
    evidenceId: evidence[0]?.id ?? '',
    measureId: (await make(finance, '/budget-measures', reduction)).id,
    namedUnitId: (await make(finance, '/named-units', naming)).id,
    supervisionId: (await make(leader, '/supervisions', matter)).id,
    officialReportId: (await make(clerk, '/official-reports', report)).id,
  };
}

/** A form of a project that its clerk has had written. */
async function exportedBy(api: TestApi, clerk: Visitor, projectId: string) {
  const desk = new PaperDesk(api);
  const input = { kind: 'monitoringForm', year: YEAR, month: MONTH, format: 'xlsx', projectId };
  const { id: exportId } = await desk.written(clerk, input);
  const paper = (await desk.papers()).find((each) => each.exportId === exportId);
  return { exportId, paperCode: paper?.code ?? '' };
}

/** Where the document has goals without indicators: the address means nothing, and the organisation is refused before it. */
const NO_SENTENCE = '0'.repeat(64);

async function goalOf({ leader }: People, organisation: string) {
  const { body } = await leader.get<GoalsOfUnit>(`/department-goals/${YEAR}/${MONTH}/${organisation}`);
  const [sentence] = body.goals.flatMap(({ indicators }) => indicators);
  return { goalKey: body.goals[0]?.key ?? '', sentenceKey: sentence?.key ?? NO_SENTENCE };
}

/** The clerk of the department has its reviewer for a deputy some day. */
async function delegationOf({ clerk }: People): Promise<string> {
  const { items } = await done<{ items: { id: string }[] }>(clerk.get('/deputies/candidates'));
  const wish = { toUserId: items[0]?.id, fromDay: '2090-01-01', untilDay: '2090-01-02', reason: '出差' };
  const { delegation } = await done<{ delegation: { id: string } }>(clerk.post('/deputies', wish));
  return delegation.id;
}

/** A channel that was changed once, so that no request names its version, and a test by it that goes nowhere. */
async function channelAt(admin: Visitor, organisationId: string) {
  const channel = { kind: 'wecom', name: '群', active: false, url: 'http://127.0.0.1:9/', locale: 'zh', topics: null };
  const { id: channelId } = await done<{ id: string }>(admin.post('/channels', { ...channel, organisationId }));
  await done(admin.put(`/channels/${channelId}`, { ...channel, version: 1 }));
  const { id: deliveryId } = await done<{ id: string }>(admin.post(`/channels/${channelId}/test`, {}));
  return { channelId, deliveryId };
}

/** With an alert that waits for an answer, as only a round of the present would bring one, and a self-evaluation without a December. */
async function withRows(api: TestApi, subtree: Omit<Subtree, Inserted>): Promise<Subtree> {
  const { projectId, organisationId: organisation } = subtree;
  const uow = api.app.get(UnitOfWork, { strict: false });
  const ids = await uow.run(async (manager) => {
    const round = await api.app.get(RoundRepository, { strict: false }).require(manager, YEAR, MONTH);
    const place = { roundId: round.id, projectId, organisationId: organisation };
    const evaluationId = await insertEvaluation(manager, { ...place, year: YEAR });
    return { alertId: await insertAlert(manager, place), evaluationId };
  });
  return { ...subtree, ...ids, secrets: [...subtree.secrets, ...Object.values(ids)] };
}

async function spareUser(admin: Visitor, { unit }: Place): Promise<string> {
  const organisation = await organisationId(admin, unit);
  const roles = [{ role: 'leader', organisationId: organisation }];
  return (await done<{ id: string }>(admin.post('/users', { username: `spare-${unit}`, displayName: '备用', roles })))
    .id;
}

/** The answer's body. @throws Error where the request was refused */
async function done<T>(request: Promise<{ readonly status: number; readonly body: unknown }>): Promise<T> {
  const { status, body } = await request;
  if (status >= 300) throw new Error(`${status}: ${JSON.stringify(body)}`);
  return body as T;
}
