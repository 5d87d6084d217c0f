import { expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { CreateProject1767225600009 } from '../../apps/api/src/platform/database/migrations/0009-create-project.js';
import { AddProjectContinues1767225600095 } from '../../apps/api/src/platform/database/migrations/0095-add-project-continues.js';
import { RequireOneSuccessor1767225600150 } from '../../apps/api/src/platform/database/migrations/0150-require-one-successor.js';
import { AddProjectList1767225600178 } from '../../apps/api/src/platform/database/migrations/0178-add-project-list.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { fiscalYear, organisation, project } from '../contract/database-fixture.js';
import { describeBackends, freshConfig } from '../support/services.js';

describeBackends('Projects that two others continue', (backend) => {
  it('keep the first of them when the program is brought up to date, also after a crash on the way', async () => {
    const fresh = await freshConfig(backend);
    const database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
    const unit = organisation();
    const before: Project = { ...project(unit.id), id: 'before', name: '上年', code: null };
    const after = (id: string): Project => ({ ...before, id, name: id, continuesProjectId: before.id });
    const runner = database.writer.createQueryRunner();
    await runner.beforeMigration();
    if (backend.database === 'mysql') await runner.query('SET FOREIGN_KEY_CHECKS = 0');
    await runner.dropTable('project');
    await new CreateProject1767225600009().up(runner);
    // On again before the steps, as in an upgrade: MariaDB makes another kind of reference where it is off.
    if (backend.database === 'mysql') await runner.query('SET FOREIGN_KEY_CHECKS = 1');
    await new AddProjectContinues1767225600095().up(runner);
    await runner.manager.insert(Organisation, unit);
    await runner.manager.insert(FiscalYear, fiscalYear(2023));
    await runner.manager.insert(Project, [before, after('first'), after('second')]);
    const step = new RequireOneSuccessor1767225600150();
    await step.up(runner);
    await step.up(runner);
    await new AddProjectList1767225600178().up(runner);
    await runner.afterMigration();
    await runner.release();

    const projects = await database.writer.manager.find(Project, { order: { id: 'ASC' } });
    expect(projects.map(({ id, continuesProjectId }) => [id, continuesProjectId])).toEqual([
      ['before', null],
      ['first', 'before'],
      ['second', null],
    ]);
    const log = await database.writer.driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
    await database.close();
    await fresh.cleanup();
  });
});
