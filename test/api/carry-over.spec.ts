import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { NotificationPage } from '../../apps/api/src/features/notifications/http/notifications.dto.js';
import { TargetRepository } from '../../apps/api/src/features/targets/index.js';
import type { Refusal } from '../support/api.js';
import { projectOf } from '../support/county.js';
import { whileJudgingFails } from '../support/judging.js';
import { describeBackends } from '../support/services.js';
import { CODE, YearsTurn } from '../support/years-turn.js';

describeBackends('The year’s turn', (backend) => {
  let turn: YearsTurn;
  let going: string;
  let coded: string;
  let imported: string;

  beforeAll(async () => {
    turn = await YearsTurn.open(backend);
    going = await turn.save(2030, '一号项目', null);
    coded = await turn.save(2030, '二号项目', CODE);
    await turn.finance.patch(`/projects/${going}`, { key: true });
    await turn.openDecember();
    for (const id of [going, coded]) await turn.report(id, 40_000_000);
    imported = await turn.save(2031, '二号项目（续建）', CODE);
  });
  afterAll(() => turn.close());

  const adjustments = async (id: string) => (await projectOf(turn.finance, id)).adjustments;
  const successor = async (): Promise<string> => (await turn.row(going)).continuesAs ?? '';

  it('shows what would be made and what is linked by its code, with what is left so far', async () => {
    expect(await turn.preview()).toMatchObject([
      { projectId: going, action: 'create', continuesAs: null, unspentFen: 10_000_000, month: 12 },
      { projectId: coded, action: 'link', continuesAs: imported, unspentFen: 10_000_000, differenceFen: null },
    ]);
    expect((await turn.row(coded)).problem).toBe('december-open');
  });

  it('takes projects into the new year before December is locked, and books nothing yet', async () => {
    const { status, body } = await turn.carry([going, coded]);
    expect(status).toBe(200);
    expect(body.items).toMatchObject([
      { projectId: going, action: 'wait', problem: 'december-open', bookedFen: 0 },
      { projectId: coded, action: 'wait', problem: 'december-open', bookedFen: 0, continuesAs: imported },
    ]);
    const project = await projectOf(turn.finance, await successor());
    expect(project).toMatchObject({ year: 2031, key: true, schedule: null, adjustments: [] });
    expect(project.indicators.map(({ name }) => name)).toEqual(['结案率', '满意度']);
    expect(await adjustments(imported)).toEqual([]);
    expect((await turn.carry([going, coded])).body.items).toEqual(body.items);
    expect(await adjustments(imported)).toEqual([]);
  });

  it('R6: books on 1 January what the locked December leaves, once, however often and at once it is asked for', async () => {
    await turn.report(going, 45_000_000);
    await turn.lockDecember();
    expect(await turn.row(going)).toMatchObject({ action: 'book', problem: null, differenceFen: 5_000_000 });
    const answers = await Promise.all([turn.carry([going, coded]), turn.carry([coded, going])]);
    expect(answers.map(({ status }) => status)).toEqual([200, 200]);
    expect(await turn.preview()).toMatchObject([
      { projectId: going, action: 'done', bookedFen: 5_000_000, differenceFen: 0 },
      { projectId: coded, action: 'done', bookedFen: 10_000_000, differenceFen: 0 },
    ]);
    const balance = { effectiveOn: '2031-01-01', kind: 'addition', fundSource: 'carriedOver' };
    const stored = await adjustments(await successor());
    expect(stored).toMatchObject([{ ...balance, amountFen: 5_000_000 }]);
    expect(stored[0]?.reason).toContain('2030 年 12 月');
    expect(await adjustments(imported)).toMatchObject([{ ...balance, amountFen: 10_000_000 }]);
    const last = await turn.finance.get(`/projects/${await successor()}/last-year`);
    expect(last.body).toMatchObject({ lastYear: { projectId: going } });
  });

  it('waits while a project of December is reopened, and changes nothing where that comes to nothing', async () => {
    await turn.reopen(going);
    await turn.report(going, 1_000_000);
    const { body } = await turn.carry([going]);
    const waiting = { action: 'wait', problem: 'december-reopened', bookedFen: 5_000_000, differenceFen: null };
    expect(body.items[0]).toMatchObject(waiting);
    await turn.withdrawReopening();
    expect(await turn.row(going)).toMatchObject({ action: 'done', bookedFen: 5_000_000, differenceFen: 0 });
    expect(await adjustments(await successor())).toHaveLength(1);
  });

  it('waits while a light of December is not what was put back, whatever job should have judged it', async () => {
    await turn.reopen(going);
    await turn.report(going, 1_000_000);
    await whileJudgingFails(turn.api, () => turn.withdrawReopening());
    const waiting = { action: 'wait', problem: 'december-computing', bookedFen: 5_000_000, differenceFen: null };
    expect((await turn.carry([going])).body.items[0]).toMatchObject(waiting);
    await turn.judgeAgain();
    expect(await turn.row(going)).toMatchObject({ action: 'done', bookedFen: 5_000_000, differenceFen: 0 });
  });

  it('R6: shows what a December locked again makes different, and puts it right by an adjustment on the record', async () => {
    await turn.reopen(going);
    await turn.report(going, 47_000_000);
    await turn.handIn(going);
    await turn.lockDecember();
    const different = { action: 'correct', problem: null, bookedFen: 5_000_000, differenceFen: -2_000_000 };
    expect(await turn.row(going)).toMatchObject(different);
    const { items } = (await turn.finance.get<NotificationPage>('/notifications')).body;
    const told = { kind: 'balance-differs', page: 'targets', year: 2030 };
    expect(items.filter(({ kind }) => kind === told.kind)).toMatchObject([told]);
    expect((await turn.carry([going])).body.items[0]).toMatchObject({ action: 'done', bookedFen: 3_000_000 });
    const id = await successor();
    const [, correction, ...others] = await adjustments(id);
    expect(others).toEqual([]);
    expect(correction).toMatchObject({ effectiveOn: '2031-01-01', kind: 'reduction', amountFen: 2_000_000 });
    expect(correction?.reason).toContain('更正');
    const trail = await turn.trail('targets.adjust-budget', id);
    expect(trail).toHaveLength(2);
    expect(JSON.stringify(trail)).toContain(going);
  });

  it('R6: books no correction that the budget cannot bear', async () => {
    const cut = { effectiveOn: '2031-03-01', kind: 'reduction', amountFen: 59_000_000, reason: '压减' };
    expect((await turn.finance.post(`/projects/${imported}/budget-adjustments`, cut)).status).toBe(201);
    await turn.reopen(coded);
    await turn.report(coded, 49_000_000);
    await turn.handIn(coded);
    await turn.lockDecember();
    const stuck = { action: 'wait', problem: 'budget-too-small', bookedFen: 10_000_000, differenceFen: -9_000_000 };
    expect(await turn.row(coded)).toMatchObject(stuck);
    expect((await turn.carry([coded])).status).toBe(200);
    expect(await adjustments(imported)).toHaveLength(2);
  });

  it('keeps to one successor when its code changes and another project takes the old one', async () => {
    await turn.save(2031, '二号项目（改名）', '13020023P000039100348', imported);
    const late = await turn.save(2031, '二号项目（重新导入）', CODE);
    const rows = (await turn.preview()).filter(({ projectId }) => projectId === coded);
    expect(rows).toMatchObject([{ continuesAs: imported, bookedFen: 10_000_000 }]);
    expect((await turn.carry([coded])).status).toBe(200);
    expect(await adjustments(late)).toEqual([]);
    expect((await turn.finance.get(`/projects/${late}/last-year`)).body).toEqual({ lastYear: null });
    const link = (id: string, beforeId: string) =>
      turn.uow.run((manager) => turn.succession.link(manager, id, beforeId, '2031-01-05T00:00:00.000Z'));
    await expect(link(late, coded)).rejects.toMatchObject({ code: 'project-continued' });
    await expect(link(imported, going)).rejects.toMatchObject({ code: 'project-continued' });
  });

  it('lets one of two links made at the same moment win, and names the other’s refusal', async () => {
    const ended = await turn.save(2030, '三号项目', null);
    const [one, two] = [await turn.save(2031, '三号项目甲', null), await turn.save(2031, '三号项目乙', null)];
    const link = (id: string) =>
      turn.uow.run((manager) => turn.succession.link(manager, id, ended, '2031-01-05T00:00:00.000Z'));
    const results = await Promise.allSettled([link(one), link(two)]);
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
    expect(results.find(({ status }) => status === 'rejected')).toMatchObject({
      reason: { code: 'project-continued' },
    });
    const targets = await turn.api.app.get(TargetRepository, { strict: false }).ofProjects(turn.uow.reader, [one, two]);
    expect(targets.filter(({ project }) => project.continuesProjectId === ended)).toHaveLength(1);
  });

  it('links a project of the same unit and name where no code says otherwise', async () => {
    const yearly = await turn.save(2030, '年年有项目', '13020030P000000000000');
    const named = await turn.save(2031, '年年有项目', '13020031P000000000000');
    expect(await turn.row(yearly)).toMatchObject({ action: 'link', matchedBy: 'name', continuesAs: named });
    const coded = await turn.save(2031, '年年有项目（改名）', '13020030P000000000000');
    expect(await turn.row(yearly)).toMatchObject({ action: 'link', matchedBy: 'code', continuesAs: coded });
    await turn.carry([yearly]);
    expect(await turn.row(yearly)).toMatchObject({ matchedBy: 'link', continuesAs: coded });
  });

  it('says of a project that has no place in the new year why, and takes the others', async () => {
    const named = await turn.save(2030, '四号项目', null);
    const taken = await turn.save(2031, '四号项目', null);
    const other = await turn.save(2030, '五号项目', null);
    await turn.uow.run((manager) => turn.succession.link(manager, taken, other, '2031-01-05T00:00:00.000Z'));
    expect(await turn.row(named)).toMatchObject({ action: 'wait', problem: 'name-taken', continuesAs: null });
    expect((await turn.carry([named, going])).status).toBe(200);
  });

  it('is finance’s of the whole county, of projects of the year before', async () => {
    await turn.api.addUser('part', 'financeReviewer', '336001');
    expect((await turn.carry([going], await turn.api.as('part'))).status).toBe(403);
    expect((await turn.carry([going], turn.clerk)).status).toBe(403);
    const unknown = await turn.finance.post<Refusal>('/fiscal-years/2031/carry-over', { projectIds: [imported] });
    expect(unknown.body.code).toBe('not-found');
  });
});
