import type { APIRequestContext, APIResponse, Page } from 'playwright-core';
import type { SheetPage } from '../../apps/api/src/features/reporting/http/sheet.dto.js';
import type { StepsResult } from '../../apps/api/src/features/reporting/http/steps.dto.js';
import { EXPLAINED } from '../support/complete-report.js';
import { PASSWORD } from './stage.js';

interface RoundKey {
  readonly year: number;
  readonly month: number;
}

const CLERKS = ['court', 'justice', 'legalaid', 'police', 'traffic'] as const;
const REVIEWERS = ['reviewer', 'justicehead', 'department'] as const;
const SPENT_FEN = 1_000_000;

/**
 * Has every unit of the demonstration but 财政局本级 report in a round, and its reports approved and accepted: by the people
 * whose work it is, but through the API, so that a journey plays the one unit that is left.
 */
export async function finishOtherUnits({ request }: Page, round: RoundKey): Promise<void> {
  for (const clerk of CLERKS) {
    await signInTo(request, clerk);
    for (const one of await sheetOf(request, round)) await fillIn(request, round, one);
    await take(request, round, 'submit', 'draft');
  }
  for (const reviewer of REVIEWERS) {
    await signInTo(request, reviewer);
    await take(request, round, 'approve', 'submitted');
  }
  await signInTo(request, 'finance');
  await take(request, round, 'accept', 'unitApproved');
}

const addressOf = ({ year, month }: RoundKey): string => `/api/rounds/${year}/${month}`;

/** @throws Error with the answer where it is a refusal */
async function bodyOf<T>(answer: APIResponse): Promise<T> {
  if (!answer.ok()) throw new Error(`${answer.url()} answered ${answer.status()}: ${await answer.text()}`);
  return (await answer.json()) as T;
}

const signInTo = async (request: APIRequestContext, username: string): Promise<void> => {
  await bodyOf(await request.post('/api/session', { data: { username, password: PASSWORD } }));
};

type Reports = SheetPage['items'];

async function sheetOf(request: APIRequestContext, round: RoundKey): Promise<Reports> {
  const { items } = await bodyOf<SheetPage>(await request.get(`${addressOf(round)}/sheet`));
  return items.filter(({ project }) => !project.personnel);
}

/** Little is spent and nothing counted, which lacks nothing as long as it is explained. */
async function fillIn(
  request: APIRequestContext,
  round: RoundKey,
  { project, report }: Reports[number],
): Promise<void> {
  const results = project.indicators
    .filter(({ kind }) => kind !== 'executionRate')
    .map(({ id, kind }) => ({
      indicatorId: id,
      ...(kind === 'date' ? { notDone: true } : { noData: '未统计' }),
      ...EXPLAINED,
    }));
  const data = { version: report.version, expenditureFen: SPENT_FEN, ...EXPLAINED, results };
  await bodyOf(await request.put(`${addressOf(round)}/projects/${project.id}/report`, { data }));
}

async function take(
  request: APIRequestContext,
  round: RoundKey,
  step: 'submit' | 'approve' | 'accept',
  from: Reports[number]['report']['status'],
): Promise<void> {
  const waiting = (await sheetOf(request, round)).filter(({ report }) => report.status === from);
  const projects = waiting.map(({ project, report }) => ({ projectId: project.id, version: report.version }));
  const { refused } = await bodyOf<StepsResult>(
    await request.post(`${addressOf(round)}/steps`, { data: { step, projects } }),
  );
  if (refused.length > 0) throw new Error(`${step} was refused: ${JSON.stringify(refused)}`);
}
