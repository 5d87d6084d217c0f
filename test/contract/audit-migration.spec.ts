import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import type { MigrationInterface } from 'typeorm';
import { ENTITIES } from '../../apps/api/src/entities.js';
import { AuditChain, VerifyAudit } from '../../apps/api/src/features/audit/index.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import { CreateAuditEntry1767225600007 } from '../../apps/api/src/platform/database/migrations/0007-create-audit-entry.js';
import { CreateAuditChain1767225600050 } from '../../apps/api/src/platform/database/migrations/0050-create-audit-chain.js';
import { AddAuditEntryChain1767225600051 } from '../../apps/api/src/platform/database/migrations/0051-add-audit-entry-chain.js';
import { ChainAuditEntries1767225600052 } from '../../apps/api/src/platform/database/migrations/0052-chain-audit-entries.js';
import { RequireAuditEntryChain1767225600053 } from '../../apps/api/src/platform/database/migrations/0053-require-audit-entry-chain.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

/** More than two chunks of the step that chains them. */
const COUNT = 1_203;

describeBackends('Audit entries of before there was a chain', (backend) => {
  let fresh: FreshConfig;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshConfig(backend);
    database = await openDatabase(fresh.config.database, ENTITIES, (error) => {
      throw error;
    });
  });
  afterAll(async () => {
    await database.close();
    await fresh.cleanup();
  });

  /** @param failAt the statement of the step that the process dies before; each is committed by itself, as on MySQL */
  const up = async (step: MigrationInterface, failAt = 0): Promise<void> => {
    const runner = database.writer.createQueryRunner();
    await runner.beforeMigration();
    const query = runner.query.bind(runner);
    let count = 0;
    runner.query = (...given: unknown[]) => {
      count += 1;
      if (count === failAt) throw new Error('killed');
      return query(...(given as Parameters<typeof query>)) as never;
    };
    try {
      await step.up(runner);
    } finally {
      runner.query = query;
      await runner.afterMigration();
      await runner.release();
    }
  };
  const run = (sql: string, values: readonly unknown[] = []): Promise<unknown> =>
    database.writer.query(sql, [...values]);

  const at = (index: number): string => new Date(Date.UTC(2023, 0, 1, 0, 0, Math.floor(index / 2))).toISOString();
  const number = (index: number): string => String(index).padStart(6, '0');

  beforeEach(async () => {
    await run('drop table audit_chain');
    await run('drop table audit_entry');
    await up(new CreateAuditEntry1767225600007());
    // Stored in another order than that of their time; two have the same time.
    for (let start = 0; start < COUNT; start += 401) {
      const rows = Array.from({ length: Math.min(401, COUNT - start) }, (_, offset) => COUNT - 1 - start - offset);
      const values = rows.flatMap((index) => [number(index), at(index), index % 3 === 0 ? '{ "项目":1.0 }' : null]);
      await run(
        `insert into audit_entry (id, at, actor, action, subject, after_value)
         values ${rows.map(() => `(?, ?, '王', 'imports.save', 'import/x', ?)`).join(', ')}`,
        values,
      );
    }
    await up(new CreateAuditChain1767225600050());
    await up(new AddAuditEntryChain1767225600051());
  });

  const expectChained = async (): Promise<void> => {
    await up(new RequireAuditEntryChain1767225600053());
    const { reader } = database.unitOfWork;
    const stored = await reader.find(AuditEntry, { order: { seq: 'ASC' } });
    expect(stored.map(({ seq, id }) => `${seq} ${id}`)).toEqual(
      Array.from({ length: COUNT }, (_, index) => `${index + 1} ${number(index)}`),
    );
    const verdict = await new VerifyAudit(database.unitOfWork, new AuditChain()).run();
    expect(verdict).toMatchObject({ entries: COUNT, faultCount: 0, head: { seq: COUNT } });
    const log = await database.writer.driver.createSchemaBuilder().log();
    expect(log.upQueries.map(({ query }) => query)).toEqual([]);
  };

  it('are chained in the order of their time, and nothing else of them is changed', async () => {
    await up(new ChainAuditEntries1767225600052());
    await expectChained();
  });

  it('are chained to the end by the next start where a process dies in the middle', async () => {
    for (let failAt = 2; failAt <= 12; failAt += 1) {
      await up(new ChainAuditEntries1767225600052(), failAt).catch((error: Error) =>
        expect(error.message).toBe('killed'),
      );
    }
    await up(new ChainAuditEntries1767225600052());
    await expectChained();
  });

  it('may be none at all', async () => {
    await run('delete from audit_entry');
    await up(new ChainAuditEntries1767225600052());
    const verdict = await new VerifyAudit(database.unitOfWork, new AuditChain()).run();
    expect(verdict).toMatchObject({ entries: 0, faultCount: 0 });
  });
});
