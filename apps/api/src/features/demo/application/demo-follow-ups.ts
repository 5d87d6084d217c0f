import type { MeasureKind } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { AddComment, CommentsQuery } from '../../comments/index.js';
import {
  NameUnit,
  OpenSupervision,
  ProposeMeasure,
  RectificationsQuery,
  StepMeasure,
  StepSupervision,
} from '../../rectification/index.js';
import { DemoPeople } from './demo-people.js';
import { DemoRectifications } from './demo-rectifications.js';
import { OPEN_ROUND } from './demo-rounds.js';

const FEN_PER_WAN = 1_000_000;

interface Measure {
  readonly unit: string;
  readonly project: string;
  readonly kind: MeasureKind;
  readonly wan: number | null;
  readonly reason: string;
  readonly nextYearNote: string | null;
}

const LATE_BUILDING: Measure = {
  unit: '102001',
  project: '审判综合楼物业及运转费',
  kind: 'reduce',
  wan: 20,
  reason: '支出进度连续落后，预计年末结余较大。',
  nextYearNote: '2027 年预算控制数按不超过 215 万元编制。',
};
const FRAUD: Measure = {
  unit: '104001',
  project: '反电信网络诈骗专项经费',
  kind: 'suspend',
  wan: null,
  reason: '工作量明显落后于支出，整改前暂停拨款。',
  nextYearNote: null,
};
const EQUIPMENT: Measure = {
  unit: '102001',
  project: '执行指挥中心设备购置',
  kind: 'pool',
  wan: 30,
  reason: '招标节余资金，收回统筹使用。',
  nextYearNote: '2027 年不再安排该项目。',
};
const PUBLICITY: Measure = {
  unit: '104002',
  project: '交通安全宣传经费',
  kind: 'recover',
  wan: 2,
  reason: '宣传活动未按计划开展。',
  nextYearNote: null,
};

/** What finance and the leader do about the open round: 整改, 结果应用, 通报约谈, 督办. None of it changes a budget. */
@Injectable()
export class DemoFollowUps {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly rectifications: DemoRectifications,
    private readonly query: RectificationsQuery,
    private readonly propose: ProposeMeasure,
    private readonly stepMeasure: StepMeasure,
    private readonly nameUnit: NameUnit,
    private readonly comment: AddComment,
    private readonly comments: CommentsQuery,
    private readonly supervise: OpenSupervision,
    private readonly stepSupervision: StepSupervision,
  ) {}

  /** Where any of it is there, all of it is. */
  async run(): Promise<void> {
    const { states } = await this.query.summary(await this.people.person('finance'), {});
    if (Object.values(states).some((count) => count > 0)) return;
    await this.uow.run(async () => {
      await this.rectifications.run();
      await this.useResults();
      await this.nameUnits();
      await this.superviseMatters();
    });
  }

  private async useResults(): Promise<void> {
    const finance = await this.people.person('finance');
    const leader = await this.people.person('leader');
    await this.proposed(LATE_BUILDING);
    const suspension = await this.proposed(FRAUD);
    await this.stepMeasure.run(leader, suspension, { step: 'approve', version: 0, text: '同意。' });
    const effectiveOn = `${OPEN_ROUND.year}-10-15`;
    await this.stepMeasure.run(finance, suspension, { step: 'post', version: 1, effectiveOn });
    await this.stepMeasure.run(leader, await this.proposed(EQUIPMENT), { step: 'approve', version: 0 });
    const refused = { step: 'reject', version: 0, text: '四季度集中开展，暂不收回。' } as const;
    await this.stepMeasure.run(leader, await this.proposed(PUBLICITY), refused);
  }

  private async proposed({ unit, project, kind, wan, reason, nextYearNote }: Measure): Promise<string> {
    const { year, month } = OPEN_ROUND;
    const projectId = await this.rectifications.projectId(unit, year, project);
    const amountFen = wan === null ? null : wan * FEN_PER_WAN;
    const finance = await this.people.person('finance');
    return this.propose.run(finance, { projectId, month, kind, amountFen, reason, nextYearNote });
  }

  private async nameUnits(): Promise<void> {
    const finance = await this.people.person('finance');
    const leader = await this.people.person('leader');
    const name = async (unit: string, kind: 'circular' | 'interview', month: number, reason: string): Promise<string> =>
      this.nameUnit.propose(finance, {
        organisationId: (await this.people.organisation(unit)).id,
        year: OPEN_ROUND.year,
        month,
        kind,
        reason,
      });
    const held = await name('104001', 'circular', 6, '专项经费绩效目标完成率低于 60%。');
    await this.nameUnit.step(leader, held, { step: 'approve', version: 0 });
    const record = { text: '青财绩〔2026〕9号通报，要求一个月内整改。', heldOn: `${OPEN_ROUND.year}-07-20` };
    await this.nameUnit.step(finance, held, { step: 'hold', version: 1, ...record });
    const next = await name('103002', 'interview', OPEN_ROUND.month, '案件补贴超预算支出。');
    await this.nameUnit.step(leader, next, { step: 'approve', version: 0, text: '由分管领导约谈。' });
    await name('102001', 'interview', OPEN_ROUND.month, '支出进度连续三期落后。');
  }

  /** One from a leader's comment, and one that the unit has reported on. */
  private async superviseMatters(): Promise<void> {
    const leader = await this.people.person('leader');
    const { year, month } = OPEN_ROUND;
    const projectId = await this.rectifications.projectId('104001', year, FRAUD.project);
    const matter = '请公安局 11 月底前拿出赶工计划，财政局跟踪督办。';
    await this.comment.run(leader, projectId, { text: matter, month });
    const [written] = (await this.comments.run(leader, projectId)).items;
    const from = { projectId, commentId: written?.id ?? null, matter };
    await this.supervise.run(leader, { ...from, owner: 'police', deadline: this.rectifications.day(10) });
    const organisationId = (await this.people.organisation('104002')).id;
    const id = await this.supervise.run(await this.people.person('finance'), {
      organisationId,
      matter: '报送全部设备采购合同的付款进度表。',
      owner: 'traffic',
      deadline: this.rectifications.day(-3),
    });
    const report = { step: 'report', version: 0, text: '付款进度表已报送财政局绩效股。' } as const;
    await this.stepSupervision.run(await this.people.person('traffic'), id, report);
  }
}
