import { assessProject } from '@jixiao/domain';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { JudgeProjects } from '../../apps/api/src/features/monitoring/application/judge-projects.js';
import { JudgementInputs } from '../../apps/api/src/features/monitoring/application/judgement-inputs.js';
import { lightRows } from '../../apps/api/src/features/monitoring/application/light-rows.js';
import { LightRepository } from '../../apps/api/src/features/monitoring/index.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { ReportRepository, RoundRepository } from '../../apps/api/src/features/reporting/index.js';
import { LoadAssessmentInput } from '../../apps/api/src/features/reporting/application/load-assessment-input.js';
import { NOTHING_REPORTED } from '../../apps/api/src/features/reporting/application/stored-report.js';
import { canonical } from '../../apps/api/src/features/seals/application/canonical.js';
import { TargetRepository } from '../../apps/api/src/features/targets/index.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { TestApi } from '../support/api.js';
import { addLargeCounty } from '../support/large-county.js';
import { describeBackends } from '../support/services.js';

const YEAR = 2023;
const COUNTY = { seed: 7, year: YEAR, departments: 2, units: 3, projects: 60, indicatorsEach: 12, months: [3, 6] };

describeBackends('What a round is judged by', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    uow = api.app.get(UnitOfWork, { strict: false });
    const root = await uow.reader.findOneByOrFail(Organisation, { code: '001' });
    await addLargeCounty(uow, root, COUNTY);
  });
  afterAll(() => api.close());

  it('R49: is the same read for many projects at once as for the form of one', async () => {
    const manager = uow.reader;
    const targets = api.app.get(TargetRepository, { strict: false });
    const round = await api.app.get(RoundRepository, { strict: false }).require(manager, YEAR, 6);
    const ids = await targets.idsOfRound(manager, YEAR, 6);
    const [first = '', late = '', reduced = ''] = ids;
    const adjustment = (projectId: string, effectiveOn: string, kind: 'addition' | 'reduction', amountFen: number) => ({
      id: newId(),
      projectId,
      effectiveOn,
      kind,
      amountFen,
      fundSource: 'fiscal' as const,
      reason: '追加',
      documentNumber: null,
      level: null,
      documentId: null,
      recordedBy: 'finance',
      recordedAt: '2023-05-01T00:00:00.000Z',
    });
    await uow.run(async (writer) => {
      await targets.insertAdjustment(writer, adjustment(first, '2023-06-30', 'addition', 123_456));
      await targets.insertAdjustment(writer, adjustment(first, '2023-07-01', 'addition', 999));
      await targets.insertAdjustment(writer, adjustment(reduced, '2023-01-01', 'reduction', 1));
      await writer.update(Project, { id: late }, { startMonth: 9 });
    });

    const judged = await api.app.get(JudgementInputs, { strict: false }).of(manager, round, ids);
    const reports = await api.app.get(ReportRepository, { strict: false }).ofRound(manager, round.id, ids);
    const items = (await targets.ofProjects(manager, ids, round.id)).map((target) => ({
      target,
      report: reports.get(target.project.id)?.content ?? NOTHING_REPORTED,
    }));
    const forms = await api.app.get(LoadAssessmentInput, { strict: false }).many(manager, round, items);

    expect(judged.map(({ project }) => project.id)).toEqual(ids.filter((id) => id !== late));
    for (const { project, targetVersion, input } of judged) {
      expect(input).toEqual(forms.get(project.id));
      expect(targetVersion).toBe(1);
    }
    const inputs = judged.map(({ input }) => input);
    expect(inputs.filter(({ expenditureFen }) => expenditureFen === null).length).toBeGreaterThan(0);
    const answers = new Set(inputs.flatMap(({ indicators }) => indicators.map(({ answer }) => answer?.type)));
    expect(answers).toEqual(new Set(['value', 'outcome', 'doneOn', 'notDone', 'noData', undefined]));
  });

  it('R49: gives lights that are stored short and read back as what is computed one by one', async () => {
    const manager = uow.reader;
    const { app } = api;
    const targets = app.get(TargetRepository, { strict: false });
    const round = await app.get(RoundRepository, { strict: false }).require(manager, YEAR, 6);
    const ids = (await targets.idsOfRound(manager, YEAR, 6)).slice(0, 50);
    await app.get(JudgeProjects, { strict: false }).run(round.id, ids);
    const stored = await app.get(LightRepository, { strict: false }).ofProjects(manager, round.id, ids);
    const reports = await app.get(ReportRepository, { strict: false }).ofRound(manager, round.id, ids);
    const load = app.get(LoadAssessmentInput, { strict: false });
    for (const target of await targets.ofProjects(manager, ids, round.id)) {
      const { id, organisationId } = target.project;
      const input = await load.run(manager, round, target, reports.get(id)?.content ?? NOTHING_REPORTED);
      const judged = { roundId: round.id, project: { id, organisationId }, targetVersion: 1, input };
      const { project, indicators } = lightRows({ ...judged, assessment: assessProject(input) }, '');
      const read = stored.get(id);
      const asMade = { project: { ...read?.project, id: project.id, computedAt: '' }, indicators: read?.indicators };
      expect(canonical(asMade)).toBe(canonical({ project, indicators }));
    }
    expect(stored.size).toBe(ids.length);
    const texts = await manager.query<{ indicators: string }[]>('select indicators from project_light');
    for (const { indicators } of texts) expect(indicators).toMatch(/^\[\["/);
  });

  it('the county of tests is the same again from the same seed', async () => {
    const other = await TestApi.open(backend);
    await other.addTree();
    const its = other.app.get(UnitOfWork, { strict: false });
    await addLargeCounty(its, await its.reader.findOneByOrFail(Organisation, { code: '001' }), COUNTY);
    const results = 'select id, report_id, lineage_id, answer_type, value from indicator_result order by id';
    expect(await its.reader.query(results)).toEqual(await uow.reader.query(results));
    await other.close();
  });
});
