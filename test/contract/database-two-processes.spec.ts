import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { describeBackends } from '../support/services.js';
import { openFixture, organisation, type DatabaseFixture } from './database-fixture.js';

/** Two sets of connections on one database, as a command beside the running server has. */
describeBackends('two that write to one database', (backend) => {
  let fixture: DatabaseFixture;
  let second: Database;

  beforeAll(async () => {
    fixture = await openFixture(backend);
    second = await openDatabase(fixture.fresh.config.database, ENTITIES, () => undefined);
  });
  afterAll(async () => {
    await second.close();
    await fixture.close();
  });

  it('wait for each other, and no change is lost', async () => {
    const counter = organisation({ name: '0' });
    await fixture.uow.run((manager) => manager.insert(Organisation, counter));
    const addOne = (database: Database) =>
      database.unitOfWork.run(async (manager) => {
        await manager.update(Organisation, counter.id, { kind: 'unit' });
        const { name } = await manager.findOneByOrFail(Organisation, { id: counter.id });
        await manager.update(Organisation, counter.id, { name: String(Number(name) + 1) });
      });
    await Promise.all(Array.from({ length: 100 }, (_, index) => addOne(index % 2 === 0 ? second : fixture.database)));
    const { name } = await second.unitOfWork.reader.findOneByOrFail(Organisation, { id: counter.id });
    expect(name).toBe('100');
  });

  it('one sees what the other has committed', async () => {
    const row = organisation();
    await fixture.uow.run((manager) => manager.insert(Organisation, row));
    expect(await second.unitOfWork.reader.countBy(Organisation, { id: row.id })).toBe(1);
  });
});
