import { Injectable } from '@nestjs/common';
import { SecretBox } from '../../../platform/secrets/secret-box.js';
import type { ChannelSecrets } from '../channel-kinds.js';
import type { Channel } from '../persistence/channel.entity.js';

/** What nobody may see of a channel, encrypted and opened in one place. */
@Injectable()
export class ChannelSecretBox {
  constructor(private readonly box: SecretBox) {}

  /** Whether anything secret can be stored. */
  get isReady(): boolean {
    return this.box.isReady;
  }

  /** @returns null where nothing is secret @throws DomainError `secret-key-missing` */
  seal(channelId: string, secrets: ChannelSecrets): string | null {
    return Object.keys(secrets).length === 0 ? null : this.box.seal(placeOf(channelId), JSON.stringify(secrets));
  }

  /** @throws DomainError `secret-key-missing`, `secret-unreadable` */
  open({ id, secrets }: Pick<Channel, 'id' | 'secrets'>): ChannelSecrets {
    return secrets === null ? {} : (JSON.parse(this.box.open(placeOf(id), secrets)) as ChannelSecrets);
  }

  isReadable(channel: Pick<Channel, 'id' | 'secrets'>): boolean {
    try {
      this.open(channel);
      return true;
    } catch {
      return false;
    }
  }
}

const placeOf = (channelId: string): string => `channel/${channelId}`;
