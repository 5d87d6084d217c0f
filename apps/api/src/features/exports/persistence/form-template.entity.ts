import { Entity, Unique } from 'typeorm';
import { IdColumn, InstantColumn, IntegerColumn, JsonColumn, StringColumn } from '../../../platform/database/columns.js';
import type { FormKind } from '../application/export-kinds.js';

/** A version of an official form as an authority wants it printed. Never changed; the newest one is in force. */
@Entity('form_template')
@Unique('uq_form_template_kind_version', ['kind', 'version'])
export class FormTemplateVersion {
  /** `monitoringForm@2`: version 1 is the one that the program comes with and has no row. */
  @IdColumn()
  id: string;

  @StringColumn(32)
  kind: FormKind;

  @IntegerColumn()
  version: number;

  /** Null where this version is the one that the program comes with again. */
  @JsonColumn({ nullable: true })
  content: unknown;

  @StringColumn(500, { nullable: true })
  note: string | null;

  @StringColumn(64)
  publishedBy: string;

  @InstantColumn()
  publishedAt: string;
}
