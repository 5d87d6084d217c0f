import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { actorAt, holdsEverywhere, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog } from '../../audit/index.js';
import { OrganisationAccess, OrganisationRepository, type Organisation } from '../../organisations/index.js';
import type { ChannelSecrets } from '../channel-kinds.js';
import type { ChannelChanges, NewChannelInput } from '../http/channels.dto.js';
import type { Channel } from '../persistence/channel.entity.js';
import { ChannelRepository } from '../persistence/channel.repository.js';
import { DeliveryRepository } from '../persistence/delivery.repository.js';
import { ChannelAccess } from './channel-access.js';
import { fillForm } from './channel-form.js';
import { ChannelSecretBox } from './channel-secrets.js';

/** Channels are made and changed by who manages settings, at the organisations where he does. */
@Injectable()
export class ManageChannels {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly organisationAccess: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
    private readonly access: ChannelAccess,
    private readonly channels: ChannelRepository,
    private readonly deliveries: DeliveryRepository,
    private readonly secrets: ChannelSecretBox,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns its id
   * @throws DomainError `not-found` for an organisation out of reach; `forbidden` for a mail server that is not the whole
   *   county's, `channel-email-exists`; `secret-key-missing`; `invalid-input` as `fillForm`
   */
  async add(user: CurrentUser, form: NewChannelInput, remoteAddress: string): Promise<string> {
    const organisation = await this.organisationAccess.require(user, form.organisationId, 'settings.manage');
    if (form.kind === 'email') requireRoot(user, organisation);
    const { settings, secrets } = fillForm(form, null);
    const id = newId();
    const { kind, name, active, organisationId } = form;
    const channel: Channel = {
      id,
      kind,
      name,
      active,
      organisationId,
      settings,
      secrets: this.secrets.seal(id, secrets),
      failures: 0,
      retryAt: null,
      createdAt: this.clock.now(),
      removedAt: null,
      version: 1,
    };
    await this.uow.run(async (manager) => {
      if (kind === 'email') await this.requireOneServer(manager, organisationId);
      await this.channels.add(manager, channel);
      await this.audit.record(manager, {
        ...actorAt(user, 'settings.manage', organisation.path),
        action: 'channels.add',
        subject: `channel/${id}`,
        after: { ...recorded(channel), ...changedSecrets({}, secrets) },
        remoteAddress,
      });
    });
    return id;
  }

  /**
   * The kind and the organisation stay as they are. What waits is tried at once.
   * @throws DomainError `not-found`, `channel-changed`, `channel-other-kind`; what `add` throws of the form
   */
  async change(user: CurrentUser, id: string, form: ChannelChanges, remoteAddress: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const { channel, path } = await this.access.hold(manager, user, id, form.version);
      if (channel.kind !== form.kind) throw new DomainError('channel-other-kind');
      const present = this.presentSecrets(channel);
      const { settings, secrets } = fillForm(form, { settings: channel.settings, secrets: present });
      const { name, active } = form;
      const change = {
        name,
        active,
        settings,
        secrets: this.secrets.seal(id, secrets),
        failures: 0,
        retryAt: null,
        version: channel.version + 1,
      };
      await this.channels.change(manager, id, change);
      await this.deliveries.hurry(manager, id, this.clock.now());
      await this.audit.record(manager, {
        ...actorAt(user, 'settings.manage', path),
        action: 'channels.change',
        subject: `channel/${id}`,
        before: recorded(channel),
        after: { ...recorded({ ...channel, ...change }), ...changedSecrets(present, secrets) },
        remoteAddress,
      });
    });
  }

  /** What waits is given up; its log stays, its secrets do not. @throws DomainError `not-found`, `channel-changed` */
  async remove(user: CurrentUser, id: string, version: number, remoteAddress: string): Promise<void> {
    await this.uow.run(async (manager) => {
      const { channel, path } = await this.access.hold(manager, user, id, version);
      const change = { active: false, secrets: null, removedAt: this.clock.now(), version: version + 1 };
      await this.channels.change(manager, id, change);
      await this.deliveries.giveUpChannel(manager, id, 'channel-removed');
      await this.audit.record(manager, {
        ...actorAt(user, 'settings.manage', path),
        action: 'channels.remove',
        subject: `channel/${id}`,
        before: recorded(channel),
        remoteAddress,
      });
    });
  }

  /** Where they cannot be read any more, all have to be entered again. */
  private presentSecrets(channel: Channel): ChannelSecrets {
    return this.secrets.isReadable(channel) ? this.secrets.open(channel) : {};
  }

  private async requireOneServer(manager: EntityManager, organisationId: string): Promise<void> {
    await this.organisations.hold(manager, [organisationId], 'exclusive');
    if ((await this.channels.mailServer(manager)) !== null) throw new DomainError('channel-email-exists');
  }
}

/** All people's e-mails go by it, so that whoever sets it up answers for all. */
function requireRoot(user: CurrentUser, { parentId }: Organisation): void {
  if (parentId !== null || !holdsEverywhere(user, 'settings.manage')) throw new DomainError('channel-email-at-root');
}

/** What the trail has of it: nothing secret. */
const recorded = ({ kind, name, active, organisationId, settings }: Channel) => ({
  kind,
  name,
  active,
  organisationId,
  ...settings,
});

/** Of a secret only that it was changed. */
function changedSecrets(before: ChannelSecrets, after: ChannelSecrets) {
  const names = (['password', 'url', 'secret'] as const).filter((name) => before[name] !== after[name]);
  return names.length === 0 ? {} : { secretsChanged: names };
}
