import { Entity, Index } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
  TextColumn,
} from '../../../platform/database/columns.js';
import type { ChannelKind, MailSettings, PostSettings } from '../channel-kinds.js';

/** A way out of the program: a mail server, a group robot, another program. */
@Entity('channel')
@Index('ix_channel_organisation', ['organisationId'])
export class Channel {
  @IdColumn()
  id: string;

  @StringColumn(16)
  kind: ChannelKind;

  /** Whose it is; a robot gets the notices about the units at and below it. */
  @IdOfColumn()
  @References('Organisation', 'fk_channel_organisation')
  organisationId: string;

  @StringColumn(100)
  name: string;

  /** Off: messages wait. */
  @BooleanColumn()
  active: boolean;

  /** What may be seen. */
  @JsonColumn()
  settings: MailSettings | PostSettings;

  /** `ChannelSecrets`, encrypted; null where there are none. */
  @TextColumn({ nullable: true })
  secrets: string | null;

  /** Tries in a row after which nothing else could be sent either. */
  @IntegerColumn()
  failures: number;

  /** Nothing is tried before. */
  @InstantColumn({ nullable: true })
  retryAt: string | null;

  @InstantColumn()
  createdAt: string;

  @InstantColumn({ nullable: true })
  removedAt: string | null;

  @IntegerColumn()
  version: number;
}
