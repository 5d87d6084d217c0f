import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { newVerificationCode } from '../../../platform/runtime/verification-code.js';
import { AuditLog } from '../../audit/index.js';
import { sha256 } from '../../seals/index.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { ReportPaperRepository } from '../persistence/report-paper.repository.js';
import { OfficialReportAccess } from './official-report-access.js';
import { issuedOn, verificationLine } from './printed-marks.js';
import { RenderReport, type ReportFormat } from './render-report.js';

export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

export interface WantedFile {
  readonly format: ReportFormat;
  /** The newest where none is named. */
  readonly version?: number | undefined;
}

/**
 * An official report as a file, sealed or as a draft. Each bears a code of its own and is entered into the ledger before it
 * leaves, so that a paper can be checked later: which version it is, and who was given it when.
 */
@Injectable()
export class GiveOutReport {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OfficialReportAccess,
    private readonly reports: OfficialReportRepository,
    private readonly papers: ReportPaperRepository,
    private readonly render: RenderReport,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @throws DomainError `not-found`, `official-report-drafting` */
  async run(user: CurrentUser, id: string, wanted: WantedFile, remoteAddress: string): Promise<NamedFile> {
    const { report, organisation } = await this.access.read(user, id);
    if (report.version === 0) throw new DomainError('official-report-drafting');
    const version = await this.reports.version(this.uow.reader, id, wanted.version ?? report.version);
    if (version === null) throw new DomainError('not-found');
    const { content, hash } = version;
    const { format } = wanted;
    const code = newVerificationCode();
    const printed = { content, issuedOn: issuedOn(version), verification: verificationLine(code, version) };
    const bytes = await this.render.run(printed, format);
    const name = `${content.title}${hash === null ? '（草稿）' : ''}.${format}`;
    const { actor, onBehalfOf } = actorAt(user, 'lights.read', organisation.path);
    const file = { file: name, sha256: sha256(bytes), bytes: bytes.length };
    const of = { id: newId(), code, reportId: id, version: version.number, sealHash: hash, format };
    const by = { exportedBy: actor, exportedFor: onBehalfOf, exportedAt: this.clock.now() };
    await this.uow.run(async (manager) => {
      await this.papers.add(manager, { ...of, ...file, ...by });
      await this.audit.record(manager, {
        actor,
        onBehalfOf,
        action: 'official-reports.download',
        subject: `official-report/${id}`,
        after: { version: version.number, ...file, code },
        remoteAddress,
      });
    });
    return { name, bytes };
  }
}
