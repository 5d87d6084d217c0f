import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { chinaDay } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { OfficialReportVersion } from '../persistence/official-report-version.entity.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';
import { OfficialReportAccess } from './official-report-access.js';
import { RenderReport, type RenderedReport, type ReportFormat } from './render-report.js';

export interface ReportToRender extends RenderedReport {
  readonly reportId: string;
  readonly version: number;
  /** Hash of the seal; null for a draft. */
  readonly hash: string | null;
}

export interface NamedFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** An official report as a file, sealed or as a draft. */
@Injectable()
export class OfficialReportFile {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: OfficialReportAccess,
    private readonly reports: OfficialReportRepository,
    private readonly render: RenderReport,
  ) {}

  /** @throws DomainError `not-found`, `official-report-drafting` */
  async run(
    user: CurrentUser,
    id: string,
    { format, version }: { readonly format: ReportFormat; readonly version?: number | undefined },
  ): Promise<NamedFile> {
    const report = await this.content(user, id, version);
    const mark = report.issuedOn === null ? '（草稿）' : '';
    const name = `${report.content.title}${mark}.${format}`;
    return { name, bytes: await this.render.run(report, format) };
  }

  /**
   * What a version says, for whoever writes it down elsewhere; the newest one where none is named.
   * @throws DomainError `not-found`, `official-report-drafting`
   */
  async content(user: CurrentUser, id: string, number?: number): Promise<ReportToRender> {
    const { report } = await this.access.read(user, id);
    if (report.version === 0) throw new DomainError('official-report-drafting');
    const version = await this.reports.version(this.uow.reader, id, number ?? report.version);
    if (version === null) throw new DomainError('not-found');
    return {
      reportId: id,
      version: version.number,
      content: version.content,
      issuedOn: version.sealedAt === null ? null : printedDay(chinaDay(new Date(version.sealedAt))),
      verification: version.hash === null ? null : verificationOf(version),
      hash: version.hash,
    };
  }
}

/** 2026-10-31 → 2026年10月31日. */
const printedDay = (day: string): string => {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
};

const verificationOf = ({ number, hash }: OfficialReportVersion): string =>
  `第${number}版　封存校验值 ${hash?.slice(0, 16) ?? ''}`;
