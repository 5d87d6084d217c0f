import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type {
  FinalAccountPage,
  FinalAccountsResult,
} from '../../apps/api/src/features/self-evaluation/http/final-accounts.dto.js';
import type { Answer, Refusal } from '../support/api.js';
import { rowCounts } from '../support/county.js';
import { EvaluationCounty, YEAR } from '../support/evaluation-county.js';
import { describeBackends } from '../support/services.js';
import { upload } from '../support/upload.js';

const YEARS = `/evaluations/years/${YEAR}`;

describeBackends('Final accounts', (backend) => {
  let county: EvaluationCounty;
  beforeAll(async () => {
    county = await EvaluationCounty.open(backend);
    await county.lockDecember();
    await county.openYear();
    await county.untilFinance('普法');
    await county.step('finance', 'accept', ['普法']);
  });
  afterAll(() => county.close());

  const bring = (rows: readonly object[], more: object = {}): Promise<Answer<FinalAccountsResult & Refusal>> =>
    county.people.finance.post(`${YEARS}/final-accounts`, { rows, ...more });

  it('a final account replaces the figure of December in what the unit still has, and is shown beside the rest', async () => {
    const rows = await rowCounts(county.api);
    const unknown = await bring([{ name: '没有', expenditureFen: 1 }, { code: 'X1', fiscalFen: 1 }, { name: '援助' }]);
    expect(unknown).toMatchObject({ status: 422, body: { code: 'final-accounts-refused' } });
    expect(unknown.body.issues?.map(({ path, code }) => [path, code])).toEqual([
      ['rows.0', 'project-unknown'],
      ['rows.1', 'project-unknown'],
      ['rows.2', 'final-account-missing'],
    ]);
    const accounts = [
      { name: '援助', fiscalFen: 17_000_000, carriedFen: 1_000_000 },
      { name: '普法', expenditureFen: 38_000_000, note: '补列支出' },
    ];
    const dry = await bring(accounts, { dryRun: true });
    expect(dry.body).toMatchObject({ saved: false, counts: { new: 2, scored: 1, shown: 1 } });
    expect(await rowCounts(county.api)).toEqual(rows);
    const { body } = await bring(accounts);
    expect(body.rows).toMatchObject([
      {
        projectName: '援助',
        outcome: 'new',
        roundFen: 20_000_000,
        differenceFen: -2_000_000,
        ratePoints: -10,
        effect: 'scored',
      },
      { projectName: '普法', outcome: 'new', differenceFen: 760_000, ratePoints: 1.76, effect: 'shown' },
    ]);
    expect(await county.read('援助', 'clerk')).toMatchObject({
      expenditureFen: 18_000_000,
      expenditureSource: 'finalAccount',
      executionRate: 90,
      total: 90,
      funds: {
        total: { spentFen: 18_000_000 },
        fiscal: { spentFen: 17_000_000 },
        carriedOver: { spentFen: 1_000_000 },
      },
      difference: { roundRate: 100, accountRate: 90, ratePoints: -10, counts: true },
      accountDiffers: false,
    });
    expect(await county.read('普法')).toMatchObject({
      state: 'accepted',
      expenditureFen: 37_240_000,
      total: 98.62,
      accountDiffers: true,
      difference: { differenceFen: 760_000, counts: false },
    });
    const verified = await county.people.finance.post(`${YEARS}/verification`);
    expect(verified.body).toMatchObject({ intact: true, accepted: 1 });
    expect((await bring(accounts)).body).toMatchObject({ counts: { unchanged: 2, scored: 0, shown: 0 } });
    const listed = await county.people.clerk.get<FinalAccountPage>(`${YEARS}/final-accounts?differing=true`);
    expect(listed.body.items).toMatchObject([
      { projectName: '援助', revision: 1, executionRate: 90 },
      { projectName: '普法', revision: 1, note: '补列支出', recordedByName: '显示 finance' },
    ]);
  });

  it('a file of final accounts is read by its labels', async () => {
    const bytes = Buffer.from(
      '单位：万元\n项目名称,决算数,其中：当年财政拨款,上年结转资金,备注\n援助,1850,,,\n合计,1850,,,\n',
    );
    const send = (file: Buffer) =>
      county.people.finance.post<FinalAccountsResult & Refusal>(
        `${YEARS}/final-accounts/file`,
        ...upload([{ name: '决算.csv', bytes: file }], { dryRun: 'true' }),
      );
    expect((await send(bytes)).body).toMatchObject({
      saved: false,
      rows: [
        { at: expect.stringContaining('3'), projectName: '援助', outcome: 'changed', expenditureFen: 1_850_000_000 },
      ],
    });
    expect((await send(Buffer.from('项目名称,本年支出（万元）,备注\n援助,18.5,\n'))).body.rows).toMatchObject([
      { projectName: '援助', expenditureFen: 18_500_000 },
    ]);
    const twice = (await send(Buffer.from('项目名称,支出决算数（元）,本年支出（元）\n援助,1,2\n'))).body;
    expect(twice).toMatchObject({
      code: 'final-account-column-twice',
      message: '“支出决算数（元）”和“本年支出（元）”两列都是同一项决算金额，请只保留一列。',
    });
    expect((await send(Buffer.from('甲,乙\n1,2\n'))).body).toMatchObject({ code: 'final-account-header-missing' });
    expect((await send(Buffer.from('项目名称,决算数（元）\n援助,很多\n'))).body.issues).toMatchObject([
      { code: 'amount-unreadable' },
    ]);
  });
});
