import { Injectable } from '@nestjs/common';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import type { MailSettings, PostedKind } from '../channel-kinds.js';
import type { Channel } from '../persistence/channel.entity.js';
import type { DeliveryError } from '../persistence/delivery.entity.js';
import { sendMail } from '../sending/mail.js';
import { toDingTalk, toFeishu, toWebhook, toWeCom, type Poster } from '../sending/robots.js';
import { SendFailure, type Message } from '../sending/sending.js';
import { ChannelSecretBox } from './channel-secrets.js';

const POSTERS: Readonly<Record<PostedKind, Poster>> = {
  wecom: toWeCom,
  dingtalk: toDingTalk,
  feishu: toFeishu,
  webhook: toWebhook,
};

/** What became of a try. */
export type SendOutcome =
  | { readonly sent: true }
  | { readonly sent: false; readonly about: SendFailure['about']; readonly error: DeliveryError };

/** Sends one message by a channel. Whatever goes wrong is an outcome, in codes that hold no secret. */
@Injectable()
export class SendMessage {
  constructor(
    private readonly secrets: ChannelSecretBox,
    private readonly clock: Clock,
  ) {}

  async run(channel: Channel, message: Message, address: string | null): Promise<SendOutcome> {
    try {
      await this.send(channel, message, address);
      return { sent: true };
    } catch (error) {
      return outcomeOf(error);
    }
  }

  private async send(channel: Channel, message: Message, address: string | null): Promise<void> {
    const secrets = this.secrets.open(channel);
    if (channel.kind === 'email') {
      return sendMail(message, address ?? '', channel.settings as MailSettings, secrets);
    }
    return POSTERS[channel.kind](message, secrets, new Date(this.clock.now()));
  }
}

function outcomeOf(error: unknown): SendOutcome {
  if (error instanceof SendFailure) {
    return { sent: false, about: error.about, error: { code: error.code, params: error.params } };
  }
  if (error instanceof DomainError) {
    return { sent: false, about: 'channel', error: { code: error.code, params: error.params } };
  }
  // The message of an unknown error may quote what was sent: its name has to do.
  const reason = error instanceof Error ? error.name : 'unknown';
  return { sent: false, about: 'message', error: { code: 'send-unreachable', params: { reason } } };
}
