import { afterAll, beforeAll, beforeEach, expect, it } from '@jest/globals';
import { Entity, Index, Unique, type MigrationInterface } from 'typeorm';
import {
  BlobColumn,
  IdColumn,
  IdOfColumn,
  IntegerColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../apps/api/src/platform/database/columns.js';
import type { Database } from '../../apps/api/src/platform/database/database.js';
import {
  AddColumns,
  backfilled,
  type ColumnsPlan,
} from '../../apps/api/src/platform/database/migrations/add-columns.js';
import {
  CreateTable,
  OPTIONAL,
  blob,
  id,
  idOf,
  string,
  text,
  whole,
  type TablePlan,
} from '../../apps/api/src/platform/database/migrations/create-table.js';
import { openDatabase } from '../../apps/api/src/platform/database/open-database.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';

/** The tables as they are to be after the step. */
@Entity('trial_parent')
class TrialParent {
  @IdColumn()
  id: string;
  @StringColumn(10)
  name: string;
  @StringColumn(5)
  kind: string;
}

@Entity('trial_child')
@Unique('uq_trial_child_name', ['parentId', 'name'])
@Unique('uq_trial_child_ordinal', ['parentId', 'ordinal'])
@Index('ix_trial_child_parent', ['parentId'])
@Index('ix_trial_child_second', ['secondId'])
class TrialChild {
  @IdColumn()
  id: string;
  @IdOfColumn({ nullable: true })
  @References('TrialParent', 'fk_trial_child_parent')
  parentId: string | null;
  @StringColumn(10)
  name: string;
  @BlobColumn()
  bytes: Uint8Array;
  @IntegerColumn()
  ordinal: number;
  @StringColumn(20, { nullable: true })
  note: string | null;
  @StringColumn(10)
  copied: string;
  @TextColumn({ nullable: true })
  remarks: string | null;
  @IdOfColumn({ nullable: true })
  @References('TrialParent', 'fk_trial_child_second')
  secondId: string | null;
}

class CreateParent extends CreateTable {
  override readonly name = 'CreateParent1';
  protected override readonly table = 'trial_parent';
  protected override readonly plan: TablePlan = { columns: [id(), string('name', 10)] };
}

class CreateChild extends CreateTable {
  override readonly name = 'CreateChild2';
  protected override readonly table = 'trial_child';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('parent_id'), string('name', 10), blob('bytes')],
    unique: { uq_trial_child_name: ['parent_id', 'name'] },
    index: { ix_trial_child_parent: ['parent_id'] },
    references: { fk_trial_child_parent: ['parent_id', 'trial_parent.id'] },
  };
}

class AddToParent extends AddColumns {
  override readonly name = 'AddToParent3';
  protected override readonly table = 'trial_parent';
  protected override readonly plan: ColumnsPlan = { columns: [backfilled(string('kind', 5), "'unit'")] };
}

class AddToChild extends AddColumns {
  override readonly name = 'AddToChild4';
  protected override readonly table = 'trial_child';
  protected override readonly plan: ColumnsPlan = {
    columns: [
      backfilled(whole('ordinal'), '7'),
      string('note', 20, OPTIONAL),
      backfilled(string('copied', 10), 'name'),
      text('remarks', OPTIONAL),
      idOf('second_id', OPTIONAL),
    ],
    relaxed: [idOf('parent_id', OPTIONAL)],
    unique: { uq_trial_child_ordinal: ['parent_id', 'ordinal'] },
    index: { ix_trial_child_second: ['second_id'] },
    references: { fk_trial_child_second: ['second_id', 'trial_parent.id'] },
  };
}

const PARENT = { id: 'p', name: '法院' };
const BYTES = Buffer.from([0, 255, 10, 39, 92, 128]);

describeBackends('columns added to a table', (backend) => {
  let fresh: FreshConfig;
  let database: Database;

  beforeAll(async () => {
    fresh = await freshConfig(backend);
    database = await openDatabase(fresh.config.database, [TrialParent, TrialChild], (error) => {
      throw error;
    });
  });
  afterAll(async () => {
    await database.close();
    await fresh.cleanup();
  });

  /** As the program migrates: a transaction on SQLite only. @param failAt the statement that the process dies before */
  async function migrate(step: MigrationInterface, failAt = 0): Promise<number> {
    const runner = database.writer.createQueryRunner();
    const sqlite = database.backend === 'sqlite';
    await runner.beforeMigration();
    if (sqlite) await runner.startTransaction();
    const query = runner.query.bind(runner);
    let count = 0;
    runner.query = (...given: unknown[]) => {
      count += 1;
      if (count === failAt) throw new Error('killed');
      return query(...(given as Parameters<typeof query>)) as never;
    };
    try {
      await step.up(runner);
      runner.query = query;
      if (sqlite) await runner.commitTransaction();
    } catch (error) {
      runner.query = query;
      if (sqlite) await runner.rollbackTransaction();
      throw error;
    } finally {
      runner.query = query;
      await runner.afterMigration();
      await runner.release();
    }
    return count;
  }

  beforeEach(async () => {
    await database.writer.query('DROP TABLE IF EXISTS trial_child');
    await database.writer.query('DROP TABLE IF EXISTS trial_parent');
    await migrate(new CreateParent());
    await migrate(new CreateChild());
    await database.writer.query('INSERT INTO trial_parent (id, name) VALUES (?, ?)', [PARENT.id, PARENT.name]);
    await database.writer.query('INSERT INTO trial_child (id, parent_id, name, bytes) VALUES (?, ?, ?, ?)', [
      'c',
      PARENT.id,
      '项目',
      BYTES,
    ]);
  });

  const differences = async (): Promise<string[]> => {
    const log = await database.writer.driver.createSchemaBuilder().log();
    return log.upQueries.map(({ query }) => query);
  };
  const expectDone = async (): Promise<void> => {
    expect(await differences()).toEqual([]);
    expect(await database.unitOfWork.reader.find(TrialParent)).toEqual([{ ...PARENT, kind: 'unit' }]);
    expect(await database.unitOfWork.reader.find(TrialChild)).toEqual([
      {
        id: 'c',
        parentId: 'p',
        name: '项目',
        bytes: BYTES,
        ordinal: 7,
        note: null,
        copied: '项目',
        remarks: null,
        secondId: null,
      },
    ]);
  };

  it('are what the entity says, keep and fill the rows, and leave what refers to the table alone', async () => {
    await migrate(new AddToParent());
    await migrate(new AddToChild());
    await expectDone();
  });

  it('are completed by the next start where a process dies in the middle', async () => {
    for (const make of [() => new AddToParent(), () => new AddToChild()]) {
      for (let failAt = 1; ; failAt += 1) {
        const outcome = await migrate(make(), failAt).catch((error: Error) => error.message);
        if (outcome !== 'killed') break;
      }
    }
    await migrate(new AddToParent()).catch(() => undefined);
    await expectDone();
  });

  it('have their limits: length, references and keys are enforced, and nothing obligatory has a default', async () => {
    await migrate(new AddToParent());
    await migrate(new AddToChild());
    const child = { id: 'd', parentId: null, name: 'b', bytes: BYTES, ordinal: 1, copied: '', remarks: null };
    const insert = (changes: Partial<TrialChild>) =>
      database.unitOfWork.run((manager) =>
        manager.insert(TrialChild, { ...child, note: null, secondId: null, ...changes }),
      );
    await expect(insert({ note: '长'.repeat(21) })).rejects.toMatchObject({ kind: 'tooLong' });
    await expect(insert({ secondId: 'nobody' })).rejects.toMatchObject({ kind: 'reference' });
    await expect(insert({ parentId: 'p', ordinal: 7 })).rejects.toMatchObject({ kind: 'unique' });
    await insert({ note: '长'.repeat(20), secondId: 'p' });
    await expect(
      database.writer.query("INSERT INTO trial_parent (id, name) VALUES ('q', 'without a kind')"),
    ).rejects.toThrow();
  });

  it('need a backfill where they are obligatory', async () => {
    class Unfilled extends AddColumns {
      override readonly name = 'Unfilled5';
      protected override readonly table = 'trial_parent';
      protected override readonly plan: ColumnsPlan = { columns: [whole('level')] };
    }
    await expect(migrate(new Unfilled())).rejects.toThrow('Unfilled5: level needs a backfill or must be optional');
  });
});
