import type { RulePack } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';

/** A published rule pack. Never changed once published: stored lights name it (R49). */
@Entity('rule_pack_version')
@Unique('uq_rule_pack_version_pack_version', ['packId', 'version'])
export class RulePackVersion {
  /** `ratio@1`. */
  @IdColumn()
  ref: string;

  @StringColumn(30)
  packId: string;

  @IntegerColumn()
  version: number;

  @JsonColumn()
  content: RulePack;

  @InstantColumn()
  publishedAt: string;

  /** Null for a preset, which nobody wrote. */
  @StringColumn(64, { nullable: true })
  publishedBy: string | null;

  /** Why it was published. */
  @TextColumn({ nullable: true })
  note: string | null;
}
