import { Entity, PrimaryColumn } from 'typeorm';
import { InstantColumn, StringColumn } from '../../../platform/database/columns.js';

@Entity('fiscal_year')
export class FiscalYear {
  @PrimaryColumn({ type: 'int' })
  year: number;

  @StringColumn(16)
  status: 'open' | 'closed';

  @InstantColumn()
  createdAt: string;
}
