import { isForTokens, type Permission } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holdsAt, type CurrentUser } from '../../../platform/http/access.js';
import { Clock } from '../../../platform/runtime/clock.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { newId } from '../../../platform/runtime/ids.js';
import { AuditLog, type AuditRecord } from '../../audit/index.js';
import { ApiToken } from '../persistence/api-token.entity.js';
import { ApiTokenRepository } from '../persistence/api-token.repository.js';
import { AccessNews } from './access-news.js';
import { OrganisationDirectory } from './organisation-directory.js';
import { digestOf, newSecret, tokenText } from './token-text.js';

const DAY_MS = 24 * 60 * 60 * 1000;
const NAME = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,49}$/u;

export interface NewToken {
  readonly name: string;
  readonly organisationId: string;
  readonly permissions: readonly Permission[];
  readonly days: number;
}

/** A token with the name of its organisation, without its secret. */
export interface ShownToken {
  readonly token: ApiToken;
  readonly organisationName: string;
}

/** Tokens are made and withdrawn by who manages people, at the organisations where he does. */
@Injectable()
export class ManageTokens {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly clock: Clock,
    private readonly tokens: ApiTokenRepository,
    private readonly organisations: OrganisationDirectory,
    private readonly news: AccessNews,
    private readonly audit: AuditLog,
  ) {}

  /**
   * @returns the token and its text, which is stored nowhere and can never be shown again
   * @throws DomainError `token-name-invalid`, `token-name-taken`; `token-permission-refused` for what is not for machines,
   *   by which one administrator could do alone what takes several people; `not-found` for an organisation at which the
   *   caller does not manage people
   */
  async add(user: CurrentUser, wanted: NewToken, remoteAddress: string | null): Promise<ShownToken & { text: string }> {
    if (!NAME.test(wanted.name)) throw new DomainError('token-name-invalid');
    if (!wanted.permissions.every(isForTokens)) throw new DomainError('token-permission-refused');
    const organisationName = await this.managed(user, wanted.organisationId);
    const secret = newSecret();
    const { name, organisationId } = wanted;
    const permissions = [...new Set(wanted.permissions)];
    const token = Object.assign(new ApiToken(), {
      id: newId(),
      name,
      secretHash: digestOf(secret),
      organisationId,
      permissions,
      createdBy: user.username,
      createdAt: this.clock.now(),
      expiresAt: this.clock.later(wanted.days * DAY_MS),
      lastUsedAt: null,
      revokedAt: null,
      revokedBy: null,
    } satisfies ApiToken);
    await this.uow.run(async (manager) => {
      if ((await this.tokens.byName(manager, name)) !== null) throw new DomainError('token-name-taken', { name });
      await this.tokens.add(manager, token);
      await this.audit.record(manager, {
        actor: user.username,
        action: 'identity.add-token',
        subject: `token/${token.id}`,
        after: { name, organisationId, permissions, expiresAt: token.expiresAt },
        remoteAddress,
      });
    });
    return { token, organisationName, text: tokenText({ id: token.id, secret }) };
  }

  /** Newest first, also those that are good no more. */
  async list(user: CurrentUser): Promise<ShownToken[]> {
    const tokens = await this.tokens.all(this.uow.reader);
    const places = await this.organisations.byIds(tokens.map(({ organisationId }) => organisationId));
    return tokens.flatMap((token) => {
      const place = places.get(token.organisationId);
      return place && holdsAt(user, 'users.manage', place.path) ? [{ token, organisationName: place.name }] : [];
    });
  }

  /**
   * Ends a token at once; done also where it was revoked before.
   * @param idOrName for people at the command line, who know it by its name
   * @throws DomainError `not-found`
   */
  async revoke(user: CurrentUser, idOrName: string, remoteAddress: string | null): Promise<void> {
    const { reader } = this.uow;
    const token = (await this.tokens.byId(reader, idOrName)) ?? (await this.tokens.byName(reader, idOrName));
    if (token === null) throw new DomainError('not-found');
    await this.managed(user, token.organisationId);
    await this.uow.run((manager) => this.end(manager, token, user.username, remoteAddress));
  }

  /** Ends all tokens that a person has made: when the account is closed, nobody answers for them any more. */
  async revokeAllBy(
    manager: EntityManager,
    maker: string,
    { actor, remoteAddress }: { readonly actor: string; readonly remoteAddress: string },
  ): Promise<void> {
    for (const token of await this.tokens.goodBy(manager, maker)) await this.end(manager, token, actor, remoteAddress);
  }

  private async end(
    manager: EntityManager,
    { id, name, createdBy }: ApiToken,
    actor: string,
    remoteAddress: string | null,
  ): Promise<void> {
    if (!(await this.tokens.revoke(manager, id, this.clock.now(), actor))) return;
    this.news.changed(id);
    const entry: AuditRecord = { actor, action: 'identity.revoke-token', subject: `token/${id}` };
    await this.audit.record(manager, { ...entry, before: { name, createdBy }, remoteAddress });
  }

  /** @returns the organisation's name */
  private async managed(user: CurrentUser, organisationId: string): Promise<string> {
    const place = (await this.organisations.byIds([organisationId])).get(organisationId);
    if (place === undefined || !holdsAt(user, 'users.manage', place.path)) throw new DomainError('not-found');
    return place.name;
  }
}
