import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { AuditLog } from '../../audit/index.js';
import type { PreferenceInput, PreferenceView } from '../http/preferences.dto.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import { DigestRepository } from '../persistence/digest.repository.js';
import type { NotificationPreference } from '../persistence/notification-preference.entity.js';
import { PreferenceRepository } from '../persistence/preference.repository.js';

/** How a person wants to be told by e-mail; everybody chooses for himself. */
@Injectable()
export class OwnPreference {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly preferences: PreferenceRepository,
    private readonly channels: ChannelRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly digests: DigestRepository,
    private readonly audit: AuditLog,
    private readonly clock: Clock,
  ) {}

  async read({ userId }: CurrentUser): Promise<PreferenceView> {
    const { reader } = this.uow;
    const { email, mode, locale, version } = (await this.preferences.of(reader, userId)) ?? NOTHING_CHOSEN;
    const mailReady = (await this.channels.mailServer(reader))?.active ?? false;
    return { email, mode, locale, version, mailReady };
  }

  /** @throws DomainError `preference-changed`; `invalid-input` where e-mails are wanted and there is no address */
  async save(user: CurrentUser, input: PreferenceInput, remoteAddress: string): Promise<PreferenceView> {
    const { email, mode, locale } = input;
    if (mode !== 'none' && email === null) {
      throw new DomainError('invalid-input', {}, [{ path: 'email', code: 'required' }]);
    }
    await this.uow.run(async (manager) => {
      const { userId } = user;
      const before = (await this.preferences.hold(manager, userId)) ?? NOTHING_CHOSEN;
      if (before.version !== input.version) throw new DomainError('preference-changed');
      const now = this.clock.now();
      const saved = { userId, email, mode, locale, changedAt: now, version: before.version + 1 };
      await this.preferences.save(manager, saved);
      if (mode === 'none') await this.dropDigest(manager, userId);
      if (email !== null && email !== before.email) await this.deliveries.hurryPerson(manager, userId, now);
      await this.audit.record(manager, {
        actor: user.username,
        action: 'channels.change-preference',
        subject: `user/${userId}`,
        before: recorded(before),
        after: recorded(saved),
        remoteAddress,
      });
    });
    return this.read(user);
  }

  private async dropDigest(manager: Parameters<DigestRepository['waiting']>[0], userId: string): Promise<void> {
    const waiting = await this.digests.waiting(manager, userId);
    await this.digests.remove(
      manager,
      waiting.map(({ id }) => id),
    );
  }
}

type Choice = Pick<NotificationPreference, 'email' | 'mode' | 'locale' | 'version'>;
const NOTHING_CHOSEN: Choice = { email: null, mode: 'none', locale: 'zh', version: 0 };

const recorded = ({ email, mode, locale }: Choice) => ({ email, mode, locale });
