import type { FormTemplate } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
} from '../../../platform/database/columns.js';
import type { PaperKind } from '../application/export-kinds.js';

/** A version of an official form as an authority wants it printed. Never changed; the newest one is in force. */
@Entity('form_template')
@Unique('uq_form_template_kind_version', ['kind', 'version'])
export class FormTemplateVersion {
  /** `monitoring-form@2`: version 1 is the one that the program comes with and has no row. */
  @IdColumn()
  id: string;

  @StringColumn(32)
  kind: PaperKind;

  @IntegerColumn()
  version: number;

  /** Null where this version is the one that the program comes with again. */
  @JsonColumn({ nullable: true })
  content: FormTemplate | null;

  @StringColumn(500, { nullable: true })
  note: string | null;

  @StringColumn(64)
  publishedBy: string;

  @InstantColumn()
  publishedAt: string;
}
