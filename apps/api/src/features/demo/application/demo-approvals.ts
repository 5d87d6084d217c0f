import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf } from '../../../platform/http/access.js';
import { StepApprovals, TargetApprovalRepository, TargetRepository, type StoredTarget } from '../../targets/index.js';
import type { DemoYear } from '../county/demo-types.js';
import { DemoPeople } from './demo-people.js';

const FROM = 'localhost';
/** Targets that still wait in the present year, so that there is something to decide. */
const WAITING: Readonly<Partial<Record<DemoYear, readonly string[]>>> = {
  2026: ['人民陪审员经费', '交通安全宣传经费', '道路交通安全设施维护费'],
};

/** The bureau's approval of the units' targets before the first round of a year. */
@Injectable()
export class DemoApprovals {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly targets: TargetRepository,
    private readonly approvals: TargetApprovalRepository,
    private readonly steps: StepApprovals,
  ) {}

  /** Approves what is not yet: the load may have been interrupted anywhere. */
  async run(year: DemoYear): Promise<void> {
    const finance = await this.people.person('finance');
    const stored = await this.targets.below(this.uow.reader, year, scopeOf(finance, 'targets.approve'));
    const decided = await this.approvals.ofTargets(this.uow.reader, stored);
    const isOpen = ({ project }: StoredTarget): boolean =>
      !decided.has(project.id) && !(WAITING[year] ?? []).includes(project.name);
    const projects = stored
      .filter(isOpen)
      .map(({ project, version }) => ({ projectId: project.id, version: version.version }));
    if (projects.length === 0) return;
    const document = { documentNumber: `青财绩〔${year}〕1号`, documentDate: `${year}-01-15` };
    await this.steps.run(finance, { step: 'approve', projects, ...document }, 'zh', FROM);
  }
}
