import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { EvaluateUnits } from '../../apps/api/src/features/alerts/application/evaluate-units.js';
import { alertsClosed, alertsRaised } from '../../apps/api/src/features/alerts/index.js';
import { AlertRoundRepository } from '../../apps/api/src/features/alerts/persistence/alert-round.repository.js';
import { AlertRound } from '../../apps/api/src/features/alerts/persistence/alert-round.entity.js';
import { AlertStep } from '../../apps/api/src/features/alerts/persistence/alert-step.entity.js';
import { Alert } from '../../apps/api/src/features/alerts/persistence/alert.entity.js';
import { UnitsToEvaluate } from '../../apps/api/src/features/alerts/persistence/units-to-evaluate.query.js';
import { LoadDemonstration } from '../../apps/api/src/features/demo/index.js';
import { RoundRepository, type MonitoringRound } from '../../apps/api/src/features/reporting/index.js';
import { Project } from '../../apps/api/src/features/targets/persistence/project.entity.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { DomainEvents } from '../../apps/api/src/platform/events/domain-events.js';
import { alertsAreUp, setToday } from '../support/alerts.js';
import { TestApi } from '../support/api.js';
import { describeBackends } from '../support/services.js';

/** The county is loaded before, as a person would see it. */
const LOADING_MS = 240_000;
const YEARS = [2025, 2026];

/**
 * Every alert of the two years in the order of rounds: project, rule and severity; after the arrow the round whose figures
 * closed it, where they did.
 */
const EXPECTED: Readonly<Record<string, readonly string[]>> = {
  '2025-03': [
    '人民陪审员经费 spend-goal-mismatch yellow → 2025-12',
    '人民陪审员经费 spend-lagging yellow → 2025-09',
    '公共安全视频监控运维费 spend-goal-mismatch yellow → 2025-12',
    '公共安全视频监控运维费 spend-lagging yellow → 2025-12',
    '社区矫正工作经费 spend-lagging yellow',
  ],
  '2025-06': [
    '人民陪审员经费 spend-goal-mismatch yellow → 2025-12',
    '人民陪审员经费 spend-lagging yellow → 2025-09',
    '公共安全视频监控运维费 forecast-below yellow → 2025-12',
    '公共安全视频监控运维费 spend-goal-mismatch yellow → 2025-12',
    '公共安全视频监控运维费 spend-lagging red → 2025-12',
    '审判综合楼物业及运转费 forecast-below yellow → 2025-12',
    '审判综合楼物业及运转费 spend-lagging yellow → 2025-12',
    '电子警察设备更新改造 forecast-below yellow',
    '电子警察设备更新改造 spend-lagging yellow',
    '社区矫正工作经费 forecast-below yellow',
    '社区矫正工作经费 spend-lagging red',
    '预算绩效管理服务费 forecast-below yellow → 2025-09',
    '预算绩效管理服务费 spend-lagging yellow → 2025-09',
  ],
  '2025-09': [
    '人民陪审员经费 spend-goal-mismatch yellow → 2025-12',
    '公共安全视频监控运维费 forecast-below yellow → 2025-12',
    '公共安全视频监控运维费 spend-goal-mismatch yellow → 2025-12',
    '公共安全视频监控运维费 spend-lagging red → 2025-12',
    '公共安全视频监控运维费 worsening yellow → 2025-12',
    '审判综合楼物业及运转费 forecast-below yellow → 2025-12',
    '审判综合楼物业及运转费 spend-lagging yellow → 2025-12',
    '审判综合楼物业及运转费 worsening yellow',
    '电子警察设备更新改造 forecast-below yellow',
    '电子警察设备更新改造 spend-lagging red',
    '电子警察设备更新改造 worsening yellow → 2025-12',
    '社区矫正工作经费 forecast-below yellow',
    '社区矫正工作经费 spend-lagging red',
    '社区矫正工作经费 worsening yellow → 2025-12',
  ],
  '2025-12': [
    '人民陪审员经费 year-end-rush yellow',
    '公共安全视频监控运维费 year-end-rush yellow',
    '审判综合楼物业及运转费 worsening yellow',
    '电子警察设备更新改造 forecast-below yellow',
    '电子警察设备更新改造 spend-goal-mismatch yellow',
    '电子警察设备更新改造 spend-lagging red',
    '电子警察设备更新改造 year-end-rush yellow',
    '社区矫正工作经费 forecast-below yellow',
    '社区矫正工作经费 spend-goal-mismatch yellow',
    '社区矫正工作经费 spend-lagging red',
    '社区矫正工作经费 year-end-rush yellow',
  ],
  '2026-03': ['审判综合楼物业及运转费 spend-lagging yellow'],
  '2026-06': [
    '交通安全宣传经费 forecast-below yellow',
    '交通安全宣传经费 spend-lagging yellow',
    '反电信网络诈骗专项经费 spend-goal-mismatch yellow',
    '审判综合楼物业及运转费 forecast-below yellow',
    '审判综合楼物业及运转费 spend-lagging red',
    '社区矫正工作经费 forecast-below yellow',
    '社区矫正工作经费 spend-lagging yellow',
    '道路交通安全设施维护费 forecast-below yellow → 2026-09',
    '道路交通安全设施维护费 spend-lagging yellow → 2026-09',
  ],
  '2026-09': [
    '交通安全宣传经费 forecast-below yellow',
    '交通安全宣传经费 spend-lagging yellow',
    '交通安全宣传经费 worsening yellow',
    '公共法律服务热线经费 not-reported yellow',
    '反电信网络诈骗专项经费 spend-goal-mismatch yellow',
    '反电信网络诈骗专项经费 worsening yellow',
    '审判综合楼物业及运转费 forecast-below yellow',
    '审判综合楼物业及运转费 spend-lagging red',
    '审判综合楼物业及运转费 worsening yellow',
    '法律援助案件补贴 overspent red',
    '法律援助案件补贴 spend-goal-mismatch yellow',
    '社区矫正工作经费 forecast-below yellow',
    '社区矫正工作经费 spend-lagging yellow',
    '社区矫正工作经费 worsening yellow',
  ],
};

describeBackends('Two years of the demonstration, replayed round by round (R27)', (backend) => {
  let api: TestApi;
  let rounds: readonly MonitoringRound[];
  let names: ReadonlyMap<string, string>;
  /** What was told while the round was looked at. */
  const told: { round: string; what: 'raised' | 'closed'; alertId: string }[] = [];

  const get = <T>(type: abstract new (...args: never[]) => T): T => api.app.get(type as never, { strict: false });
  const nameOf = ({ year, month }: MonitoringRound): string => `${year}-${String(month).padStart(2, '0')}`;

  beforeAll(async () => {
    api = await TestApi.open(backend);
    await get(LoadDemonstration).run({ once: true });
    for (const year of YEARS) await alertsAreUp(api, year);
    const uow = get(UnitOfWork);
    rounds = (await get(RoundRepository).list(uow.reader)).filter(({ year }) => YEARS.includes(year)).reverse();
    names = new Map((await uow.reader.find(Project)).map(({ id, name }) => [id, name]));
    await uow.run(async (manager) => {
      for (const entity of [AlertStep, Alert, AlertRound])
        await manager.createQueryBuilder().delete().from(entity).execute();
    });
  }, LOADING_MS);
  afterAll(() => api.close());

  /** As it was when the round was under way: the last day for reports, with nothing of later rounds looked at. */
  async function replay(round: MonitoringRound): Promise<void> {
    setToday(api, round.closesOn);
    const { reader } = get(UnitOfWork);
    const mark = {
      roundId: round.id,
      live: true,
      evaluatedAt: round.opensOn,
      evaluatedOn: round.closesOn,
      ruleSetRef: '',
    };
    await get(UnitOfWork).run((manager) => get(AlertRoundRepository).mark(manager, mark));
    const units = await get(UnitsToEvaluate).ofRound(reader, round.id);
    await get(EvaluateUnits).run(
      round.id,
      units.map(({ organisationId }) => organisationId),
    );
  }

  it('raises exactly the alerts of the table, each once, and closes those that recover', async () => {
    let current = '';
    get(DomainEvents).subscribe(alertsRaised, (_, { alerts }) => {
      told.push(...alerts.map(({ id }) => ({ round: current, what: 'raised' as const, alertId: id })));
      return Promise.resolve();
    });
    get(DomainEvents).subscribe(alertsClosed, (_, { alerts }) => {
      told.push(...alerts.map(({ id }) => ({ round: current, what: 'closed' as const, alertId: id })));
      return Promise.resolve();
    });
    for (const round of rounds) {
      current = nameOf(round);
      await replay(round);
      // Once more changes nothing: what was raised is there, and what recovered is closed.
      const before = told.length;
      await replay(round);
      expect(told).toHaveLength(before);
    }
    const alerts = await get(UnitOfWork).reader.find(Alert);
    const found = rounds.map((round) => [
      nameOf(round),
      alerts
        .filter(({ roundId }) => roundId === round.id)
        .map(({ id, projectId, kind, severity }) => {
          const closed = told.find(({ alertId, what }) => alertId === id && what === 'closed');
          return `${names.get(projectId)} ${kind} ${severity}${closed === undefined ? '' : ` → ${closed.round}`}`;
        })
        .sort(),
    ]);
    expect(Object.fromEntries(found)).toEqual(EXPECTED);
    const raised = told.filter(({ what }) => what === 'raised').map(({ alertId }) => alertId);
    expect(raised.sort()).toEqual(alerts.map(({ id }) => id).sort());
    expect(told.filter(({ what }) => what === 'closed')).toHaveLength(
      alerts.filter(({ closing }) => closing === 'recovered').length,
    );
  });
});
