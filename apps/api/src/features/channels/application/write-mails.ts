import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { groupBy } from '../../../platform/runtime/group-by.js';
import type { ToldNotice } from '../../notifications/index.js';
import type { Channel } from '../persistence/channel.entity.js';
import { DigestRepository } from '../persistence/digest.repository.js';
import type { OutgoingMessage } from '../persistence/outgoing-message.entity.js';
import { PreferenceRepository } from '../persistence/preference.repository.js';
import { chunksOf, messageOf, type Draft } from './outbox.js';

/** Makes e-mails of what people are told, as each wants it: one for all that is told at a time, or with the next digest. */
@Injectable()
export class WriteMails {
  constructor(
    private readonly preferences: PreferenceRepository,
    private readonly digests: DigestRepository,
  ) {}

  /** Stores what waits for digests. @returns the e-mails that go at once */
  async run(manager: EntityManager, server: Channel, notices: readonly ToldNotice[]): Promise<readonly Draft[]> {
    const byPerson = groupBy(notices, ({ recipientId }) => recipientId);
    const wanting = await this.preferences.wanting(manager, [...byPerson.keys()]);
    const drafts: Draft[] = [];
    const waiting: OutgoingMessage[] = [];
    for (const [recipientId, own] of byPerson) {
      const preference = wanting.get(recipientId);
      if (preference === undefined) continue;
      if (preference.mode === 'digest') {
        waiting.push(...own.map((notice) => messageOf(notice, recipientId, null)));
        continue;
      }
      const { email: address, locale } = preference;
      const mail = { channel: server, recipientId, address, locale, purpose: 'notices' } as const;
      drafts.push(...chunksOf(own).map((chunk) => ({ ...mail, notices: chunk })));
    }
    await this.digests.add(manager, waiting);
    return drafts;
  }
}
