import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { newId } from '../../../platform/runtime/ids.js';
import { JobLeaseLost } from '../../../platform/jobs/job-errors.js';
import type { StoredContent } from '../../../platform/files/file-store.js';
import { packed, sha256 } from '../../seals/index.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import { PaperExportRepository } from '../persistence/paper-export.repository.js';
import type { PaperForm } from '../persistence/paper-form.entity.js';
import type { Paper } from '../persistence/paper.entity.js';
import { PaperRepository } from '../persistence/paper.repository.js';
import type { DocumentToWrite } from './documents-to-write.js';
import type { PaperFormat, PaperKind, RoundState } from './export-kinds.js';
import { contentText } from './paper-content.js';

/** Papers of one transaction. */
const AT_ONCE = 50;

/** What all papers of an export have in common. */
export interface PaperOrigin {
  readonly asked: PaperExport;
  readonly kind: PaperKind;
  readonly month: number | null;
  readonly format: PaperFormat;
  readonly templateRef: string;
  readonly roundState: RoundState | null;
  readonly at: string;
}

/** Enters the documents of an export into the ledger of papers while they are written. */
export class PaperLedger {
  private papers: Paper[] = [];
  private forms: PaperForm[] = [];
  count = 0;

  constructor(
    private readonly origin: PaperOrigin,
    private readonly store: (papers: readonly Paper[], forms: readonly PaperForm[]) => Promise<void>,
  ) {}

  async enter(document: DocumentToWrite, file: string, content: StoredContent): Promise<void> {
    const id = newId();
    const forms = await Promise.all(document.forms.map((form, ordinal) => rowOfForm(id, ordinal, form)));
    this.papers.push(this.rowOf(id, document, file, content, forms));
    this.forms.push(...forms);
    this.count += 1;
    if (this.papers.length >= AT_ONCE) await this.flush();
  }

  async flush(): Promise<void> {
    if (this.papers.length === 0) return;
    await this.store(this.papers, this.forms);
    [this.papers, this.forms] = [[], []];
  }

  private rowOf(
    id: string,
    { code, organisationId, forms }: DocumentToWrite,
    file: string,
    content: StoredContent,
    rows: readonly PaperForm[],
  ): Paper {
    const { asked, kind, month, format, templateRef, roundState, at } = this.origin;
    return {
      id,
      code,
      exportId: asked.id,
      kind,
      organisationId,
      projectId: forms.length === 1 ? (forms[0]?.project.id ?? null) : null,
      year: asked.year,
      month,
      format,
      file,
      ...content,
      contentHash: sha256(rows.map(({ contentHash }) => contentHash).join(' ')),
      templateRef,
      roundState,
      forms: forms.length,
      exportedBy: asked.requestedBy,
      exportedFor: asked.requestedFor,
      exportedAt: at,
    };
  }
}

async function rowOfForm(
  paperId: string,
  ordinal: number,
  { project, data, evaluationState }: DocumentToWrite['forms'][number],
): Promise<PaperForm> {
  const text = contentText(data);
  return {
    id: newId(),
    paperId,
    ordinal,
    projectId: project.id,
    projectName: project.name,
    evaluationState,
    contentHash: sha256(text),
    content: await packed(text),
  };
}

/** Opens the ledger for an export, as long as the try that asks is the one that may write. */
@Injectable()
export class PaperLedgers {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly exports: PaperExportRepository,
    private readonly papers: PaperRepository,
  ) {}

  open(origin: PaperOrigin): PaperLedger {
    return new PaperLedger(origin, (papers, forms) =>
      this.uow.run(async (manager) => {
        await this.hold(manager, origin.asked);
        await this.papers.add(manager, papers, forms);
      }),
    );
  }

  /** @throws JobLeaseLost where another try has begun since */
  async hold(manager: EntityManager, { id, attempt }: PaperExport): Promise<PaperExport> {
    const row = await this.exports.hold(manager, id);
    if (row?.attempt !== attempt || row.finishedAt !== null) throw new JobLeaseLost();
    return row;
  }
}
