import { paragraphsOf, type ReportContent } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { handsOf, type ActorFrom } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import type { OfficialReportVersion, VersionCause } from '../persistence/official-report-version.entity.js';
import type { OfficialReport } from '../persistence/official-report.entity.js';
import { OfficialReportRepository } from '../persistence/official-report.repository.js';

/** What a version says, and what it was drafted from. */
export type NewContent = Pick<OfficialReportVersion, 'content' | 'factsHash' | 'figuresHash' | 'factsAt' | 'settled'>;

const NOT_SEALED = {
  sealedBy: null,
  sealedFor: null,
  sealedAt: null,
  selfApproved: false,
  contentHash: null,
  previousHash: null,
  hash: null,
} as const;

/** Adds what a report says from now on; what it said before is kept. */
@Injectable()
export class NewVersion {
  constructor(
    private readonly reports: OfficialReportRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  /** @param report held by the present transaction */
  async run(
    manager: EntityManager,
    report: OfficialReport,
    said: NewContent,
    { cause, by }: { readonly cause: VersionCause; readonly by: ActorFrom },
  ): Promise<void> {
    const before = report.version === 0 ? null : await this.reports.version(manager, report.id, report.version);
    const number = report.version + 1;
    const at = this.clock.now();
    const { content, factsHash, figuresHash, factsAt, settled } = said;
    await this.reports.addVersion(manager, {
      ...NOT_SEALED,
      ...{ content, factsHash, figuresHash, factsAt, settled },
      ...{ id: newId(), reportId: report.id, number, cause },
      ...{ createdBy: by.actor, createdFor: by.onBehalfOf, createdAt: at },
    });
    const hands = [...report.writtenBy, ...handsOf(by.actor, by.onBehalfOf)];
    await this.reports.change(manager, report.id, {
      version: number,
      title: content.title,
      writtenBy: [...new Set(hands)],
      updatedBy: by.actor,
      updatedAt: at,
    });
    await this.audit.record(manager, {
      ...by,
      action: `official-reports.${cause}`,
      subject: `official-report/${report.id}`,
      before: { version: report.version, ...writtenIn(before?.content) },
      after: { version: number, ...writtenIn(content) },
    });
  }
}

/** What persons wrote; what is drafted can be drafted again. */
const writtenIn = (content: ReportContent | undefined): { readonly paragraphs?: Readonly<Record<string, string>> } => {
  if (content === undefined) return {};
  const edited = paragraphsOf(content).flatMap(({ id, edited: edit }) => (edit === null ? [] : [[id, edit.text]]));
  return { paragraphs: Object.fromEntries(edited) as Record<string, string> };
};
