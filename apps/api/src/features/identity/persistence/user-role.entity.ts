import type { Role } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import { DayColumn, IdColumn, IdOfColumn, References, StringColumn } from '../../../platform/database/columns.js';

/** A role that a person holds at an organisation and everywhere below it. */
@Entity('user_role')
@Unique('uq_user_role_user_role_organisation', ['userId', 'role', 'organisationId'])
@Index('ix_user_role_organisation', ['organisationId'])
export class UserRole {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('UserAccount', 'fk_user_role_user')
  userId: string;

  @StringColumn(32)
  role: Role;

  @IdOfColumn()
  @References('Organisation', 'fk_user_role_organisation')
  organisationId: string;

  /** First day on which it is held, where it was handed over from a later day on; null: held since it was given. */
  @DayColumn({ nullable: true })
  validFrom: string | null;

  /** Last day on which it is held, where it was handed over; null: until it is taken. */
  @DayColumn({ nullable: true })
  validUntil: string | null;
}
