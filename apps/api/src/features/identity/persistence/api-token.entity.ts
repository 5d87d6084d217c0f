import type { Permission } from '@jixiao/domain';
import { Entity, Index, Unique } from 'typeorm';
import {
  IdColumn,
  IdOfColumn,
  InstantColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** What a machine signs its requests with. Never deleted: audit rows name it. */
@Entity('api_token')
@Unique('uq_api_token_name', ['name'])
@Index('ix_api_token_organisation', ['organisationId'])
export class ApiToken {
  @IdColumn()
  id: string;

  /** The machine or program that has it. */
  @StringColumn(50)
  name: string;

  /** SHA-256 of the secret, hexadecimal: the secret is random, so nobody can guess it from the digest. */
  @StringColumn(64)
  secretHash: string;

  /** Where the permissions hold, with everything below. */
  @IdOfColumn()
  @References('Organisation', 'fk_api_token_organisation')
  organisationId: string;

  @JsonColumn()
  permissions: readonly Permission[];

  @StringColumn(64)
  createdBy: string;

  @InstantColumn()
  createdAt: string;

  @InstantColumn()
  expiresAt: string;

  /** To the minute. */
  @InstantColumn({ nullable: true })
  lastUsedAt: string | null;

  @InstantColumn({ nullable: true })
  revokedAt: string | null;

  @StringColumn(64, { nullable: true })
  revokedBy: string | null;
}
