import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { insertRows, upsertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { describeBackends } from '../support/services.js';
import { fiscalYear, openFixture, organisation, project, type DatabaseFixture } from './database-fixture.js';

const COUNT = 5_000;

describeBackends('many rows at once', (backend) => {
  let fixture: DatabaseFixture;
  const unit = organisation();
  const projects = Array.from({ length: COUNT }, (_, index) =>
    project(unit.id, { name: `项目 ${index}`, key: index % 2 === 0, startMonth: (index % 12) + 1 }),
  );

  beforeAll(async () => {
    fixture = await openFixture(backend);
    await fixture.uow.run(async (manager) => {
      await manager.insert(Organisation, unit);
      await manager.insert(FiscalYear, fiscalYear(2023));
      await insertRows(manager, Project, projects);
    });
  });
  afterAll(() => fixture.close());

  it('are inserted as TypeORM reads them', async () => {
    const stored = await fixture.uow.reader.find(Project, { order: { id: 'ASC' } });
    expect(stored).toHaveLength(COUNT);
    expect(stored[4_999]).toEqual(Object.assign(new Project(), projects[4_999]));
  });

  it('are updated where their key is taken, keeping their ids, and inserted where not', async () => {
    const changed = projects.map((row) => ({ ...row, id: newId(), key: true, currentVersion: 2 }));
    const added = project(unit.id);
    await fixture.uow.run((manager) =>
      upsertRows(manager, Project, [...changed, added], ['year', 'organisationId', 'name']),
    );
    const stored = await fixture.uow.reader.find(Project, { order: { id: 'ASC' } });
    expect(stored).toHaveLength(COUNT + 1);
    expect(stored[17]).toMatchObject({ id: projects[17]?.id, key: true, currentVersion: 2 });
    expect(stored.at(-1)).toMatchObject({ id: added.id, currentVersion: 1 });
  });

  it('only the named properties are updated', async () => {
    const [first] = projects;
    if (!first) throw new Error('no project');
    const change = { ...first, startMonth: 7, currentVersion: 9 };
    await fixture.uow.run((manager) =>
      upsertRows(manager, Project, [change], ['year', 'organisationId', 'name'], ['currentVersion']),
    );
    const stored = await fixture.uow.reader.findOneByOrFail(Project, { id: first.id });
    expect(stored).toMatchObject({ startMonth: first.startMonth, currentVersion: 9 });
  });

  it('a key that is no unique constraint is refused before anything is written', async () => {
    const run = fixture.uow.run((manager) => upsertRows(manager, Project, [project(unit.id)], ['year', 'startMonth']));
    await expect(run).rejects.toThrow('Project has no unique constraint over start_month,year');
  });

  it('one bad row undoes all of them', async () => {
    const rows = [...Array.from({ length: 2_500 }, () => project(unit.id)), project(newId())];
    const before = await fixture.uow.reader.count(Project);
    await expect(fixture.uow.run((manager) => insertRows(manager, Project, rows))).rejects.toMatchObject({
      kind: 'reference',
    });
    expect(await fixture.uow.reader.count(Project)).toBe(before);
  });

  it('rows with long texts are stored and replaced as TypeORM reads them, whatever is in them', async () => {
    const version = (number: number): TargetVersion => ({
      id: newId(),
      projectId: projects[0]?.id ?? '',
      version: number,
      name: `名 ' \\ " ${number}`,
      code: null,
      restoredFrom: number % 2 === 0 ? null : number,
      changeId: null,
      initialBudgetFen: Number.MAX_SAFE_INTEGER - number,
      fiscalFundsFen: -number,
      otherFundsFen: null,
      purpose: `'\\"\n\u2028𠮷 ? :x `.repeat(200),
      goals: ["'", '\\', '目标'],
      contentHash: 'h',
      importBatchId: null,
      sourceAt: null,
      createdAt: '2023-07-01T00:00:00.000Z',
      createdBy: 'bulk',
    });
    // As many as make statements of every length in which long rows are sent.
    const rows = Array.from({ length: 63 }, (_, index) => version(index + 1));
    const changed = rows.map((row) => ({ ...row, purpose: row.purpose && `改${row.purpose}`, otherFundsFen: 7 }));
    const stored = (): Promise<TargetVersion[]> =>
      fixture.uow.reader.find(TargetVersion, { order: { version: 'ASC' } });
    await fixture.uow.run((manager) => insertRows(manager, TargetVersion, rows));
    expect(await stored()).toEqual(rows.map((row) => Object.assign(new TargetVersion(), row)));
    await fixture.uow.run((manager) => upsertRows(manager, TargetVersion, changed, ['id']));
    expect(await stored()).toEqual(changed.map((row) => Object.assign(new TargetVersion(), row)));
  });

  it('rows with long texts are spread over several statements', async () => {
    const rows = Array.from({ length: 12 }, (_, index): AuditEntry => ({
      id: newId(),
      seq: index + 1,
      hash: 'h',
      at: '2023-07-01T00:00:00.000Z',
      actor: 'bulk',
      action: 'long',
      subject: 'x',
      before: null,
      after: '长'.repeat(1_000_000),
      remoteAddress: null,
      onBehalfOf: null,
    }));
    await fixture.uow.run((manager) => insertRows(manager, AuditEntry, rows));
    expect(await fixture.uow.reader.countBy(AuditEntry, { actor: 'bulk' })).toBe(12);
  });

  it('none is none', async () => {
    await fixture.uow.run((manager) => insertRows(manager, Project, []));
    expect(await fixture.uow.reader.count(Project)).toBe(COUNT + 1);
  });
});
