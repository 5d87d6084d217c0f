import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { DatabaseConflict } from '../../apps/api/src/platform/database/database-conflict.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { describeBackends } from '../support/services.js';
import { fiscalYear, openFixture, organisation, project, signal, type DatabaseFixture } from './database-fixture.js';

describeBackends('refusals of the database', (backend) => {
  let fixture: DatabaseFixture;
  const unit = organisation();

  beforeAll(async () => {
    fixture = await openFixture(backend);
    await fixture.uow.run(async (manager) => {
      await manager.insert(Organisation, unit);
      await manager.insert(FiscalYear, fiscalYear(2023));
    });
  });
  afterAll(() => fixture.close());

  const insert = (row: Project) => fixture.uow.run((manager) => manager.insert(Project, row));

  it('a key of several columns that is taken is named', async () => {
    const first = project(unit.id);
    await insert(first);
    const sameName = insert(project(unit.id, { name: first.name }));
    await expect(sameName).rejects.toMatchObject({
      kind: 'unique',
      constraint: 'uq_project_year_organisation_name',
      code: 'already-exists',
    });
    const sameCode = insert(project(unit.id, { code: first.code }));
    await expect(sameCode).rejects.toMatchObject({ kind: 'unique', constraint: 'uq_project_year_code' });
  });

  it('a primary key that is taken is a unique key too', async () => {
    const first = project(unit.id);
    await insert(first);
    await expect(insert(project(unit.id, { id: first.id }))).rejects.toMatchObject({
      kind: 'unique',
      constraint: 'PRIMARY',
    });
  });

  it('several rows without a code do not collide', async () => {
    await insert(project(unit.id, { code: null }));
    await insert(project(unit.id, { code: null }));
    expect(await fixture.uow.reader.countBy(Project, { organisationId: unit.id })).toBeGreaterThanOrEqual(2);
  });

  it('a row that refers to nothing is refused', async () => {
    const error = await insert(project(newId())).catch((caught: unknown) => caught);
    expect(error).toBeInstanceOf(DatabaseConflict);
    expect(error).toMatchObject({ kind: 'reference', code: 'still-referenced' });
    const named = backend.database === 'mysql' ? 'fk_project_organisation' : null;
    expect((error as DatabaseConflict).constraint).toBe(named);
  });

  it('a row that is referred to cannot be deleted', async () => {
    await insert(project(unit.id));
    const run = fixture.uow.run((manager) => manager.delete(Organisation, { id: unit.id }));
    await expect(run).rejects.toMatchObject({ kind: 'reference' });
  });

  it('two that lock two rows crosswise both succeed: one is repeated', async () => {
    const [a, b] = [organisation({ name: '0' }), organisation({ name: '0' })];
    await fixture.uow.run((manager) => manager.insert(Organisation, [a, b]));
    let tries = 0;
    const firstLocked = [signal(), signal()];
    const touch = (mine: number, order: readonly string[]) =>
      fixture.uow.run(async (manager) => {
        tries += 1;
        for (const [step, id] of order.entries()) {
          await manager.query("UPDATE organisation SET name = CONCAT(name, '1') WHERE id = ?", [id]);
          if (step > 0) continue;
          firstLocked[mine]?.reach();
          // On SQLite the other one has not begun, and will not before this one ends.
          if (backend.database === 'mysql') await firstLocked[1 - mine]?.reached;
        }
      });
    await Promise.all([touch(0, [a.id, b.id]), touch(1, [b.id, a.id])]);
    const rows = await fixture.uow.reader.findBy(Organisation, [{ id: a.id }, { id: b.id }]);
    expect(rows.map(({ name }) => name)).toEqual(['011', '011']);
    expect(tries).toBe(backend.database === 'mysql' ? 3 : 2);
  });

  if (backend.database === 'mysql') {
    it('a deadlock that the work swallows is repeated all the same: nothing is half saved', async () => {
      const [a, b] = [organisation({ name: '0' }), organisation({ name: '0' })];
      await fixture.uow.run((manager) => manager.insert(Organisation, [a, b]));
      const firstLocked = [signal(), signal()];
      const touch = (mine: number, order: readonly string[]) =>
        fixture.uow.run(async (manager) => {
          for (const [step, id] of order.entries()) {
            await manager
              .query("UPDATE organisation SET name = CONCAT(name, '1') WHERE id = ?", [id])
              .catch(() => undefined);
            if (step > 0) continue;
            firstLocked[mine]?.reach();
            await firstLocked[1 - mine]?.reached;
          }
        });
      await Promise.all([touch(0, [a.id, b.id]), touch(1, [b.id, a.id])]);
      const rows = await fixture.uow.reader.findBy(Organisation, [{ id: a.id }, { id: b.id }]);
      expect(rows.map(({ name }) => name)).toEqual(['011', '011']);
    });

    it('a connection that is lost in the middle loses the whole work, and the next one finds another', async () => {
      const lost = organisation();
      const run = fixture.uow.run(async (manager) => {
        await manager.insert(Organisation, lost);
        const [row] = await manager.query<{ id: number }[]>('SELECT CONNECTION_ID() AS id');
        await fixture.uow.reader.query(`KILL ${row?.id}`);
        await manager.insert(Organisation, organisation());
      });
      await expect(run).rejects.toMatchObject({ kind: 'unavailable', code: 'database-unavailable' });
      expect(await fixture.uow.reader.countBy(Organisation, { id: lost.id })).toBe(0);
      await fixture.uow.run((manager) => manager.insert(Organisation, lost));
      expect(await fixture.uow.reader.countBy(Organisation, { id: lost.id })).toBe(1);
    });
  }
});
