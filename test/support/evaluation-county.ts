import { parseTargetValue } from '@jixiao/domain';
import type {
  EvaluationDetail,
  EvaluationInputBody,
  EvaluationPage,
  EvaluationStepsResult,
} from '../../apps/api/src/features/self-evaluation/http/evaluations.dto.js';
import { ReplaceDepartmentGoals, SaveTargets, type TargetContent } from '../../apps/api/src/features/targets/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Answer, type Refusal, type Visitor } from './api.js';
import { EXPLAINED } from './complete-report.js';
import { indicatorId, lightsAreUp, openRound, organisationId, projectOf } from './county.js';
import { done } from './follow-up-county.js';
import { jobsAreDone } from './jobs-done.js';
import type { TestBackend } from './services.js';
import { indicatorDraft, newTarget } from './target-drafts.js';

const PEOPLE = {
  finance: ['financeReviewer', '001'],
  second: ['financeReviewer', '001'],
  department: ['departmentReviewer', '340001'],
  clerk: ['clerk', '340002'],
  reviewer: ['unitReviewer', '340002'],
  solo: [['clerk', 'unitReviewer'], '340002'],
  court: ['clerk', '336001'],
  judge: ['unitReviewer', '336001'],
  auditor: ['auditor', '001'],
} as const;
export type Evaluator = keyof typeof PEOPLE;

export const YEAR = 2023;

/** Of 43.2 万元, of which 37.24 were spent: 8.62 of 10 (R31). */
const BUDGET_FEN = 43_200_000;
const SPENT_FEN = 37_240_000;

const quantity = (name: string, number: number, unit: string) =>
  indicatorDraft(name, { level2: '数量指标', rawValue: `≥${number}${unit}`, number, unit, kind: 'cumulative' });
/** In the order of the table: all of them met, two of them exactly. */
const INDICATORS = [
  quantity('培训场次', 50, '个'),
  indicatorDraft('培训成本', {
    level2: '成本指标',
    rawValue: '≤62.73万元',
    operator: 'lte',
    number: 62.73,
    unit: '万元',
    direction: 'atMost',
  }),
  { ...quantity('受益人数', 5000, '人'), level1: '效益指标', level2: '社会效益指标' },
  indicatorDraft('群众满意度', { level1: '满意度指标', level2: '服务对象满意度指标' }),
];
const RESULTS: Readonly<Record<string, number>> = { 培训场次: 50, 培训成本: 62.73, 受益人数: 6418, 群众满意度: 95 };

const QUALITY = [indicatorDraft('办结率')];

interface Reported {
  readonly expenditureFen: number;
  /** By the name of the indicator; a word is an outcome. */
  readonly results: Readonly<Record<string, number | 'met' | 'partly'>>;
}

/** A unit below a department and a court directly below finance, whose December of 2023 is locked. */
export class EvaluationCounty {
  private constructor(
    readonly api: TestApi,
    readonly people: Readonly<Record<Evaluator, Visitor>>,
    /** Project ids by name. */
    readonly projects: ReadonlyMap<string, string>,
    readonly unit: string,
    readonly department: string,
  ) {}

  /** @param more further projects of the unit, by name */
  static async open(
    backend: TestBackend,
    more: Readonly<Record<string, { readonly content: Partial<TargetContent>; readonly reported: Reported }>> = {},
  ): Promise<EvaluationCounty> {
    const api = await TestApi.open(backend);
    await api.addTree();
    for (const [name, [role, place]] of Object.entries(PEOPLE)) await api.addUser(name, role, place);
    const names = Object.keys(PEOPLE) as Evaluator[];
    const visitors = await Promise.all(names.map(async (name) => [name, await api.as(name)] as const));
    const people = Object.fromEntries(visitors) as Record<Evaluator, Visitor>;
    const unit = await organisationId(people.finance, '340002');
    const department = await organisationId(people.finance, '340001');
    const court = await organisationId(people.finance, '336001');
    const projects = new Map([
      ['普法', await project(api, unit, '普法', { initialBudgetFen: BUDGET_FEN, indicators: INDICATORS })],
      ['援助', await project(api, unit, '援助', { initialBudgetFen: 20_000_000, indicators: QUALITY })],
      ['人员', await project(api, unit, '人员', { initialBudgetFen: 10_000_000, indicators: [] })],
      ['审判', await project(api, court, '审判', { initialBudgetFen: 30_000_000, indicators: QUALITY })],
    ]);
    for (const [name, { content }] of Object.entries(more)) projects.set(name, await project(api, unit, name, content));
    const county = new EvaluationCounty(api, people, projects, unit, department);
    await county.becomesPersonnel('人员');
    await openRound(people.finance, YEAR, 12);
    await county.addGoals();
    await county.report('clerk', '普法', { expenditureFen: SPENT_FEN, results: RESULTS });
    await county.report('clerk', '援助', { expenditureFen: 20_000_000, results: { 办结率: 81 } });
    await county.report('court', '审判', { expenditureFen: 30_000_000, results: { 办结率: 95 } });
    for (const [name, { reported }] of Object.entries(more)) await county.report('clerk', name, reported);
    await lightsAreUp(api, YEAR);
    return county;
  }

  close(): Promise<void> {
    return this.api.close();
  }

  get uow(): UnitOfWork {
    return this.api.app.get(UnitOfWork, { strict: false });
  }

  project(name: string): string {
    const id = this.projects.get(name);
    if (id === undefined) throw new Error(`No project ${name}`);
    return id;
  }

  async lockDecember(): Promise<void> {
    await done(this.people.finance.post(`/rounds/${YEAR}/12/lock`, { asTheyStand: true }));
    await jobsAreDone(this.api);
  }

  /** Opens the self-evaluation and waits for the drafts. */
  async openYear(more: object = {}): Promise<void> {
    await done(this.people.finance.post('/evaluations/years', { year: YEAR, submitBy: '2099-01-31', ...more }));
    await jobsAreDone(this.api);
  }

  /** Reopens December of a project of the unit and reports other figures. */
  async reopenDecember(name: string, reported: Reported): Promise<void> {
    const reopening = { projectId: this.project(name), reason: '数据有误', expiresOn: '2999-12-31' };
    await done(this.people.finance.post(`/rounds/${YEAR}/12/reopenings`, reopening));
    await this.report('clerk', name, reported, EXPLAINED);
    await lightsAreUp(this.api, YEAR);
  }

  /** Has what was reopened handed in, accepted and locked again. */
  async lockDecemberAgain(name: string): Promise<void> {
    const id = this.project(name);
    const path = `/rounds/${YEAR}/12/projects/${id}/report`;
    const version = async () => (await this.people.clerk.get<{ version: number }>(path)).body.version;
    await done(this.people.clerk.post(`${path}/submit`, { version: await version() }));
    for (const [who, step] of [
      ['reviewer', 'approve'],
      ['finance', 'accept'],
    ] as const) {
      const projects = [{ projectId: id, version: await version() }];
      const { refused } = await done(
        this.people[who].post<{ refused: readonly object[] }>(`/rounds/${YEAR}/12/steps`, { step, projects }),
      );
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    }
    await this.lockDecember();
  }

  async list(who: Evaluator = 'finance', query = ''): Promise<EvaluationPage> {
    return (await this.people[who].get<EvaluationPage>(`/evaluations?year=${YEAR}${query}`)).body;
  }

  async idOf(name: string): Promise<string> {
    const found = (await this.list()).items.find(({ projectName }) => projectName === name);
    if (found === undefined) throw new Error(`No evaluation of ${name}`);
    return found.id;
  }

  async read(name: string, who: Evaluator = 'finance', locale = 'zh'): Promise<EvaluationDetail> {
    const path = `/evaluations/${await this.idOf(name)}`;
    return (await this.people[who].get<EvaluationDetail>(path, { 'accept-language': locale })).body;
  }

  /** Saves what is there with some leaves changed, by name. */
  async save(
    who: Evaluator,
    name: string,
    leaves: Readonly<Record<string, object>>,
    more: Partial<EvaluationInputBody> = {},
  ): Promise<Answer<EvaluationDetail & Refusal>> {
    const body = inputOf(await this.read(name), leaves);
    return this.people[who].put(`/evaluations/${await this.idOf(name)}`, { ...body, ...more });
  }

  async step(
    who: Evaluator,
    step: string,
    names: readonly string[],
    { points, ...more }: { readonly points?: object; readonly message?: string } = {},
  ): Promise<EvaluationStepsResult> {
    const evaluations = await Promise.all(
      names.map(async (name) => {
        const { id, version } = await this.read(name);
        return { id, version, ...(points ? { points } : {}) };
      }),
    );
    return done(this.people[who].post<EvaluationStepsResult>('/evaluations/steps', { step, evaluations, ...more }));
  }

  /** From the draft to the state before finance has looked at it. */
  async untilFinance(name: string): Promise<void> {
    for (const [who, step] of [
      ['clerk', 'submit'],
      ['reviewer', 'approve'],
      ['department', 'review'],
    ] as const) {
      const { refused } = await this.step(who, step, [name]);
      if (refused.length > 0) throw new Error(JSON.stringify(refused));
    }
  }

  private async report(
    who: 'clerk' | 'court',
    name: string,
    { expenditureFen, results }: Reported,
    explained: object = {},
  ): Promise<void> {
    const id = this.project(name);
    const detail = await projectOf(this.people[who], id);
    const answers = Object.entries(results).map(([indicator, value]) => ({
      indicatorId: indicatorId(detail, indicator),
      ...(typeof value === 'number' ? { value } : { outcome: value }),
      ...(indicator === '办结率' && Number(value) < 90
        ? { reasons: ['staff'], reasonNote: '人员调整，案件延后办结' }
        : {}),
      ...explained,
    }));
    const path = `/rounds/${YEAR}/12/projects/${id}/report`;
    const { version } = (await this.people[who].get<{ version: number }>(path)).body;
    await done(this.people[who].put(path, { version, expenditureFen, results: answers, ...explained }));
  }

  private async becomesPersonnel(name: string): Promise<void> {
    await done(this.people.finance.patch(`/projects/${this.project(name)}`, { personnel: true }));
  }

  private async addGoals(): Promise<void> {
    const goals = [
      { title: '普法宣传', goal: '提升法治意识', indicators: [{ text: SENTENCE, ...parseTargetValue(SENTENCE) }] },
    ];
    const replace = this.api.app.get(ReplaceDepartmentGoals, { strict: false });
    await this.uow.run((manager) => replace.run(manager, YEAR, this.unit, goals));
    const path = `/department-goals/${YEAR}/12/${this.unit}`;
    type Goals = { goals: { key: string; indicators: { key: string }[] }[] };
    const [goal] = (await done(this.people.clerk.get<Goals>(path))).goals;
    const [sentence] = goal?.indicators ?? [];
    await done(this.people.clerk.put(`${path}/results/${sentence?.key}`, { version: 0, value: 93 }));
    const link = `/department-goals/${YEAR}/${this.unit}/goals/${goal?.key}/projects/${this.project('普法')}`;
    await done(this.people.clerk.put(link));
  }
}

/** As a document prints it. */
const SENTENCE = '普法活动群众知晓率≥90%';

async function project(api: TestApi, unit: string, name: string, content: Partial<TargetContent>): Promise<string> {
  const items = [newTarget({ year: YEAR, organisationId: unit }, name, { fiscalFundsFen: null, ...content })];
  const { app } = api;
  const [id = ''] = await app
    .get(UnitOfWork, { strict: false })
    .run((manager) =>
      app.get(SaveTargets, { strict: false }).run(manager, items, { actor: 'finance', importBatchId: null }),
    );
  return id;
}

/** What a page sends back of a form with some leaves changed, by the name of their indicator. */
export function inputOf(
  { version, frame, achievedGoal, funds, leaves }: EvaluationDetail,
  changes: Readonly<Record<string, object>> = {},
): EvaluationInputBody {
  return {
    version,
    frame,
    achievedGoal,
    funds: { fiscal: funds.fiscal, carriedOver: funds.carriedOver, other: funds.other },
    leaves: leaves.map((leaf) => ({
      id: leaf.id,
      weight: leaf.weight,
      value: leaf.value,
      outcome: leaf.outcome,
      text: leaf.text,
      doneOn: leaf.doneOn,
      notDone: leaf.notDone,
      noData: leaf.noData,
      notApplicableWhy: leaf.notApplicableWhy,
      chosenPoints: leaf.chosenPoints,
      cut: leaf.cut,
      explanation: leaf.explanation,
      ...changes[leaf.name],
    })),
  };
}
