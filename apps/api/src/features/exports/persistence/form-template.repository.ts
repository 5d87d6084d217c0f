import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { PaperKind } from '../application/export-kinds.js';
import { FormTemplateVersion } from './form-template.entity.js';

/** Versions of templates that finance has published; there is no way to change or delete one. */
@Injectable()
export class FormTemplateRepository {
  /** Newest first. */
  all(manager: EntityManager): Promise<FormTemplateVersion[]> {
    return manager.find(FormTemplateVersion, { order: { kind: 'ASC', version: 'DESC' } });
  }

  newest(manager: EntityManager, kind: PaperKind): Promise<FormTemplateVersion | null> {
    return manager.findOne(FormTemplateVersion, { where: { kind }, order: { version: 'DESC' } });
  }

  version(manager: EntityManager, kind: PaperKind, version: number): Promise<FormTemplateVersion | null> {
    return manager.findOneBy(FormTemplateVersion, { kind, version });
  }

  async insert(manager: EntityManager, row: FormTemplateVersion): Promise<void> {
    await manager.insert(FormTemplateVersion, row);
  }
}
