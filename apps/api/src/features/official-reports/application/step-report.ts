import {
  officialReportStepNeedsText,
  permissionForOfficialReportStep,
  takeOfficialReportStep,
  type OfficialReportState,
} from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { DomainEvents } from '../../../platform/events/domain-events.js';
import { handsOf, type ActorFrom, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { OfficialReportStepInput } from '../http/official-reports.dto.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { DraftOrAsk } from './draft-or-ask.js';
import type { DraftedReport } from './draft-report.js';
import { OfficialReportAccess, type PlacedReport } from './official-report-access.js';
import { officialReportStepped } from './report.events.js';
import { SealReport, type ReportSeal } from './seal-report.js';

type HeldReport = PlacedReport & { readonly by: ActorFrom; readonly to: OfficialReportState };

/** Hands a report in, returns, seals it, opens a sealed one to correct it, or has it drafted anew. */
@Injectable()
export class StepReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OfficialReportAccess,
    private readonly reports: OfficialReportRepository,
    private readonly draft: DraftOrAsk,
    private readonly seal: SealReport,
    private readonly audit: AuditLog,
    private readonly events: DomainEvents,
    private readonly clock: Clock,
  ) {}

  /**
   * @throws DomainError what `OfficialReportAccess.hold` does, `official-report-drafting`, `official-report-step-refused`,
   *   `official-report-text-needed`, what `SealReport` and `DraftContent` refuse
   */
  async run(
    user: CurrentUser,
    id: string,
    input: OfficialReportStepInput,
    remoteAddress: string,
  ): Promise<DraftedReport> {
    const { step, version } = input;
    const text = input.text ?? null;
    const permission = permissionForOfficialReportStep(step);
    const held = await this.uow.run(async (manager) => {
      const placed = await this.access.hold(manager, user, id, { version, permission });
      if (placed.report.version === 0) throw new DomainError('official-report-drafting');
      const to = takeOfficialReportStep(placed.report.state, step);
      if (!to.ok) throw DomainError.of(to.error);
      if (officialReportStepNeedsText(step) && text === null) throw new DomainError('official-report-text-needed');
      const taken: HeldReport = { ...placed, by: { ...placed.by, remoteAddress }, to: to.value };
      if (step === 'redraft') return taken;
      const seal = step === 'seal' ? await this.seal.run(manager, placed, user, taken.by) : null;
      await this.reports.change(manager, id, this.changeOf(taken, input));
      await this.audit.record(manager, {
        ...taken.by,
        action: `official-reports.${step}`,
        subject: `official-report/${id}`,
        before: { state: placed.report.state },
        after: { state: to.value, version, text, ...sealed(seal) },
      });
      await this.events.publish(manager, officialReportStepped({ ...placed, step, text }));
      return taken;
    });
    const { report, organisation, by } = held;
    return { id, jobId: step === 'redraft' ? await this.draft.run(report, organisation, true, by) : null };
  }

  private changeOf({ report, by, to }: HeldReport, { step, text }: OfficialReportStepInput): Partial<OfficialReport> {
    const change = { state: to, updatedBy: by.actor, updatedAt: this.clock.now() };
    switch (step) {
      case 'submit': {
        const hands = [...report.writtenBy, ...handsOf(by.actor, by.onBehalfOf)];
        return { ...change, message: null, writtenBy: [...new Set(hands)] };
      }
      case 'return':
        return { ...change, message: text ?? null };
      case 'seal':
        return { ...change, sealedVersion: report.version };
      // What was sealed has been looked at by another person; from here on others have a hand in it.
      case 'reopen':
        return { ...change, message: text ?? null, writtenBy: [] };
      case 'withdraw':
      case 'redraft':
        return change;
    }
  }
}

const sealed = (seal: ReportSeal | null): object => seal ?? {};
