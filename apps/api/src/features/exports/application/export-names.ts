import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { namesOf } from '../../../platform/database/names-of.js';
import type { PaperExport } from '../persistence/paper-export.entity.js';
import type { DocumentToWrite } from './documents-to-write.js';
import type { PaperKind } from './export-kinds.js';
import { plainName, titleOf } from './file-names.js';

const PROJECTS = { table: 'project', name: 'name' };
const UNITS = { table: 'organisation', name: 'name' };
const EVERYTHING = '全部项目';

/** What files are called that are given out. */
@Injectable()
export class ExportNames {
  /** Of the whole, without an ending: whose it is, and what it is. */
  async of(manager: EntityManager, { kind, year, month, projectId, organisationId }: PaperExport): Promise<string> {
    const id = projectId ?? organisationId;
    const names = id === null ? null : await namesOf(manager, projectId === null ? UNITS : PROJECTS, [id]);
    const whose = id === null ? EVERYTHING : (names?.get(id) ?? EVERYTHING);
    return `${plainName(whose)}_${titleOf(kind, year, month)}`;
  }

  /** Of a document: of a project each in the folder of its unit, or of a unit. */
  ofDocument(
    { year, month, packaging }: PaperExport,
    kind: PaperKind,
    { organisationCode, organisationName, forms }: DocumentToWrite,
  ): { readonly folder: string; readonly name: string } {
    const unit = plainName(`${organisationCode}${organisationName}`);
    const title = titleOf(kind, year, month);
    const [form] = forms;
    if (packaging === 'perUnit' || form === undefined) return { folder: '', name: `${unit}_${title}` };
    return { folder: `${unit}/`, name: `${plainName(form.project.name)}_${title}` };
  }
}
