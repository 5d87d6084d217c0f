import { Entity, Index } from 'typeorm';
import { IdColumn, IdOfColumn, InstantColumn, References, StringColumn } from '../../../platform/database/columns.js';

/** A password that a person had before, kept so that it is not taken again soon. */
@Entity('former_password')
@Index('ix_former_password_user', ['userId'])
export class FormerPassword {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('UserAccount', 'fk_former_password_user')
  userId: string;

  @StringColumn(255)
  passwordHash: string;

  @InstantColumn()
  replacedAt: string;
}
