import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, EVERYWHERE, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditChain } from '../persistence/audit-chain.repository.js';
import { AuditSearch, type AuditCriteria } from '../persistence/audit-search.query.js';
import { AuditLog } from './audit-log.js';
import { EntryView, type NamedRow } from './entry-view.js';
import { csvOf } from './export-csv.js';
import { MOST_SHEET_ROWS, writeSheet } from './export-sheet.js';
import { requireWholeTree } from './require-whole-tree.js';

export const EXPORT_FORMATS = ['csv', 'xlsx'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];

export interface ExportOptions {
  readonly format: ExportFormat;
  readonly locale: Locale;
  readonly remoteAddress: string;
}

/** The entries that fit as a file, written while it is sent, so that its size does not matter. */
@Injectable()
export class ExportAudit {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: AuditLog,
    private readonly chain: AuditChain,
    private readonly search: AuditSearch,
    private readonly view: EntryView,
  ) {}

  /**
   * The export is itself recorded, before the first row leaves; the file holds what was recorded before it.
   * @throws DomainError `forbidden` for whom does not read the whole tree, `audit-export-too-large`
   */
  async run(
    user: CurrentUser,
    criteria: AuditCriteria,
    { format, locale, remoteAddress }: ExportOptions,
  ): Promise<{ readonly file: string; readonly content: Readable }> {
    requireWholeTree(user);
    const { seq } = await this.chain.head(this.uow.reader);
    const entries = await this.search.count(this.uow.reader, criteria);
    if (format === 'xlsx' && entries > MOST_SHEET_ROWS) {
      throw new DomainError('audit-export-too-large', { most: MOST_SHEET_ROWS });
    }
    await this.uow.run((manager) =>
      this.audit.record(manager, {
        ...actorAt(user, 'audit.read', EVERYWHERE),
        action: 'audit.export',
        subject: 'audit/export',
        after: { ...criteria, format, entries },
        remoteAddress,
      }),
    );
    const rows = this.rows(criteria, seq, locale);
    const content = format === 'csv' ? Readable.from(csvOf(rows, locale)) : writeSheet(rows, locale);
    return { file: `${FILE_NAME[locale]}-${this.clock.today()}.${format}`, content };
  }

  private async *rows(criteria: AuditCriteria, lastSeq: number, locale: Locale): AsyncGenerator<readonly NamedRow[]> {
    for await (const rows of this.search.chunks(this.uow.reader, criteria, lastSeq)) {
      yield this.view.named(this.uow.reader, rows, locale);
    }
  }
}

const FILE_NAME: Readonly<Record<Locale, string>> = { zh: '审计记录', en: 'audit' };
