import { randomUUID } from 'node:crypto';
import {
  type ChangeStep,
  DEFAULT_ALERT_RULES,
  DEFAULT_EVALUATION_RULES,
  type MeasureStep,
  type NamingStep,
  type OfficialReportStep,
  type RectificationStep,
  type SupervisionStep,
} from '@jixiao/domain';
import type { Route } from './api-routes.js';
import { LOCKED_MONTH, MONTH, YEAR, type Subtree } from './access-world.js';
import { sampleBody, type JsonSchema } from './sample-body.js';
import { upload } from './upload.js';

/** A request that is about one subtree. */
export interface RouteRequest {
  readonly path: string;
  readonly payload: unknown;
  readonly headers: Readonly<Record<string, string>>;
  /** All that it says, as text. */
  readonly said: string;
  /** Whether anything in it names the subtree: only then can the same request be about a foreign one. */
  readonly namesSubtree: boolean;
}

/** The step that is asked for where an address names one. */
export const STEP = 'review' satisfies ChangeStep;
/** The steps that bodies ask for. */
export const FOLLOW_UP_STEPS = {
  rectification: 'note',
  measure: 'post',
  naming: 'hold',
  supervision: 'report',
} as const satisfies Readonly<Record<string, RectificationStep | MeasureStep | NamingStep | SupervisionStep>>;
export const REPORT_STEP = 'submit' satisfies OfficialReportStep;

const FORM = Buffer.from('项目名称,累计支出（元）\n没有这个项目,1\n');

/** Values of path parameters by the address up to them; a parameter that is missing here fails the matrix by its name. */
const PATH_VALUES: readonly (readonly [RegExp, (subtree: Subtree) => string | number])[] = [
  [/\{year\}$/, () => YEAR],
  [/\{step\}$/, () => STEP],
  [/^\/organisations\/\{id\}$/, ({ spareOrganisationId }) => spareOrganisationId],
  [
    /\/(exceptions|department-goals\/\{year\}(\/\{month\})?)\/\{organisationId\}$/,
    ({ organisationId }) => organisationId,
  ],
  [/\{goalKey\}$/, ({ goalKey }) => goalKey],
  [/\{sentenceKey\}$/, ({ sentenceKey }) => sentenceKey],
  [/^\/users\/\{id\}$/, ({ spareUserId }) => spareUserId],
  [/^\/deputies\/\{id\}$/, ({ delegationId }) => delegationId],
  [/^\/target-changes\/\{changeId\}$/, ({ changeId }) => changeId],
  [/\/documents\/\{documentId\}$/, ({ documentId }) => documentId],
  [/^\/rectifications\/\{id\}$/, ({ rectificationId }) => rectificationId],
  [/\/files\/\{fileId\}$/, ({ evidenceId }) => evidenceId],
  [/^\/budget-measures\/\{id\}$/, ({ measureId }) => measureId],
  [/^\/named-units\/\{id\}$/, ({ namedUnitId }) => namedUnitId],
  [/^\/supervisions\/\{id\}$/, ({ supervisionId }) => supervisionId],
  [/^\/official-reports\/\{id\}$/, ({ officialReportId }) => officialReportId],
  [/\/attachments\/\{attachmentId\}$/, ({ attachmentId }) => attachmentId],
  [/\/reopenings\/\{id\}$/, ({ reopeningId }) => reopeningId],
  [/\{version\}$/, () => 1],
  [/^\/imports\/\{batchId\}\/projects\/\{id\}$/, ({ stagedProjectId }) => stagedProjectId],
  [/\/projects\/\{(id|projectId)\}$/, ({ projectId }) => projectId],
  [/^\/imports\/uploads\/\{uploadId\}$/, ({ uploadId }) => uploadId],
  [/^\/imports\/\{batchId\}$/, ({ batchId }) => batchId],
  [/^\/report-uploads\/\{id\}$/, ({ reportUploadId }) => reportUploadId],
  [/^\/evaluations\/\{id\}$/, ({ evaluationId }) => evaluationId],
  [/^\/evaluations\/units\/\{organisationId\}$/, ({ organisationId }) => organisationId],
  [/^\/alerts\/\{id\}$/, ({ alertId }) => alertId],
  [/^\/tokens\/\{id\}$/, ({ tokenId }) => tokenId],
  [/^\/jobs\/\{id\}$/, ({ jobId }) => jobId],
  [/^\/channels\/\{id\}$/, ({ channelId }) => channelId],
  [/^\/deliveries\/\{id\}$/, ({ deliveryId }) => deliveryId],
  [/^\/exports\/\{id\}$/, ({ exportId }) => exportId],
  [/^\/papers\/\{code\}$/, ({ paperCode }) => paperCode],
  [/^\/form-templates\/\{kind\}$/, () => 'monitoringForm'],
  [/^\/rule-simulations\/\{id\}$/, () => randomUUID()],
  [/^\/alert-rules\/trials\/\{id\}$/, () => randomUUID()],
];

/** Concern a round that is locked. */
const OF_LOCKED_ROUND = /\/(reopenings|seals)(\/|$)/;

const ROBOT = { kind: 'wecom', name: '群', active: false, url: 'http://127.0.0.1:9/', locale: 'zh', topics: null };

/** Bodies that their schema does not tell enough of, or that are no JSON. */
const PAYLOADS: Readonly<Record<string, (subtree: Subtree) => unknown>> = {
  'POST /rounds/{year}/{month}/reports': ({ projectName }) => ({
    projects: [{ name: projectName, expenditureFen: 1 }],
  }),
  'POST /rounds/{year}/{month}/steps': ({ projectId }) => ({ step: 'approve', projects: [{ projectId, version: 0 }] }),
  'POST /target-approvals': ({ projectId }) => ({ step: 'approve', projects: [{ projectId, version: 1 }] }),
  'POST /rounds/{year}/{month}/sample': ({ organisationId }) => ({
    seed: '1',
    size: 1,
    keyProjects: false,
    organisationId,
  }),
  'POST /rounds/{year}/{month}/projects/{projectId}/verification': () => ({
    finding: { expenditureFen: 1 },
    evidence: '凭证',
  }),
  'POST /rectifications': ({ projectId }) => ({ source: 'audit', projectId, finding: '资金闲置' }),
  'POST /rectifications/{id}/steps': () => ({ step: FOLLOW_UP_STEPS.rectification, version: 0, text: '已办理' }),
  'POST /budget-measures': ({ projectId }) => ({ projectId, kind: 'reduce', amountFen: 1, reason: '进度滞后' }),
  'POST /budget-measures/{id}/steps': () => ({ step: FOLLOW_UP_STEPS.measure, version: 0 }),
  'POST /named-units': ({ organisationId }) => ({
    organisationId,
    year: YEAR,
    month: MONTH,
    kind: 'circular',
    reason: '进度滞后',
  }),
  'POST /named-units/{id}/steps': () => ({ step: FOLLOW_UP_STEPS.naming, version: 0, text: '已通报' }),
  'POST /supervisions': ({ projectId }) => ({ projectId, matter: '限期支出', deadline: '2099-12-31' }),
  'POST /supervisions/{id}/steps': () => ({ step: FOLLOW_UP_STEPS.supervision, version: 0, text: '已办理' }),
  'POST /official-reports': ({ organisationId }) => ({ kind: 'monitoring', year: YEAR, month: MONTH, organisationId }),
  'PUT /official-reports/{id}': () => ({ version: 1, changes: [{ paragraphId: 'basics.money', text: '如上' }] }),
  'POST /official-reports/{id}/steps': () => ({ step: REPORT_STEP, version: 1 }),
  'POST /projects/{id}/target-changes': ({ indicatorId }) => ({
    content: { what: 'targets', changed: [{ indicatorId, rawValue: '≥2件' }], added: [], removed: [] },
    reason: '任务调整',
  }),
  'POST /rounds/{year}/{month}/reopenings': ({ projectId }) => ({
    projectId,
    reason: '数据有误',
    expiresOn: '2999-12-31',
  }),
  // A finance bureau is made by the county alone.
  'POST /organisations': ({ organisationId }) => ({
    code: randomUUID().slice(0, 8),
    name: '试',
    kind: 'unit',
    parentId: organisationId,
  }),
  'POST /users': ({ organisationId }) => ({
    username: `matrix-${organisationId.slice(-8)}`,
    displayName: '试',
    roles: [{ role: 'leader', organisationId }],
  }),
  'POST /channels': ({ organisationId }) => ({ ...ROBOT, organisationId }),
  'PUT /channels/{id}': () => ({ ...ROBOT, version: 1 }),
  'POST /deliveries/retry': ({ deliveryId }) => ({ ids: [deliveryId] }),
  'POST /rule-simulations': () => ({ year: YEAR, month: MONTH, ref: 'ratio@1' }),
  'POST /alert-rules': () => ({
    content: { ...DEFAULT_ALERT_RULES, answerDays: 12 },
    basedOn: 'alert-rules@1',
    note: '试',
  }),
  'POST /alert-rules/trials': () => ({ content: DEFAULT_ALERT_RULES, rounds: [{ year: YEAR, month: MONTH }] }),
  'POST /evaluation-rules': () => ({
    content: { ...DEFAULT_EVALUATION_RULES, gatePercent: 60 },
    basedOn: 'evaluation-rules@1',
    note: '试',
  }),
  'POST /evaluations/steps': ({ evaluationId }) => ({
    step: 'return',
    evaluations: [{ id: evaluationId, version: 1 }],
    message: '请补充',
  }),
  'POST /evaluations/years/{year}/final-accounts': ({ projectName }) => ({
    rows: [{ name: projectName, expenditureFen: 1 }],
  }),
  'PUT /work-calendar/{year}': () => ({ source: '试', days: [], version: 0 }),
  'POST /alerts/acknowledge': ({ alertId }) => ({ alerts: [{ id: alertId, version: 0 }] }),
  'POST /alerts/answer': ({ alertId }) => ({
    alerts: [{ id: alertId, version: 0 }],
    answer: 'continue',
    text: '已安排',
  }),
  'POST /alerts/suspension': ({ alertId }) => ({
    alerts: [{ id: alertId, version: 0 }],
    decision: 'drop',
    text: '同意',
  }),
  'POST /alerts/on-site-check': ({ alertId }) => ({ id: alertId, version: 0, note: '已核查' }),
  'POST /exports': ({ projectId }) => ({
    kind: 'monitoringForm',
    year: YEAR,
    month: MONTH,
    format: 'xlsx',
    projectId,
  }),
  'POST /form-templates/{kind}/reset': () => ({ basedOn: 'monitoring-form@99' }),
  'POST /treasury/figures': ({ projectCode }) => ({
    year: YEAR,
    rows: [{ code: projectCode, month: MONTH, expenditureFen: 1 }],
  }),
};

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);
/** Routes that take evidence and no tables. */
const PICTURED = /\/(attachments|documents|files)$/;

const FIELDS: Readonly<Record<string, (subtree: Subtree) => Readonly<Record<string, string | number>>>> = {
  'POST /imports': ({ organisationId }) => ({ year: YEAR - 2, organisationId }),
  'POST /treasury/file': () => ({ year: YEAR }),
  'POST /form-templates/{kind}': () => ({ basedOn: 'monitoring-form@99' }),
};

/** What properties and query parameters of these names mean everywhere. */
const known = (subtree: Subtree): Readonly<Record<string, unknown>> => ({
  organisationId: subtree.organisationId,
  projectId: subtree.projectId,
  projectIds: [subtree.projectId],
  organisationIds: [subtree.organisationId],
  parentId: subtree.organisationId,
  toUserId: subtree.spareUserId,
  indicatorId: subtree.indicatorId,
  year: YEAR,
  month: MONTH,
});
const ABOUT_NOBODY: ReadonlySet<string> = new Set(['year', 'month', 'version', 'step', 'kind']);

/** @throws Error naming a parameter that nobody has told the matrix the meaning of */
export function requestFor(
  route: Route,
  schemas: Readonly<Record<string, JsonSchema>>,
  subtree: Subtree,
): RouteRequest {
  const values = known(subtree);
  const query = new URLSearchParams();
  for (const { name, in: place, required, schema } of route.parameters) {
    if (place !== 'query' || !(required || name in values)) continue;
    query.set(name, String(name in values ? values[name] : sampleBody(schema, schemas, values)));
  }
  const { payload, headers: kind } = payloadFor(route, schemas, subtree, values);
  const headers = route.method === 'GET' ? kind : { ...kind, 'idempotency-key': randomUUID() };
  const filled = filledPath(route, subtree, OF_LOCKED_ROUND.test(route.key) ? LOCKED_MONTH : MONTH);
  const path = query.size === 0 ? filled : `${filled}?${query.toString()}`;
  const said = `${path} ${Buffer.isBuffer(payload) ? payload.toString('utf8') : JSON.stringify(payload ?? null)}`;
  const namesSubtree = subtree.secrets
    .concat(identitiesOf(subtree))
    .some((secret) => secret !== '' && said.includes(secret));
  return { path, payload, headers, said, namesSubtree };
}

const identitiesOf = ({ secrets: _secrets, projectCode, ...subtree }: Subtree): string[] => [
  ...Object.values(subtree),
  ...(projectCode === null ? [] : [projectCode]),
];

function filledPath({ key, path }: Route, subtree: Subtree, month: number): string {
  let filled = '';
  let told = '';
  for (const part of path.split('/').slice(1)) {
    told += `/${part}`;
    if (!part.startsWith('{')) {
      filled += `/${part}`;
      continue;
    }
    const value = part === '{month}' ? month : PATH_VALUES.find(([address]) => address.test(told))?.[1](subtree);
    if (value === undefined || value === '')
      throw new Error(`${key}: the matrix does not know what ${part} is (access-requests.ts)`);
    filled += `/${value}`;
  }
  return filled;
}

function payloadFor(
  route: Route,
  schemas: Readonly<Record<string, JsonSchema>>,
  subtree: Subtree,
  values: Readonly<Record<string, unknown>>,
): Pick<RouteRequest, 'payload' | 'headers'> {
  if (route.multipart) {
    const [payload, headers] = upload(
      [PICTURED.test(route.path) ? { name: '佐证.png', bytes: PICTURE } : { name: '表.csv', bytes: FORM }],
      FIELDS[route.key]?.(subtree) ?? {},
    );
    return { payload, headers };
  }
  const own = PAYLOADS[route.key];
  if (own) return { payload: own(subtree), headers: {} };
  return { payload: route.body === null ? undefined : sampleBody(route.body, schemas, values), headers: {} };
}

/** Parameters that say when, not whom: a route with no others is not about a part of the county. */
export const isAboutSomebody = ({ parameters }: Route): boolean =>
  parameters.some(({ name, in: place }) => place === 'path' && !ABOUT_NOBODY.has(name));
