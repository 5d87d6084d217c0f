import { expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { CreateTargetVersion1767225600010 } from '../../apps/api/src/platform/database/migrations/0010-create-target-version.js';
import { AddTargetVersionChange1767225600092 } from '../../apps/api/src/platform/database/migrations/0092-add-target-version-change.js';
import { AddTargetVersionIdentity1767225600031 } from '../../apps/api/src/platform/database/migrations/0031-add-target-version-identity.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { fiscalYear, organisation, project } from '../contract/database-fixture.js';
import { describeBackends, freshConfig } from '../support/services.js';

const INSERT = `insert into target_version (id, project_id, version, goals, content_hash, created_at, created_by)
                values (?, ?, ?, '[]', 'h', '2023-01-01T00:00:00.000Z', 'test')`;

describeBackends('Targets of an earlier release', (backend) => {
  it('have the name and code that their project has when the program is brought up to date', async () => {
    const fresh = await freshConfig(backend);
    const database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
    const unit = organisation();
    const coded: Project = { ...project(unit.id), name: '有编码', code: 'C1', currentVersion: 2 };
    const uncoded: Project = { ...project(unit.id), name: '无编码', code: null };
    const runner = database.writer.createQueryRunner();
    await runner.beforeMigration();
    if (backend.database === 'mysql') await runner.query('SET FOREIGN_KEY_CHECKS = 0');
    await runner.dropTable('target_version');
    await new CreateTargetVersion1767225600010().up(runner);
    await runner.manager.insert(Organisation, unit);
    await runner.manager.insert(FiscalYear, fiscalYear(2023));
    await runner.manager.insert(Project, [coded, uncoded]);
    await runner.query(INSERT, ['a', coded.id, 1]);
    await runner.query(INSERT, ['b', coded.id, 2]);
    await runner.query(INSERT, ['c', uncoded.id, 1]);
    await new AddTargetVersionIdentity1767225600031().up(runner);
    await new AddTargetVersionChange1767225600092().up(runner);
    if (backend.database === 'mysql') await runner.query('SET FOREIGN_KEY_CHECKS = 1');
    await runner.afterMigration();
    await runner.release();

    const versions = await database.writer.manager.find(TargetVersion, { order: { id: 'ASC' } });
    expect(versions.map(({ id, name, code, restoredFrom }) => [id, name, code, restoredFrom])).toEqual([
      ['a', '有编码', 'C1', null],
      ['b', '有编码', 'C1', null],
      ['c', '无编码', null, null],
    ]);
    const log = await database.writer.driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
    await database.close();
    await fresh.cleanup();
  });
});
