import { afterAll, beforeAll, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { SaveTargets, TargetRepository, type TargetToSave } from '../../apps/api/src/features/targets/index.js';
import { Indicator } from '../../apps/api/src/features/targets/persistence/indicator.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { ScheduleCheckpoint } from '../../apps/api/src/features/targets/persistence/schedule-checkpoint.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi } from '../support/api.js';
import { organisationId } from '../support/county.js';
import { describeBackends } from '../support/services.js';
import { compare } from './measure.js';

const PROJECTS = 2_000;
const INDICATORS = 10;
const YEAR = 2023;
const OPTIONS = { actor: 'bench', importBatchId: null };

describeBackends('bench: saving targets', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let save: SaveTargets;
  let unit: string;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    unit = await organisationId(await api.as('finance'), '336001');
    uow = api.app.get(UnitOfWork, { strict: false });
    save = api.app.get(SaveTargets, { strict: false });
  });
  afterAll(() => api.close());

  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };

  const removeAll = () =>
    uow.run(async (manager) => {
      for (const table of ['indicator', 'schedule_checkpoint', 'target_version', 'project'])
        await manager.query(`delete from ${table}`);
      await manager.delete(AuditEntry, { action: 'targets.create-project' });
    });

  /** What any way of saving has to move: the very rows, taken out and written again as they are. */
  const writeRows = async (): Promise<void> => {
    const reader = uow.reader;
    const rows = {
      projects: await reader.find(Project),
      versions: await reader.find(TargetVersion),
      checkpoints: await reader.find(ScheduleCheckpoint),
      indicators: await reader.find(Indicator),
      audit: await reader.find(AuditEntry, { where: { action: 'targets.create-project' } }),
    };
    await removeAll();
    floor = await timed(() =>
      uow.run(async (manager) => {
        await insertRows(manager, Project, rows.projects);
        await insertRows(manager, TargetVersion, rows.versions);
        await insertRows(manager, ScheduleCheckpoint, rows.checkpoints);
        await insertRows(manager, Indicator, rows.indicators);
        await insertRows(manager, AuditEntry, rows.audit);
      }),
    );
  };
  let floor = 0;

  it(`${PROJECTS} new projects with ${INDICATORS} indicators, then as many changed ones`, async () => {
    const create = () => uow.run((manager) => save.run(manager, newProjects(unit), OPTIONS));
    await create(); // so that both are measured warm
    await removeAll();
    const created = await timed(create);
    await writeRows();
    compare(`save ${PROJECTS}×${INDICATORS} new on ${backend.name}`, created, floor, 3);
    const stored = await api.app.get(TargetRepository, { strict: false }).ofOrganisation(uow.reader, YEAR, unit);
    const changes = stored.map((target): TargetToSave => {
      const { code, name } = target.project;
      const content = { ...target.content, initialBudgetFen: 60_000_000 };
      return { year: YEAR, organisationId: unit, code, name, content, stored: target };
    });
    const changed = await timed(() => uow.run((manager) => save.run(manager, changes, OPTIONS)));
    compare(`save ${PROJECTS}×${INDICATORS} changed on ${backend.name}`, changed, floor, 3);
  }, 600_000);
});

const newProjects = (organisationId: string): TargetToSave[] =>
  Array.from({ length: PROJECTS }, (_, place) => ({
    year: YEAR,
    organisationId,
    code: null,
    name: `项目 ${place}`,
    stored: null,
    content: {
      initialBudgetFen: 50_000_000,
      fiscalFundsFen: 50_000_000,
      otherFundsFen: null,
      purpose: '保障日常工作',
      goals: ['目标1', '目标2'],
      schedule: [3, 6, 10, 12].map((month, index) => ({ month, percent: [25, 50, 80, 100][index] ?? 100 })),
      sourceAt: 'line 1',
      indicators: Array.from({ length: INDICATORS }, (_each, ordinal) => ({
        level1: '产出指标',
        level2: '数量指标',
        name: `办理案件数 ${ordinal}`,
        description: null,
        rawValue: '≥1200件',
        operator: 'gte' as const,
        number: 1200,
        unit: '件',
        dueDate: null,
        gate: null,
        operatorPrinted: true,
        direction: 'atLeast' as const,
        directionInferred: false,
        basis: null,
        kind: 'cumulative' as const,
        assessedFrom: 1,
        weight: null,
        corrected: [],
        sourceAt: 'line 12',
      })),
    },
  }));
