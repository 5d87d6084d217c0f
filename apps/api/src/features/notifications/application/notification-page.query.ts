import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import type { CurrentUser } from '../../../platform/http/access.js';
import { MessageCatalogue, type Locale } from '../../../platform/http/message-catalogue.js';
import type { NotificationFilter, NotificationPage, NotificationView } from '../http/notifications.dto.js';
import type { Notification } from '../persistence/notification.entity.js';
import { NotificationRepository } from '../persistence/notification.repository.js';
import { pageOf } from './notice-kinds.js';
import { noticeSentence } from './notice-sentence.js';

/** What a person was told, newest first, and how much of it is unread. */
@Injectable()
export class NotificationPageQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly notifications: NotificationRepository,
    private readonly catalogue: MessageCatalogue,
  ) {}

  async run(user: CurrentUser, { unread, page, size }: NotificationFilter, locale: Locale): Promise<NotificationPage> {
    const manager = this.uow.reader;
    const filter = { unread: unread === 'true', page, size };
    const [rows, total] = await this.notifications.page(manager, user.userId, filter);
    const items = rows.map((row) => this.view(row, locale));
    return { items, total, unread: await this.notifications.unreadCount(manager, user.userId) };
  }

  private view({ id, kind, params, projectId, createdAt, readAt }: Notification, locale: Locale): NotificationView {
    return {
      id,
      kind,
      message: noticeSentence(this.catalogue, { kind, params }, locale),
      page: pageOf(kind),
      year: Number(params.year),
      month: params.month === undefined ? null : Number(params.month),
      organisationId: params.organisationId === undefined ? null : String(params.organisationId),
      projectId,
      subjectId: params.subjectId === undefined ? null : String(params.subjectId),
      createdAt,
      readAt,
    };
  }
}
