import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { AuditEntry } from '../../apps/api/src/features/audit/persistence/audit-entry.entity.js';
import { Organisation } from '../../apps/api/src/features/organisations/persistence/organisation.entity.js';
import { BudgetAdjustment } from '../../apps/api/src/features/targets/persistence/budget-adjustment.entity.js';
import { FiscalYear } from '../../apps/api/src/features/targets/persistence/fiscal-year.entity.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { ScheduleCheckpoint } from '../../apps/api/src/features/targets/persistence/schedule-checkpoint.entity.js';
import { TargetVersion } from '../../apps/api/src/features/targets/persistence/target-version.entity.js';
import { newId } from '../../apps/api/src/platform/runtime/ids.js';
import { describeBackends } from '../support/services.js';
import { fiscalYear, openFixture, organisation, project, type DatabaseFixture } from './database-fixture.js';

const NOW = '2023-07-01T00:00:00.000Z';
const MAX = Number.MAX_SAFE_INTEGER;

describeBackends('stored values', (backend) => {
  let fixture: DatabaseFixture;
  let projectId: string;
  let targetVersionId: string;

  const adjustment = (amountFen: number, reason = '追加'): BudgetAdjustment => ({
    id: newId(),
    projectId,
    effectiveOn: '2023-06-30',
    kind: 'addition',
    amountFen,
    fundSource: 'fiscal',
    reason,
    documentNumber: null,
    level: null,
    documentId: null,
    recordedBy: 'test',
    recordedAt: NOW,
  });
  let seq = 0;
  const audit = (changes: Partial<AuditEntry>): AuditEntry => ({
    id: newId(),
    seq: (seq += 1),
    hash: 'h',
    at: NOW,
    actor: 'test',
    action: 'try',
    subject: 'x',
    before: null,
    after: null,
    remoteAddress: null,
    onBehalfOf: null,
    ...changes,
  });
  async function kept(entry: AuditEntry): Promise<AuditEntry> {
    await fixture.uow.run((manager) => manager.insert(AuditEntry, entry as object));
    return fixture.uow.reader.findOneByOrFail(AuditEntry, { id: entry.id });
  }
  const checkpoint = (month: number, percent: number): ScheduleCheckpoint => ({
    id: newId(),
    targetVersionId,
    month,
    percent,
  });

  beforeAll(async () => {
    fixture = await openFixture(backend);
    await fixture.uow.run(async (manager) => {
      const unit = organisation();
      const first = project(unit.id);
      projectId = first.id;
      targetVersionId = newId();
      await manager.insert(Organisation, unit);
      await manager.insert(FiscalYear, fiscalYear(2023));
      await manager.insert(Project, first);
      await manager.insert(TargetVersion, {
        id: targetVersionId,
        projectId,
        version: 1,
        name: first.name,
        code: first.code,
        restoredFrom: null,
        initialBudgetFen: null,
        fiscalFundsFen: null,
        otherFundsFen: null,
        purpose: null,
        goals: ['目标一', '目标二'],
        contentHash: 'h',
        importBatchId: null,
        sourceAt: null,
        createdAt: NOW,
        createdBy: 'test',
      });
    });
  });
  afterAll(() => fixture.close());

  it.each([0, 1, 123_456_789_012, MAX - 1, MAX])('money: %d 分 comes back exactly', async (amountFen) => {
    const row = adjustment(amountFen);
    await fixture.uow.run((manager) => manager.insert(BudgetAdjustment, row));
    const stored = await fixture.uow.reader.findOneByOrFail(BudgetAdjustment, { id: row.id });
    expect(stored.amountFen).toBe(amountFen);
  });

  it.each([MAX + 1, 1e20, 0.5, Number.NaN, Number.POSITIVE_INFINITY])('money: %d is refused', async (amountFen) => {
    const run = fixture.uow.run((manager) => manager.insert(BudgetAdjustment, adjustment(amountFen)));
    await expect(run).rejects.toMatchObject({ code: 'value-out-of-range' });
  });

  it('money: sums and order are exact, and are numbers in raw rows too', async () => {
    const reason = 'sum';
    const amounts = [900_719_925_474_099, 3, 900_719_925_474_100];
    await fixture.uow.run((manager) =>
      manager.insert(
        BudgetAdjustment,
        amounts.map((amount) => adjustment(amount, reason)),
      ),
    );
    const rows = await fixture.uow.reader.query<{ total: number; biggest: number; count: number }[]>(
      'SELECT SUM(amount_fen) AS total, MAX(amount_fen) AS biggest, COUNT(*) AS count FROM budget_adjustment WHERE reason = ?',
      [reason],
    );
    expect(rows).toEqual([{ total: 1_801_439_850_948_202, biggest: 900_719_925_474_100, count: 3 }]);
  });

  it('decimals: come back as the same number', async () => {
    const numbers = [0.1 + 0.2, 33.333333333333336, 1e-7, 99.99, 100];
    const rows = numbers.map((number, index) => checkpoint(index + 1, number));
    await fixture.uow.run((manager) => manager.insert(ScheduleCheckpoint, rows));
    const stored = await fixture.uow.reader.find(ScheduleCheckpoint, { order: { month: 'ASC' } });
    expect(stored.map(({ percent }) => percent)).toEqual(numbers);
  });

  it('decimals: what is not a number is refused', async () => {
    const run = fixture.uow.run((manager) => manager.insert(ScheduleCheckpoint, checkpoint(12, Number.NaN)));
    await expect(run).rejects.toMatchObject({ code: 'value-out-of-range' });
  });

  it.each([
    '迁安市人民法院',
    '㐀𠮷𫠠 (4-byte characters)',
    '😀 emoji',
    'quote \' " \\ ` ; -- %_',
    'tab\tline\r\nnul-free',
  ])('text: %s comes back unchanged', async (subject) => {
    expect((await kept(audit({ subject }))).subject).toBe(subject);
  });

  it('text: case and width make a difference', async () => {
    await kept(audit({ action: 'Case' }));
    await kept(audit({ action: 'case' }));
    await kept(audit({ action: 'ｃase' }));
    expect(await fixture.uow.reader.countBy(AuditEntry, { action: 'case' })).toBe(1);
  });

  it('text: sorts by code point', async () => {
    for (const name of ['b', 'B', '甲', 'a', '乙', '𠮷']) await kept(audit({ actor: 'sort', subject: name }));
    const rows = await fixture.uow.reader.find(AuditEntry, { where: { actor: 'sort' }, order: { subject: 'ASC' } });
    expect(rows.map(({ subject }) => subject)).toEqual(['B', 'a', 'b', '乙', '甲', '𠮷']);
  });

  it('text: as many characters as allowed, whatever their bytes, and not one more', async () => {
    expect((await kept(audit({ subject: '𠮷'.repeat(200) }))).subject).toBe('𠮷'.repeat(200));
    const tooLong = fixture.uow.run((manager) =>
      manager.insert(AuditEntry, audit({ subject: '长'.repeat(201) }) as object),
    );
    await expect(tooLong).rejects.toMatchObject({ kind: 'tooLong', code: 'text-too-long' });
  });

  it('JSON: comes back as it was, also when larger than 64 kB', async () => {
    const before = { list: [1, 2.5, null, '中文'], nested: { yes: true } };
    const after = { text: '大'.repeat(100_000) };
    expect(await kept(audit({ before, after }))).toMatchObject({ before, after });
  });

  it('JSON: null is stored as no value, and false, 0 and empty text are values', async () => {
    const [none, no, zero, empty] = [audit({}), audit({ after: false }), audit({ after: 0 }), audit({ after: '' })];
    expect((await kept(none)).after).toBeNull();
    expect((await kept(no)).after).toBe(false);
    expect((await kept(zero)).after).toBe(0);
    expect((await kept(empty)).after).toBe('');
    const [row] = await fixture.uow.reader.query<{ missing: number }[]>(
      'SELECT COUNT(*) AS missing FROM audit_entry WHERE id = ? AND after_value IS NULL',
      [none.id],
    );
    expect(row?.missing).toBe(1);
  });

  it('booleans: come back as booleans, and can be asked for', async () => {
    const row = project((await fixture.uow.reader.findOneByOrFail(Project, { id: projectId })).organisationId, {
      key: true,
    });
    await fixture.uow.run((manager) => manager.insert(Project, row));
    const found = await fixture.uow.reader.findBy(Project, { key: true });
    expect(found.map(({ id, key, personnel }) => ({ id, key, personnel }))).toEqual([
      { id: row.id, key: true, personnel: false },
    ]);
  });

  it('lists of goals keep their order', async () => {
    const stored = await fixture.uow.reader.findOneByOrFail(TargetVersion, { id: targetVersionId });
    expect(stored.goals).toEqual(['目标一', '目标二']);
  });
});
