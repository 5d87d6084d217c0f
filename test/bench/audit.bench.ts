import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { EntityManager } from 'typeorm';
import { AuditChain, AuditLog, VerifyAudit } from '../../apps/api/src/features/audit/index.js';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import { Clock } from '../../apps/api/src/platform/runtime/clock.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { openFixture, organisation, type DatabaseFixture } from '../contract/database-fixture.js';
import { describeBackends } from '../support/services.js';
import { compare } from './measure.js';

const WRITERS = 20;
const FLOOR_MS = 10_000;
const CHAINED_MS = 20_000;
const MINUTE_MS = 60_000;
/** The end of the chain is held from its reading to the commit, by one transaction at a time. */
const MOST_RATIO = 4;

/** Adds one entry about a change to the trail, or something that costs the same in its place. */
type Note = (manager: EntityManager, subject: string) => Promise<unknown>;

describeBackends(`bench: ${WRITERS} that write to the audit trail at once`, (backend) => {
  let fixture: DatabaseFixture;
  beforeAll(async () => {
    fixture = await openFixture(backend);
  }, MINUTE_MS);
  afterAll(() => fixture.close());

  /** Each writer changes a row of its own, one transaction after the other. @returns the number of transactions */
  const writeFor = async (ms: number, note: Note): Promise<number> => {
    const until = performance.now() + ms;
    let written = 0;
    const write = async (): Promise<void> => {
      const row = organisation();
      await fixture.uow.run((manager) => manager.insert(Organisation, row));
      while (performance.now() < until) {
        await fixture.uow.run(async (manager) => {
          await manager.update(Organisation, row.id, { name: `第 ${written} 次` });
          await note(manager, row.id);
        });
        written += 1;
      }
    };
    // One error of one writer fails the bench: no deadlock may reach a caller.
    await Promise.all(Array.from({ length: WRITERS }, write));
    return written;
  };

  const about = (subject: string) =>
    ({ actor: 'wang', action: 'targets.change-flags', subject, after: { key: true } }) as const;

  it(
    'chained, beside the same rows without a chain',
    async () => {
      let seq = 0;
      const unchained: Note = (manager, subject) => {
        seq += 1;
        const rest = { before: null, onBehalfOf: null, remoteAddress: null, hash: '0'.repeat(64) };
        return insertRows(manager, AuditEntry, [
          { ...about(subject), ...rest, id: newId(), at: new Clock().now(), seq },
        ]);
      };
      const floor = await writeFor(FLOOR_MS, unchained);
      await fixture.uow.run((manager) => manager.query('delete from audit_entry'));

      const chain = new AuditChain();
      const log = new AuditLog(new Clock(), fixture.uow, chain);
      const chained = await writeFor(CHAINED_MS, (manager, subject) => log.record(manager, about(subject)));
      const verdict = await new VerifyAudit(fixture.uow, chain).run();
      expect(verdict).toMatchObject({ entries: chained, faultCount: 0 });

      const [perSecond, floorPerSecond] = [(chained * 1000) / CHAINED_MS, (floor * 1000) / FLOOR_MS];
      process.stdout.write(
        `${perSecond.toFixed(0)} transactions a second, ${floorPerSecond.toFixed(0)} without a chain\n`,
      );
      compare(`1000 entries on ${backend.name}`, 1_000_000 / perSecond, 1_000_000 / floorPerSecond, MOST_RATIO);
    },
    3 * MINUTE_MS,
  );
});
