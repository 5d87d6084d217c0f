import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { FormPress } from '../../../../platform/documents/write/form-writing.js';
import type { StoredContent } from '../../../../platform/files/file-store.js';
import type { MonitoringRound } from '../../../reporting/index.js';
import type { ProjectToWrite } from '../../persistence/export-projects.query.js';
import type { PaperExport } from '../../persistence/paper-export.entity.js';
import { documentOf, type DocumentToWrite } from '../documents-to-write.js';
import type { PaperKind } from '../export-kinds.js';
import { titleOf } from '../file-names.js';
import type { FormSource } from '../form-source.js';
import { FormSources } from '../form-sources.js';
import { FormTemplates, type TemplateInForce } from '../form-templates.js';
import { PaperLedgers, type PaperLedger } from '../paper-ledger.js';
import { printDocument } from '../print-document.js';

const FORMAT = 'pdf';

/** A form of a project on paper, for its evidence. */
export interface EvidencePaper {
  /** Below the project's folder. */
  readonly name: string;
  readonly bytes: Uint8Array;
  /** Enters it into the ledger by the name that it has in the archive. */
  enter(file: string, content: StoredContent): Promise<void>;
}

interface Sheaf {
  readonly kind: PaperKind;
  readonly month: number | null;
  readonly source: FormSource;
  readonly template: TemplateInForce;
  readonly ledger: PaperLedger;
}

/** The official forms of the projects of an export of evidence: of every round, and of the self-evaluation. */
export class EvidenceForms {
  constructor(
    private readonly year: number,
    private readonly sheaves: readonly Sheaf[],
    private readonly press: FormPress,
  ) {}

  async *of(manager: EntityManager, project: ProjectToWrite): AsyncGenerator<EvidencePaper> {
    for (const { kind, month, source, template, ledger } of this.sheaves) {
      const forms = await source.of(manager, [project]);
      if (forms.length === 0) continue;
      const document: DocumentToWrite = documentOf(forms);
      const { bytes } = await printDocument({ press: this.press, format: FORMAT, template }, document);
      const name = `表/${titleOf(kind, this.year, month)}.${FORMAT}`;
      yield { name, bytes, enter: (file, content) => ledger.enter(document, file, content) };
    }
  }

  async flush(): Promise<void> {
    for (const { ledger } of this.sheaves) await ledger.flush();
  }

  get papers(): number {
    return this.sheaves.reduce((sum, { ledger }) => sum + ledger.count, 0);
  }
}

/** Gets everything ready that the forms of an export of evidence are made with. */
@Injectable()
export class EvidenceFormsOf {
  constructor(
    private readonly sources: FormSources,
    private readonly templates: FormTemplates,
    private readonly ledgers: PaperLedgers,
  ) {}

  async open(
    manager: EntityManager,
    asked: PaperExport,
    rounds: readonly MonitoringRound[],
    { press, at }: { readonly press: FormPress; readonly at: string },
  ): Promise<EvidenceForms> {
    const wanted = [
      ...rounds.map(({ month }) => ({ kind: 'monitoringForm', month }) as const),
      { kind: 'selfEvaluationForm', month: null } as const,
    ];
    const sheaves: Sheaf[] = [];
    for (const { kind, month } of wanted) {
      const source = await this.sources.open(manager, kind, asked.year, month);
      const template = await this.templates.inForce(manager, kind);
      const { roundState } = source;
      const origin = { asked, kind, month, format: FORMAT, templateRef: template.ref, roundState, at } as const;
      sheaves.push({ kind, month, source, template, ledger: this.ledgers.open(origin) });
    }
    return new EvidenceForms(asked.year, sheaves, press);
  }
}
