import { Entity, PrimaryColumn } from 'typeorm';
import { IdOfColumn, InstantColumn, References, StringColumn } from '../../../platform/database/columns.js';

@Entity('fiscal_year')
export class FiscalYear {
  @PrimaryColumn({ type: 'int' })
  year: number;

  @StringColumn(16)
  status: 'open' | 'closed';

  @InstantColumn()
  createdAt: string;

  /** Rule pack of the rounds that are opened from now on; null for the default one. */
  @IdOfColumn({ nullable: true })
  @References('RulePackVersion', 'fk_fiscal_year_rule_pack')
  rulePackRef: string | null;
}
