import { readFile } from 'node:fs/promises';
import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { seriousViolations } from '../support/browser.js';
import { pageTexts } from '../support/office-pdf.js';
import { openRounds } from './round-stages.js';
import type { Stage } from './stage.js';

/** Its December was taken over locked, and nobody evaluates it elsewhere. */
const YEAR = 2023;
const UNIT = '青禾县公安局交通警察大队';
const ROADS = '道路交通安全设施维护费';
const CAMPAIGN = '交通安全宣传经费';
const EXPLANATION = '部分路段设施更新顺延，下年一季度补齐。';
const REVIEWED = '8.5';
const REVIEW_REASON = '有两处路口未及时修复';
const DISCLOSED = '自评结果经审定后，拟于三月底前在县政府门户网站公开。';
/** A job is begun within a poll of the queue. */
const WORK_MS = 60_000;
const WHOLE_WAY_MS = 180_000;

type Person = 'finance' | 'traffic' | 'trafficreviewer' | 'department';
const PEOPLE: readonly Person[] = ['finance', 'traffic', 'trafficreviewer', 'department'];
type Pages = Readonly<Record<Person, Page>>;

async function openYear({ finance }: Pages): Promise<void> {
  const december = await openRounds(finance, `${YEAR}年1-12月`);
  await december.getByText('已锁定').waitFor();
  await finance.goto('/self-evaluation');
  await finance.getByRole('button', { name: '开启年度' }).click();
  await finance.getByLabel('年度', { exact: true }).fill(String(YEAR));
  await finance.getByLabel('提交截止').fill('2099-02-28');
  await finance.getByRole('button', { name: '开启', exact: true }).click();
  await finance.waitForURL((address) => address.searchParams.get('year') === String(YEAR));
  await finance.getByText('共 12 份').waitFor({ timeout: WORK_MS });
}

async function openList(page: Page): Promise<void> {
  await page.goto(`/self-evaluation?year=${YEAR}&q=${encodeURIComponent('交通')}`);
  await page.getByText('共 2 份').waitFor();
}

async function openForm(page: Page, project: string): Promise<void> {
  await openList(page);
  await page.getByRole('link', { name: project, exact: true }).click();
  await page.getByRole('heading', { level: 1, name: project }).waitFor();
}

/** What the draft still asks for is written where its list leads; the other project lacks nothing. */
async function handIn({ traffic }: Pages): Promise<void> {
  await openForm(traffic, ROADS);
  await traffic.getByText('提交前还要补 1 项').waitFor();
  expect(await traffic.getByRole('button', { name: '提交', exact: true }).isDisabled()).toBe(true);
  await traffic.getByRole('region', { name: '待补内容' }).getByRole('button').first().click();
  await traffic.keyboard.type(EXPLANATION);
  await traffic.getByText('提交前还要补', { exact: false }).waitFor({ state: 'detached' });
  await traffic.getByText('另有 1 项请留意').waitFor();
  await traffic.getByText(/^已保存/).waitFor();
  await traffic.getByRole('button', { name: '提交', exact: true }).click();
  await traffic.getByText('已提交 1 份自评。').waitFor();
  await openForm(traffic, CAMPAIGN);
  await traffic.getByRole('button', { name: '提交', exact: true }).click();
  await traffic.getByText('已提交 1 份自评。').waitFor();
}

/** Takes a step with all that wait for it in the list. */
async function takeAll(page: Page, step: string, done: string): Promise<void> {
  await openList(page);
  await page.getByRole('checkbox', { name: '全选本页' }).check();
  await page.getByRole('group', { name: '批量处理' }).getByRole('button', { name: step }).click();
  await page.getByText(done).waitFor();
}

/** The department gives points of its own on one indicator. */
async function review({ department }: Pages): Promise<void> {
  await openForm(department, ROADS);
  const leaf = department.getByRole('button', { name: '信号灯完好率' });
  await leaf.click();
  await department.getByRole('textbox', { name: '信号灯完好率 复核得分' }).fill(REVIEWED);
  await department.getByRole('textbox', { name: '信号灯完好率 理由' }).fill(REVIEW_REASON);
  await department.getByRole('button', { name: '部门复核通过' }).click();
  await department.getByText('1 份自评部门复核通过。').waitFor();
  await takeAll(department, '部门复核通过（1）', '1 份自评部门复核通过。');
}

/** @returns the unit's points, weighed by money, as its page shows them */
async function accept({ finance }: Pages): Promise<string> {
  await takeAll(finance, '财政审定（2）', '2 份自评已审定并封存。');
  await openForm(finance, ROADS);
  await finance.getByText('当前内容与最近一次封存一致。').waitFor();
  const total = await finance.getByRole('row', { name: /^总分/ }).innerText();
  const [own, department, accepted] = total.match(/\d+\.\d\d/g) ?? [];
  expect(Number(department)).toBeLessThan(Number(own));
  expect(accepted).toBe(department);
  expect(await seriousViolations(finance)).toEqual([]);
  await finance.goto(`/self-evaluation?year=${YEAR}&tab=units`);
  await finance.getByRole('link', { name: UNIT }).click();
  await finance.getByRole('heading', { level: 1, name: UNIT }).waitFor();
  const said = await finance.getByText(/^2 个项目，按资金加权得分/).innerText();
  return /得分 ([\d.]+)；/.exec(said)?.[1] ?? '';
}

async function writeReport({ traffic }: Pages, points: string): Promise<void> {
  await traffic.goto('/outputs?tab=reports');
  await traffic.getByRole('button', { name: '起草报告' }).click();
  const dialog = traffic.getByRole('dialog');
  await dialog.getByRole('radio', { name: '绩效自评报告' }).check();
  await dialog.getByLabel('年度').selectOption(String(YEAR));
  await dialog.getByRole('button', { name: '开始起草' }).click();
  await traffic.getByRole('heading', { name: '一、绩效目标分解下达情况' }).waitFor({ timeout: WORK_MS });
  await paper(traffic).getByText(`按预算金额加权平均为${points}分`).waitFor();
  await paper(traffic).getByText(EXPLANATION, { exact: false }).waitFor();
  expect(await seriousViolations(traffic)).toEqual([]);
  await traffic.getByRole('button', { name: /^修改“自评结果公开/ }).click();
  await traffic.getByLabel('这一段的文字').fill(DISCLOSED);
  await traffic.getByRole('button', { name: '保存为新版本' }).click();
  await paper(traffic).getByText(DISCLOSED).waitFor();
  await traffic.getByText('第 2 版').first().waitFor();
  await traffic.getByRole('button', { name: '报送审签', exact: true }).click();
  await traffic.getByRole('button', { name: '确认报送审签' }).click();
  await traffic.getByText('下一步：单位审核人审签封存').waitFor();
  expect(await traffic.getByRole('button', { name: '封存', exact: true }).count()).toBe(0);
}

async function sealReport({ trafficreviewer }: Pages): Promise<void> {
  await trafficreviewer.goto('/outputs?tab=reports&state=submitted');
  await trafficreviewer.getByRole('link', { name: new RegExp(`${YEAR}年`) }).click();
  await paper(trafficreviewer).getByText(DISCLOSED).waitFor();
  await trafficreviewer.getByRole('button', { name: '封存', exact: true }).click();
  await trafficreviewer.getByRole('button', { name: '确认封存' }).click();
  await trafficreviewer.getByText('完好，与封存时相同').waitFor();
  expect(await seriousViolations(trafficreviewer)).toEqual([]);
}

/** The files say what the page showed, and no longer that they are drafts. */
async function fetchFiles({ trafficreviewer }: Pages, points: string): Promise<void> {
  const word = await fileBehind(trafficreviewer, '下载 Word');
  expect(word.subarray(0, 2).toString()).toBe('PK');
  const pages = await pageTexts(await fileBehind(trafficreviewer, '下载 PDF'));
  const text = pages.join('');
  expect(text).toContain(DISCLOSED);
  expect(text).toContain(`按预算金额加权平均为${points}分`);
  expect(text).not.toContain('草稿');
}

const paper = (page: Page): Locator => page.getByRole('article');

async function fileBehind(page: Page, name: string): Promise<Buffer> {
  const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name }).click()]);
  return readFile(await file.path());
}

/** A year from its locked December to the sealed self-evaluations of a unit and its sealed report, by all whose work it is. */
export function wholeEvaluationJourneys(stage: Stage): void {
  describe('a whole self-evaluation', () => {
    it(
      'R30–R39: goes from the locked fourth quarter to its seal and to the sealed report, by the people of all levels',
      () =>
        stage.walkAs(PEOPLE, async (pages) => {
          await openYear(pages);
          await handIn(pages);
          await takeAll(pages.trafficreviewer, '单位审核通过（2）', '2 份自评单位审核通过。');
          await review(pages);
          const points = await accept(pages);
          await writeReport(pages, points);
          await sealReport(pages);
          await fetchFiles(pages, points);
        }),
      WHOLE_WAY_MS,
    );
  });
}
