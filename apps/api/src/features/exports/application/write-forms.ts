import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { openFormPress } from '../../../platform/documents/write/form-press.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { Pace } from '../../../platform/runtime/pace.js';
import { ExportProjectsQuery } from '../persistence/export-projects.query.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import { DocumentsToWrite } from './documents-to-write.js';
import { ExportNames } from './export-names.js';
import { isPaperKind, type PaperFormat, type PaperKind } from './export-kinds.js';
import { openOutput, type ExportOutput } from './export-output.js';
import { UniqueNames } from './file-names.js';
import { FormSources } from './form-sources.js';
import { FormTemplates } from './form-templates.js';
import { inOrder } from './in-order.js';
import { PaperLedgers, type PaperLedger } from './paper-ledger.js';
import { printDocument, type PrintedDocument } from './print-document.js';
import type { WrittenExport } from './written-export.js';

/** Documents that are being written while one is stored. */
const AHEAD = 4;

/** Writes official forms: read in pages, printed beside the program, and entered into the ledger one by one. */
@Injectable()
export class WriteForms {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly projects: ExportProjectsQuery,
    private readonly documents: DocumentsToWrite,
    private readonly sources: FormSources,
    private readonly templates: FormTemplates,
    private readonly ledgers: PaperLedgers,
    private readonly names: ExportNames,
    private readonly clock: Clock,
  ) {}

  async run(asked: PaperExport, path: string, pace: Pace): Promise<WrittenExport> {
    const { kind, format, year, month } = asked;
    if (!isPaperKind(kind) || format === null) throw new Error(`Export ${asked.id} is none of forms`);
    const { reader } = this.uow;
    const listed = await this.projects.ids(reader, asked);
    const source = await this.sources.open(reader, kind, year, month);
    const template = await this.templates.inForce(reader, kind);
    const { roundState } = source;
    const at = this.clock.now();
    const ledger = this.ledgers.open({ asked, kind, month, format, templateRef: template.ref, roundState, at });
    const isSingle = this.documents.count(asked, listed) === 1;
    const press = openFormPress();
    const output = await openOutput(path, isSingle);
    try {
      const print = { press, format, template };
      const printed = inOrder(this.documents.of(asked, listed, source), AHEAD, (document) =>
        printDocument(print, document),
      );
      const progress = { pace, total: listed.length };
      const first = await this.store(printed, { asked, kind, format, isSingle, output, ledger, progress });
      await ledger.flush();
      if (first.projects === 0) throw new DomainError('export-empty');
      const content = await output.finish();
      const file = isSingle ? first.file : `${await this.names.of(reader, asked)}.zip`;
      return { file, content, projects: first.projects, papers: ledger.count };
    } catch (error) {
      await output.abandon();
      throw error;
    } finally {
      await press.close();
    }
  }

  /** @returns how many projects there were, and the name of the first document */
  private async store(
    printed: AsyncIterable<PrintedDocument>,
    { asked, kind, format, isSingle, output, ledger, progress }: Storing,
  ): Promise<{ readonly file: string; readonly projects: number }> {
    const names = new UniqueNames();
    let [first, projects] = ['', 0];
    for await (const { document, bytes } of printed) {
      const { folder, name } = this.names.ofDocument(asked, kind, document);
      const file = names.of(isSingle ? '' : folder, name, `.${format}`);
      await ledger.enter(document, file, await output.add(file, bytes));
      first ||= file;
      projects += document.forms.length;
      progress.pace.report(projects, progress.total);
      await progress.pace.breathe();
    }
    return { file: first, projects };
  }
}

interface Storing {
  readonly asked: PaperExport;
  readonly kind: PaperKind;
  readonly format: PaperFormat;
  readonly isSingle: boolean;
  readonly output: ExportOutput;
  readonly ledger: PaperLedger;
  readonly progress: { readonly pace: Pace; readonly total: number };
}
