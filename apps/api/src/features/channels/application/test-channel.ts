import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, type CurrentUser } from '../../../platform/http/access.js';
import type { Locale } from '../../../platform/http/message-catalogue.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { TestInput } from '../http/channels.dto.js';
import { PreferenceRepository } from '../persistence/preference.repository.js';
import { ChannelAccess } from './channel-access.js';
import { Outbox } from './outbox.js';

/** Sends a message that says that it is a test, by a channel that may be switched off still. It is tried once. */
@Injectable()
export class TestChannel {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly access: ChannelAccess,
    private readonly preferences: PreferenceRepository,
    private readonly outbox: Outbox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * By a job, for it is the workers that have to reach the receiver.
   * @returns id of the delivery, whose log says what became of it
   * @throws DomainError `not-found`; `channel-test-address` where an e-mail has no address to go to
   */
  async run(
    user: CurrentUser,
    id: string,
    { address: wanted }: TestInput,
    locale: Locale,
    remoteAddress: string,
  ): Promise<string> {
    return this.uow.run(async (manager) => {
      const { channel, path } = await this.access.require(manager, user, id);
      const isMail = channel.kind === 'email';
      const own = isMail && wanted === undefined ? (await this.preferences.of(manager, user.userId))?.email : null;
      const address = isMail ? (wanted ?? own ?? null) : null;
      if (isMail && address === null) throw new DomainError('channel-test-address');
      const test = { channel, recipientId: null, address, locale, purpose: 'test', notices: [] } as const;
      const [deliveryId = ''] = await this.outbox.put(manager, [test]);
      await this.audit.record(manager, {
        ...actorAt(user, 'settings.manage', path),
        action: 'channels.test',
        subject: `channel/${id}`,
        after: { deliveryId, ...(address === null ? {} : { address }) },
        remoteAddress,
      });
      return deliveryId;
    });
  }
}
