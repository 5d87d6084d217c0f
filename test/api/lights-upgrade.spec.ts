import { expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { listOrder } from '../../apps/api/src/features/monitoring/persistence/list-order.js';
import { ProjectLight } from '../../apps/api/src/features/monitoring/persistence/project-light.entity.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { CreateProjectLight1767225600019 } from '../../apps/api/src/platform/database/migrations/0019-create-project-light.js';
import { CreateIndicatorLight1767225600020 } from '../../apps/api/src/platform/database/migrations/0020-create-indicator-light.js';
import { AddLightExpenditureSource1767225600037 } from '../../apps/api/src/platform/database/migrations/0037-add-light-expenditure-source.js';
import { AddProjectLightIndicators1767225600170 } from '../../apps/api/src/platform/database/migrations/0170-add-project-light-indicators.js';
import { MoveIndicatorLights1767225600171 } from '../../apps/api/src/platform/database/migrations/0171-move-indicator-lights.js';
import { DropIndicatorLight1767225600172 } from '../../apps/api/src/platform/database/migrations/0172-drop-indicator-light.js';
import { AddProjectLightStanding1767225600173 } from '../../apps/api/src/platform/database/migrations/0173-add-project-light-standing.js';
import { AddProjectLightList1767225600177 } from '../../apps/api/src/platform/database/migrations/0177-add-project-light-list.js';
import { AddProjectLightPlannedAndOrder1767225600191 } from '../../apps/api/src/platform/database/migrations/0191-add-project-light-planned-and-order.js';
import { AddProjectLightOrder1767225600193 } from '../../apps/api/src/platform/database/migrations/0193-add-project-light-order.js';
import { organisation } from '../contract/database-fixture.js';
import { addLargeCounty } from '../support/large-county.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { describeBackends, freshConfig, type TestBackend } from '../support/services.js';

/** More than the step moves at once. */
const PROJECTS = 450;

/** All but the first are without a plan. */
const LIGHT = `insert into project_light (id, round_id, project_id, organisation_id, light, light_rank, spend_light,
    goal_light, reason, gap_to_plan, not_reported, awaiting_report, exempt, target_version, rule_pack_ref, assessment, inputs,
    computed_at)
  select p.id, r.id, p.id, p.organisation_id, 'green', 2, 'green', 'green', 'on-track',
    case when p.id = (select min(id) from project) then -1250 else null end, 0, 0, 0, 1, r.rule_pack_ref, '{}', '{}',
    '2023-07-01T00:00:00.000Z' from project p join monitoring_round r on r.year = p.year`;
/** Their ids go the other way than those of the indicators, as the order of judging decides. */
const INDICATOR_LIGHT = `insert into indicator_light (id, project_light_id, lineage_id, light, reason, assessment, inputs)
  select concat(substr(v.project_id, 2), 9 - i.ordinal), v.project_id, i.lineage_id, 'green', 'on-track',
    concat('{"id":"', i.lineage_id, '","name":"', i.name, '"}'), concat('{"place":', i.ordinal, '}')
  from indicator i join target_version v on v.id = i.target_version_id
  where i.ordinal > 0 or v.project_id <> (select min(id) from project)`;

/** An installation of the release that kept the lights of indicators in rows of their own. */
async function released(backend: TestBackend) {
  const fresh = await freshConfig(backend);
  const database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
    throw error;
  });
  const root = organisation({ kind: 'financeBureau' });
  await database.unitOfWork.run((manager) => manager.insert(Organisation, root));
  const size = { seed: 1, year: 2023, departments: 1, units: 1, projects: PROJECTS, indicatorsEach: 3, months: [6] };
  await addLargeCounty(database.unitOfWork, root, size);
  return { fresh, database };
}

async function upgraded(database: Database): Promise<void> {
  const runner = database.writer.createQueryRunner();
  await runner.beforeMigration();
  await runner.dropTable('project_light');
  await new CreateProjectLight1767225600019().up(runner);
  await new CreateIndicatorLight1767225600020().up(runner);
  await new AddLightExpenditureSource1767225600037().up(runner);
  await runner.query(LIGHT);
  await runner.query(INDICATOR_LIGHT);
  await new AddProjectLightIndicators1767225600170().up(runner);
  const move = new MoveIndicatorLights1767225600171();
  const drop = new DropIndicatorLight1767225600172();
  for (const step of [move, move, drop, move, drop]) await step.up(runner);
  await new AddProjectLightStanding1767225600173().up(runner);
  await new AddProjectLightList1767225600177().up(runner);
  await new AddProjectLightPlannedAndOrder1767225600191().up(runner);
  await new AddProjectLightOrder1767225600193().up(runner);
  await runner.afterMigration();
  await runner.release();
}

describeBackends('Lights of an earlier release', (backend) => {
  it('have those of their indicators with them when the program is brought up to date, in the order of judging', async () => {
    const { fresh, database } = await released(backend);
    await upgraded(database);
    const lights = await database.writer.manager.find(ProjectLight, { order: { projectId: 'ASC' } });
    expect(lights).toHaveLength(PROJECTS);
    const [first, ...others] = lights.map(({ indicators }) => indicators);
    expect(first?.map(({ inputs }) => inputs)).toEqual([{ place: 2 }, { place: 1 }]);
    for (const each of others) {
      expect(each.map(({ inputs }) => inputs)).toEqual([{ place: 2 }, { place: 1 }, { place: 0 }]);
      expect(each[2]?.assessment).toMatchObject({ id: expect.any(String), name: '办理案件数' });
    }
    expect(lights.slice(0, 2).map(({ gapToPlan }) => gapToPlan)).toEqual([-1250, null]);
    expect(lights.filter((light) => light.listOrder !== listOrder(light))).toEqual([]);
    const log = await database.writer.driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
    await database.close();
    await fresh.cleanup();
  });
});
