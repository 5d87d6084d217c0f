import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { writeTemplateWorkbook } from '../../../platform/documents/write/template-workbook.js';
import { PeopleNames } from '../../identity/index.js';
import type { TemplateList, TemplateVersionView } from '../http/form-templates.dto.js';
import type { FormTemplateVersion } from '../persistence/form-template.entity.js';
import { FormTemplateRepository } from '../persistence/form-template.repository.js';
import { PAPER_KINDS, type PaperKind } from './export-kinds.js';
import { FormTemplates, SHIPPED_VERSION, templateRef } from './form-templates.js';

/** The versions of the official forms, and each as a workbook to be changed. */
@Injectable()
export class TemplatesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly templates: FormTemplates,
    private readonly rows: FormTemplateRepository,
    private readonly names: PeopleNames,
  ) {}

  /** Of each form the newest first. */
  async list(): Promise<TemplateList> {
    const { reader } = this.uow;
    const rows = await this.rows.all(reader);
    const views = PAPER_KINDS.flatMap((kind) =>
      viewsOf(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    );
    return { items: await this.names.beside(reader, views, 'publishedBy') };
  }

  /** @throws DomainError `not-found` */
  async workbook(kind: PaperKind, version: number | undefined): Promise<{ file: string; bytes: Uint8Array }> {
    const { reader } = this.uow;
    const template =
      version === undefined
        ? await this.templates.inForce(reader, kind)
        : await this.templates.version(reader, kind, version);
    return { file: `${template.ref}.xlsx`, bytes: await writeTemplateWorkbook(template.content) };
  }
}

type Unnamed = Omit<TemplateVersionView, 'publishedByName'>;

function viewsOf(kind: PaperKind, rows: readonly FormTemplateVersion[]): Unnamed[] {
  const published = rows.map(({ id, version, content, note, publishedBy, publishedAt }, place): Unnamed => ({
    ref: id,
    kind,
    version,
    inForce: place === 0,
    shipped: content === null,
    note,
    publishedBy,
    publishedAt,
  }));
  const shipped: Unnamed = {
    ref: templateRef(kind, SHIPPED_VERSION),
    kind,
    version: SHIPPED_VERSION,
    inForce: rows.length === 0,
    shipped: true,
    note: null,
    publishedBy: null,
    publishedAt: null,
  };
  return [...published, shipped];
}
