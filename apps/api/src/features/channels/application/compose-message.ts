import { Inject, Injectable } from '@nestjs/common';
import type { AppConfig } from '../../../config/app-config.js';
import { APP_CONFIG } from '../../../config/config.module.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { noticeSentence, pageOf } from '../../notifications/index.js';
import type { Delivery } from '../persistence/delivery.entity.js';
import type { OutgoingMessage } from '../persistence/outgoing-message.entity.js';
import type { Message, MessageItem } from '../sending/sending.js';

/** Words a message in the language of whom it is for; what each notice says is the notification's own sentence. */
@Injectable()
export class ComposeMessage {
  constructor(
    private readonly catalogue: MessageCatalogue,
    private readonly clock: Clock,
    @Inject(APP_CONFIG) private readonly config: AppConfig,
  ) {}

  run({ id, purpose, locale, address }: Delivery, messages: readonly OutgoingMessage[]): Message {
    const items = messages.map((message) => this.item(message, locale));
    const say = (code: string, params: Readonly<Record<string, string | number>> = {}): string =>
      this.catalogue.sentence({ code, params }, locale);
    const [only] = items;
    const subject =
      purpose === 'notices'
        ? items.length === 1
          ? say('message-subject-one', { sentence: only?.sentence ?? '' })
          : say('message-subject-many', { n: items.length })
        : say(`message-subject-${purpose}`, { n: items.length, today: this.clock.today() });
    const settings = this.config.publicUrl === null ? [] : [`${this.config.publicUrl}/me`];
    return {
      id,
      purpose,
      locale,
      subject,
      items,
      opening: [say(purpose === 'test' ? 'message-opening-test' : 'message-opening')],
      closing: address === null ? [] : ['', say('message-closing-mail'), ...settings],
      more: this.catalogue.template('message-more', locale),
    };
  }

  private item({ kind, params, projectId, unitId, createdAt }: OutgoingMessage, locale: Locale): MessageItem {
    const sentence = noticeSentence(this.catalogue, { kind, params }, locale);
    const place = {
      page: pageOf(kind),
      year: params['year'],
      month: params['month'],
      unit: params['organisationId'],
      project: projectId ?? undefined,
      kind,
      subject: params['subjectId'],
    };
    return { kind, params, sentence, link: this.link(place), projectId, unitId, createdAt };
  }

  /** The page leads on to where the reader sees it, so that no page's address is known here. */
  private link(place: Readonly<Record<string, string | number | undefined>>): string | null {
    if (this.config.publicUrl === null) return null;
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(place)) if (value !== undefined) query.set(name, String(value));
    return `${this.config.publicUrl}/go?${query.toString()}`;
  }
}
