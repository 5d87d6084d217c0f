import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { isUniqueViolation } from '../../apps/api/src/platform/database/errors.js';
import { lockRows } from '../../apps/api/src/platform/database/row-locks.js';
import { describeBackends } from '../support/services.js';
import { openFixture, organisation, signal, type DatabaseFixture } from './database-fixture.js';

describeBackends('unit of work', (backend) => {
  let fixture: DatabaseFixture;
  const names = async (): Promise<string[]> => {
    const found = await fixture.uow.reader.find(Organisation, { order: { name: 'ASC' } });
    return found.map(({ name }) => name);
  };
  const insert = (name: string) =>
    fixture.uow.run((manager) => manager.insert(Organisation, organisation({ name })).then(() => undefined));

  beforeAll(async () => {
    fixture = await openFixture(backend);
  });
  afterAll(() => fixture.close());
  beforeEach(() => fixture.uow.run((manager) => manager.deleteAll(Organisation)));

  it('stores what is done in it and returns what it returns', async () => {
    const result = await fixture.uow.run(async (manager) => {
      await manager.insert(Organisation, organisation({ name: 'A' }));
      return manager.count(Organisation);
    });
    expect(result).toBe(1);
    expect(await names()).toEqual(['A']);
  });

  it('a failure undoes all of it', async () => {
    const run = fixture.uow.run(async (manager) => {
      await manager.insert(Organisation, organisation());
      await manager.insert(Organisation, organisation());
      throw new Error('boom');
    });
    await expect(run).rejects.toThrow('boom');
    expect(await names()).toEqual([]);
  });

  it('a nested one joins the outer', async () => {
    const run = fixture.uow.run(async (outer) => {
      await fixture.uow.run(async (inner) => {
        expect(inner).toBe(outer);
        await inner.insert(Organisation, organisation());
      });
      throw new Error('later');
    });
    await expect(run).rejects.toThrow('later');
    expect(await names()).toEqual([]);
  });

  it('a nested failure fails the whole, even where the outer goes on: nothing is half saved', async () => {
    const run = fixture.uow.run(async (outer) => {
      await fixture.uow.run(() => Promise.reject(new Error('inner'))).catch(() => undefined);
      await outer.insert(Organisation, organisation());
    });
    await expect(run).rejects.toThrow('inner');
    expect(await names()).toEqual([]);
  });

  it('a refused statement inside can be answered, and the rest is stored', async () => {
    await insert('A');
    const [first] = await fixture.uow.reader.find(Organisation);
    await fixture.uow.run(async (manager) => {
      const again = manager.insert(Organisation, organisation({ code: first?.code }));
      const error = await again.then(
        () => null,
        (caught: unknown) => caught,
      );
      expect(isUniqueViolation(error, 'uq_organisation_code')).toBe(true);
      await manager.insert(Organisation, organisation({ name: 'B' }));
    });
    expect(await names()).toEqual(['A', 'B']);
  });

  it('one that rolls back does not take another one with it', async () => {
    const failing = fixture.uow.run(async (manager) => {
      await manager.insert(Organisation, organisation({ name: 'lost' }));
      await sleep(30);
      throw new Error('boom');
    });
    const other = insert('kept');
    await expect(failing).rejects.toThrow('boom');
    await other;
    expect(await names()).toEqual(['kept']);
  });

  it('the reader sees nothing before the commit', async () => {
    const [inserted, looked] = [signal(), signal()];
    const run = fixture.uow.run(async (manager) => {
      await manager.insert(Organisation, organisation({ name: 'A' }));
      inserted.reach();
      await looked.reached;
    });
    await inserted.reached;
    expect(await names()).toEqual([]);
    looked.reach();
    await run;
    expect(await names()).toEqual(['A']);
  });

  it('a call that was not awaited and comes late gets a transaction of its own', async () => {
    let late: Promise<void> | undefined;
    await fixture.uow.run(() => {
      late = sleep(20).then(() => insert('late'));
      return Promise.resolve();
    });
    await late;
    expect(await names()).toEqual(['late']);
  });

  it('200 at once are all stored', async () => {
    await Promise.all(Array.from({ length: 200 }, (_, index) => insert(`p${index}`)));
    expect(await names()).toHaveLength(200);
  });

  it('more at once than there are connections, each reading beside what it holds, all end', async () => {
    const one = (index: number) =>
      fixture.uow.run(async (manager) => {
        await manager.insert(Organisation, organisation({ name: `r${index}` }));
        await sleep(20);
        return fixture.uow.reader.countBy(Organisation, { name: `r${index}` });
      });
    const counts = await Promise.all(Array.from({ length: 25 }, (_, index) => one(index)));
    expect(new Set(counts)).toEqual(new Set([1]));
  });

  it('two that count and then insert one after the other agree on the number', async () => {
    const path = '/counted/';
    await fixture.uow.run((manager) => manager.insert(Organisation, organisation({ path, name: '0' })));
    const addOne = () =>
      fixture.uow.run(async (manager) => {
        await manager.update(Organisation, { path, name: '0' }, { kind: 'unit' });
        const count = await manager.countBy(Organisation, { path });
        await sleep(5);
        await manager.insert(Organisation, organisation({ path, name: String(count) }));
      });
    await Promise.all(Array.from({ length: 5 }, addOne));
    expect(await names()).toEqual(['0', '1', '2', '3', '4', '5']);
  });

  it('of several that hold a row, read it and write it back, each reads what the one before wrote', async () => {
    const counter = organisation({ name: '0' });
    await fixture.uow.run((manager) => manager.insert(Organisation, counter));
    const addOne = () =>
      fixture.uow.run(async (manager) => {
        // What is read before the row is held must not fix what is read afterwards.
        await manager.findOneBy(Organisation, { id: counter.id });
        await lockRows(manager, 'organisation', [counter.id], 'exclusive');
        const { name } = await manager.findOneByOrFail(Organisation, { id: counter.id });
        await sleep(5);
        await manager.update(Organisation, { id: counter.id }, { name: String(Number(name) + 1) });
      });
    await Promise.all(Array.from({ length: 5 }, addOne));
    expect(await names()).toEqual(['5']);
  });

  describe('last steps before the commit', () => {
    it('run inside the transaction after all other work, in the order in which they were asked for', async () => {
      const log: string[] = [];
      const step = (name: string) => (manager: EntityManager) => {
        log.push(name);
        return manager.insert(Organisation, organisation({ name })).then(() => undefined);
      };
      await fixture.uow.run(async () => {
        fixture.uow.beforeCommit(step('A'));
        await fixture.uow.run(() => Promise.resolve(fixture.uow.beforeCommit(step('B'))));
        fixture.uow.afterCommit(() => log.push('effect'));
        log.push('work');
      });
      expect(log).toEqual(['work', 'A', 'B', 'effect']);
      expect(await names()).toEqual(['A', 'B']);
    });

    it('run once with what all calls hand to them, and again for what comes later', async () => {
      const seen: (readonly number[])[] = [];
      const gather = (_: EntityManager, items: readonly number[]) => Promise.resolve(void seen.push(items));
      await fixture.uow.run(() => {
        fixture.uow.beforeCommit(gather, [1, 2]);
        fixture.uow.beforeCommit(gather, [3]);
        fixture.uow.beforeCommit(() => Promise.resolve(fixture.uow.beforeCommit(gather, [4])));
        return Promise.resolve();
      });
      await fixture.uow.run(() => Promise.resolve(fixture.uow.beforeCommit(gather, [5])));
      expect(seen).toEqual([[1, 2, 3], [4], [5]]);
    });

    it('take the whole transaction with them where they fail', async () => {
      const run = fixture.uow.run(async (manager) => {
        fixture.uow.beforeCommit(() => Promise.reject(new Error('last')));
        await manager.insert(Organisation, organisation());
      });
      await expect(run).rejects.toThrow('last');
      expect(await names()).toEqual([]);
    });

    it('do not run where the work failed', async () => {
      const log: string[] = [];
      const run = fixture.uow.run(() => {
        fixture.uow.beforeCommit(() => Promise.resolve(void log.push('step')));
        return Promise.reject(new Error('boom'));
      });
      await expect(run).rejects.toThrow('boom');
      expect(log).toEqual([]);
    });

    it('are refused where there is no transaction', () => {
      expect(() => fixture.uow.beforeCommit(() => Promise.resolve())).toThrow('no transaction');
    });
  });

  describe('effects after the commit', () => {
    it('run after it, in order, also those of nested ones', async () => {
      const log: string[] = [];
      await fixture.uow.run(async (manager) => {
        fixture.uow.afterCommit(() => log.push('first'));
        await fixture.uow.run(async () => {
          fixture.uow.afterCommit(() => log.push('second'));
          return Promise.resolve();
        });
        await manager.insert(Organisation, organisation());
        log.push('work');
      });
      expect(log).toEqual(['work', 'first', 'second']);
    });

    it('do not run where the work failed', async () => {
      const log: string[] = [];
      const run = fixture.uow.run(() => {
        fixture.uow.afterCommit(() => log.push('effect'));
        return Promise.reject(new Error('boom'));
      });
      await expect(run).rejects.toThrow('boom');
      expect(log).toEqual([]);
    });

    it('run at once where there is no transaction', () => {
      const log: string[] = [];
      fixture.uow.afterCommit(() => log.push('effect'));
      expect(log).toEqual(['effect']);
    });

    it('see what was stored, and write in a transaction of their own', async () => {
      let effect: Promise<string[]> | undefined;
      await fixture.uow.run(async (manager) => {
        fixture.uow.afterCommit(() => {
          effect = insert('B').then(names);
        });
        await manager.insert(Organisation, organisation({ name: 'A' }));
      });
      expect(await effect).toEqual(['A', 'B']);
    });

    it('one that fails is reported, and hinders neither the others nor the caller', async () => {
      const log: string[] = [];
      await fixture.uow.run(() => {
        fixture.uow.afterCommit(() => {
          throw new Error('effect');
        });
        fixture.uow.afterCommit(() => log.push('next'));
        return Promise.resolve();
      });
      expect(log).toEqual(['next']);
      expect(fixture.reported.splice(0)).toEqual([new Error('effect')]);
    });
  });
});
