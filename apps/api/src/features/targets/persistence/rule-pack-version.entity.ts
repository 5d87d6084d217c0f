import type { RulePack } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  IdColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  StringColumn,
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
}
