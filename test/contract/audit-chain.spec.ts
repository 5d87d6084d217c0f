import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { AuditLog, AuditChain, VerifyAudit, type AuditRecord } from '../../apps/api/src/features/audit/index.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { DatabaseConflict } from '../../apps/api/src/platform/database/database-conflict.js';
import { CHAIN_START } from '../../apps/api/src/platform/runtime/chained-hash.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { describeBackends } from '../support/services.js';
import { openFixture, organisation, type DatabaseFixture } from './database-fixture.js';

describeBackends('the audit trail', (backend) => {
  let fixture: DatabaseFixture;
  let chain: AuditChain;
  let log: AuditLog;

  const record = (subject: string): AuditRecord => ({ actor: 'wang', action: 'targets.change-flags', subject });
  const add = (subject: string): Promise<void> => fixture.uow.run((manager) => log.record(manager, record(subject)));
  const run = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
    fixture.uow.run((manager) => manager.query(sql, [...values]));
  const entries = (): Promise<AuditEntry[]> => fixture.uow.reader.find(AuditEntry, { order: { seq: 'ASC' } });
  const subjects = async (): Promise<string[]> => (await entries()).map(({ seq, subject }) => `${seq} ${subject}`);
  const verify = (...noted: Parameters<VerifyAudit['run']>) => new VerifyAudit(fixture.uow, chain).run(...noted);
  const faults = async (): Promise<string[]> =>
    (await verify()).faults.map(({ kind, from, to, entry }) => [kind, from, to, entry?.subject ?? '—'].join(' '));

  beforeAll(async () => {
    fixture = await openFixture(backend);
    chain = new AuditChain();
    log = new AuditLog(new Clock(), fixture.uow, chain);
  });
  afterAll(() => fixture.close());
  beforeEach(async () => {
    await run('delete from audit_entry');
    await run('delete from audit_chain');
    await run('insert into audit_chain (id, seq, hash) values (1, 0, ?)', [CHAIN_START]);
    await run('delete from organisation');
  });

  describe('is written', () => {
    it('at the end of the transaction, in the order of recording, also of nested work', async () => {
      await fixture.uow.run(async (manager) => {
        await log.record(manager, record('a'));
        await fixture.uow.run((inner) => log.recordMany(inner, [record('b'), record('c')]));
        expect(await manager.count(AuditEntry)).toBe(0);
        await log.record(manager, record('d'));
      });
      expect(await subjects()).toEqual(['1 a', '2 b', '3 c', '4 d']);
      expect((await verify()).faultCount).toBe(0);
    });

    it('without gaps by transactions side by side', async () => {
      await Promise.all(
        Array.from({ length: 20 }, (_, index) =>
          fixture.uow.run(async (manager) => {
            await manager.insert(Organisation, organisation());
            await log.recordMany(manager, [record(`${index}/first`), record(`${index}/second`)]);
          }),
        ),
      );
      const stored = await entries();
      expect(stored.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1));
      for (const [index, { subject }] of stored.entries()) {
        if (index % 2 === 1) expect(subject).toBe(stored[index - 1]?.subject.replace('first', 'second'));
      }
      expect((await verify()).faultCount).toBe(0);
    });

    it('not at all where the transaction fails, and the next one goes on without a gap', async () => {
      await add('a');
      const failing = fixture.uow.run(async (manager) => {
        await log.record(manager, record('lost'));
        throw new Error('boom');
      });
      await expect(failing).rejects.toThrow('boom');
      await add('b');
      expect(await subjects()).toEqual(['1 a', '2 b']);
    });

    it('or the change is not stored either', async () => {
      const name = 'without trail';
      const failing = fixture.uow.run(async (manager) => {
        await manager.insert(Organisation, organisation({ name }));
        await log.record(manager, { ...record('x'), actor: 'a'.repeat(65) });
      });
      await expect(failing).rejects.toMatchObject({ code: 'text-too-long' });
      expect(await fixture.uow.reader.countBy(Organisation, { name })).toBe(0);
      expect(await subjects()).toEqual([]);
    });

    it('many at once as quickly as few, and with text that no database keeps as it is', async () => {
      const odd = { ...record(`x\ud83d/${'𠮷'.repeat(150)}`), actor: 'a\0b\ud800', onBehalfOf: '张' };
      const many = Array.from({ length: 2_500 }, (_, index) => ({ ...record(`p/${index}`), after: { index } }));
      await fixture.uow.run((manager) => log.recordMany(manager, [odd, ...many]));
      expect(await verify()).toMatchObject({ entries: 2_501, faultCount: 0, head: { seq: 2_501 } });
    });

    it('only within the transaction of the change', async () => {
      const { reader } = fixture.uow;
      await expect(log.record(reader, record('a'))).rejects.toThrow('into the transaction');
      const mixed = fixture.uow.run(() => log.record(reader, record('a')));
      await expect(mixed).rejects.toThrow('into the transaction');
    });
  });

  describe('is checked', () => {
    beforeEach(async () => {
      for (const subject of ['a', 'b', 'c', 'd', 'e']) await add(subject);
    });

    it.each([
      ['subject', "'x'"],
      ['actor', "'x'"],
      ['action', "'x'"],
      ['at', "'2020-01-01T00:00:00.000Z'"],
      ['before_value', "'1'"],
      ['after_value', "'{}'"],
      ['remote_address', "'::1'"],
      ['on_behalf_of', "'x'"],
      ['id', "'x'"],
    ])('an altered %s is found and named', async (column, value) => {
      await run(`update audit_entry set ${column} = ${value} where seq = 3`);
      expect(await faults()).toEqual([`altered 3 3 ${column === 'subject' ? 'x' : 'c'}`]);
    });

    it('all altered entries are named, not only the first', async () => {
      await run(`update audit_entry set actor = 'li' where seq in (2, 4)`);
      expect(await faults()).toEqual(['altered 2 2 b', 'altered 4 4 d']);
    });

    it('removed entries are told of, in the middle and at the end', async () => {
      await run('delete from audit_entry where seq in (2, 3)');
      expect(await faults()).toEqual(['removed 2 3 —']);
      await run('delete from audit_entry where seq = 5');
      expect(await faults()).toEqual(['removed 2 3 —', 'removed 5 5 —']);
    });

    it('entries that nobody recorded are told of, before the first and behind the last', async () => {
      const copy = (seq: number): Promise<unknown> =>
        run(
          `insert into audit_entry (id, at, actor, action, subject, seq, hash)
           select ?, at, actor, action, subject, ?, hash from audit_entry where seq = 1`,
          [`copy ${seq}`, seq],
        );
      await copy(0);
      await copy(6);
      expect(await faults()).toEqual(['inserted 0 0 a', 'inserted 6 6 a']);
    });

    it('two entries that changed places are named', async () => {
      for (const [from, to] of [
        [2, 99],
        [3, 2],
        [99, 3],
      ]) {
        await run('update audit_entry set seq = ? where seq = ?', [to, from]);
      }
      expect((await faults()).slice(0, 2)).toEqual(['altered 2 2 c', 'altered 3 3 b']);
    });

    it('a head that does not fit, or is missing, is told of', async () => {
      await run(`update audit_chain set hash = ?`, ['f'.repeat(64)]);
      expect(await faults()).toEqual(['head-wrong 5 5 e']);
      await run('delete from audit_chain');
      expect(await faults()).toEqual(['head-missing 0 0 —']);
      await expect(add('f')).rejects.toThrow('lost its head');
    });

    it('an end cut off together with the head shows only against a head that was noted elsewhere', async () => {
      const noted = await chain.head(fixture.uow.reader);
      await add('f');
      expect((await verify(noted)).faultCount).toBe(0);
      await run('delete from audit_entry where seq > 3');
      const last = (await entries()).at(-1);
      await run('update audit_chain set seq = 3, hash = ?', [last?.hash]);
      expect((await verify()).faultCount).toBe(0);
      expect((await verify(noted)).faults).toMatchObject([{ kind: 'not-as-expected', from: 5 }]);
    });

    it('a trail that was written anew shows against a noted head', async () => {
      const noted = await chain.head(fixture.uow.reader);
      await run('delete from audit_entry');
      await run('update audit_chain set seq = 0, hash = ?', [CHAIN_START]);
      for (const subject of ['a', 'b', 'forged', 'd', 'e']) await add(subject);
      expect((await verify()).faultCount).toBe(0);
      expect((await verify(noted)).faults).toMatchObject([{ kind: 'not-as-expected', from: 5, to: 5 }]);
    });

    it('what is recorded meanwhile is no fault', async () => {
      const writing = Promise.all(Array.from({ length: 30 }, (_, index) => add(`later ${index}`)));
      const verdicts = [await verify(), await verify(), await verify()];
      await writing;
      verdicts.push(await verify());
      expect(verdicts.map(({ faultCount }) => faultCount)).toEqual([0, 0, 0, 0]);
    });
  });

  if (backend.database === 'mysql') {
    it('has no entry twice where a deadlock repeats the work', async () => {
      let tries = 0;
      await fixture.uow.run(async (manager) => {
        tries += 1;
        await log.record(manager, record('once'));
        if (tries === 1) throw new DatabaseConflict('busy', null);
      });
      expect(tries).toBe(2);
      expect(await subjects()).toEqual(['1 once']);
    });
  }
});
