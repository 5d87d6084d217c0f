import type { IncomingHttpHeaders } from 'node:http';
import { applyDecorators, createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import { ApiExtension } from '@nestjs/swagger';
import type { Permission, Role } from '@jixiao/domain';
import type { FastifyRequest } from 'fastify';
import { localeOf, type Locale } from './message-catalogue.js';

/** A role held at an organisation, which reaches to everything below it. */
export interface HeldRole {
  readonly role: Role;
  readonly organisationId: string;
  readonly organisationName: string;
  /** Username of the person whose role it is, where it is held as a deputy. */
  readonly onBehalfOf?: string;
}

/** Paths of the organisations (`/id/id/`) below which each permission holds; absent where it is not held. */
export type Scope = Readonly<Partial<Record<Permission, readonly string[]>>>;

/** What a deputy holds in his own name, and what each of those has lent him whose deputy he is. */
export interface Deputyship {
  readonly own: Scope;
  /** In the order of their appointments. */
  readonly lenders: readonly { readonly username: string; readonly scope: Scope }[];
}

/** The signed-in person of a request, or the token that a machine signs it with (`token:<name>`). */
export interface CurrentUser {
  readonly userId: string;
  readonly username: string;
  readonly displayName: string;
  readonly roles: readonly HeldRole[];
  /** All that the person holds, what is lent to him among it. */
  readonly scope: Scope;
  /** Usernames of those whose roles are held as a deputy today. */
  readonly actsFor: readonly string[];
  /** Where what is held comes from; absent where nobody has lent anything. */
  readonly deputyship?: Deputyship;
  /** Why the person has to choose a new password before anything else; null where not. */
  readonly passwordDue?: 'first' | 'expired' | null;
}

const BEARER = /^Bearer(?:\s+(.*))?$/i;

/** The token of a request that is signed with one, null where there is none. */
export const bearerOf = ({ authorization }: Pick<IncomingHttpHeaders, 'authorization'>): string | null => {
  const match = BEARER.exec(authorization ?? '');
  return match === null ? null : (match[1] ?? '');
};

/** Path prefixes below which `user` holds `permission`; empty where nowhere. */
export const scopeOf = (user: CurrentUser, permission: Permission): readonly string[] => user.scope[permission] ?? [];

export const holds = (user: CurrentUser, permission: Permission): boolean => scopeOf(user, permission).length > 0;

/** Whether `user` holds `permission` at the organisation of this path. */
export const holdsAt = (user: CurrentUser, permission: Permission, organisationPath: string): boolean =>
  scopeOf(user, permission).some((prefix) => organisationPath.startsWith(prefix));

/** `/id/`: the path of an organisation that has none above it; `/` is the whole forest. */
const ROOT_PATH = /^\/([^/]+\/)?$/;

/** Whether `user` holds `permission` at the root of the tree: for what concerns every unit, or belongs to none. */
export const holdsEverywhere = (user: CurrentUser, permission: Permission): boolean =>
  scopeOf(user, permission).some((path) => ROOT_PATH.test(path));

/** The path of the whole forest: for what is done to every unit, or to none in particular. */
export const EVERYWHERE = '/';

const reaches = (paths: readonly string[] | undefined, place: string): boolean =>
  paths?.some((path) => (place === EVERYWHERE ? ROOT_PATH.test(path) : place.startsWith(path))) ?? false;

/**
 * Whose permission a person uses who does something at `place`: null for his own, which goes first, else the username of
 * the one whose deputy he is there.
 * @param anyOf permissions of which any one allows it
 * @param place path of the organisation, or `EVERYWHERE`
 */
export function onBehalfOf(user: CurrentUser, anyOf: Permission | readonly Permission[], place: string): string | null {
  return principalOf(user, (scope) => listOf(anyOf).some((permission) => reaches(scope[permission], place)));
}

const listOf = (anyOf: Permission | readonly Permission[]): readonly Permission[] =>
  typeof anyOf === 'string' ? [anyOf] : anyOf;

function principalOf({ deputyship }: CurrentUser, allows: (scope: Scope) => boolean): string | null {
  if (deputyship === undefined || allows(deputyship.own)) return null;
  return deputyship.lenders.find(({ scope }) => allows(scope))?.username ?? null;
}

/** Who does something, and for whom, as the audit trail records it. */
export interface Actor {
  readonly actor: string;
  readonly onBehalfOf: string | null;
}

/** The same, with the network address that it is done from; null where a command or the system itself does it. */
export interface ActorFrom extends Actor {
  readonly remoteAddress: string | null;
}

/** `onBehalfOf` together with the person who does it. */
export const actorAt = (user: CurrentUser, anyOf: Permission | readonly Permission[], place: string): Actor => ({
  actor: user.username,
  onBehalfOf: onBehalfOf(user, anyOf, place),
});

/** The person who has asked for a job, with nothing but the permission by which it was asked for, everywhere. */
export function actingWith(permission: Permission, { actor, onBehalfOf: principal }: Actor): CurrentUser {
  const scope: Scope = { [permission]: [EVERYWHERE] };
  return {
    userId: actor,
    username: actor,
    displayName: actor,
    roles: [],
    scope,
    actsFor: principal === null ? [] : [principal],
    ...(principal === null ? {} : { deputyship: { own: {}, lenders: [{ username: principal, scope }] } }),
  };
}

/**
 * The same for one act at several places: the first of them that is out of his own reach says for whom it is. What has no
 * place yet is his own where he holds the permission anywhere himself.
 */
export function actorAmong(
  user: CurrentUser,
  anyOf: Permission | readonly Permission[],
  places: readonly string[],
): Actor {
  const { username: actor } = user;
  if (places.length === 0) {
    const isHeld = (scope: Scope): boolean => listOf(anyOf).some((permission) => (scope[permission] ?? []).length > 0);
    return { actor, onBehalfOf: principalOf(user, isHeld) };
  }
  const principals = places.map((place) => onBehalfOf(user, anyOf, place));
  return { actor, onBehalfOf: principals.find((principal) => principal !== null) ?? null };
}

/** Everybody who counts as having done something: who did it, and for whom. */
export const handsOf = (by: string | null, principal: string | null): readonly string[] =>
  [by, principal].filter((each) => each !== null);

export type AccessRule = 'public' | readonly Permission[];
export const ACCESS_RULE = 'jixiao:access-rule';

/** The rule in the OpenAPI document: `public`, or the permissions of which any one suffices. */
export const ACCESS_EXTENSION = 'x-access';

const access = (rule: AccessRule): MethodDecorator & ClassDecorator =>
  applyDecorators(SetMetadata(ACCESS_RULE, rule), ApiExtension(ACCESS_EXTENSION, rule));

/** The route answers anybody. */
export const Public = (): MethodDecorator & ClassDecorator => access('public');

/** The route answers persons who hold any of these permissions somewhere; with none named, anybody signed in. */
export const Allow = (...permissions: Permission[]): MethodDecorator & ClassDecorator => access(permissions);

/** Set on routes that also answer a person who has to choose a new password first. */
export const WITH_DUE_PASSWORD = 'jixiao:with-due-password';

/** The route also answers a person who has to choose a new password before anything else. */
export const WithDuePassword = (): MethodDecorator => SetMetadata(WITH_DUE_PASSWORD, true);

/** Header of a request that a page makes by itself, while nobody is at it: it does not keep the session alive. */
const UNATTENDED_HEADER = 'x-unattended';

/** A browser opens a stream of events again by itself as often as it is cut, and can send no header with it. */
export const isUnattended = (headers: IncomingHttpHeaders): boolean =>
  headers[UNATTENDED_HEADER] !== undefined || headers.accept === 'text/event-stream';

/** Header by which a page names the person whom it shows: in another window somebody else may have signed in since. */
const SIGNED_IN_AS_HEADER = 'x-signed-in-as';

export const isMeantBy = ({ username }: CurrentUser, headers: IncomingHttpHeaders): boolean =>
  [undefined, encodeURIComponent(username)].includes(headers[SIGNED_IN_AS_HEADER]?.toString());

export interface AuthenticatedRequest extends FastifyRequest {
  currentUser?: CurrentUser;
}

/** The signed-in person as a controller parameter; only on routes that are not `@Public()`. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CurrentUser => {
  const user = context.switchToHttp().getRequest<AuthenticatedRequest>().currentUser;
  if (user === undefined) throw new Error('@Caller() on a route that signs nobody in');
  return user;
});

/** Language in which the caller wants sentences. */
export const ReaderLocale = createParamDecorator((_: unknown, context: ExecutionContext): Locale =>
  localeOf(context.switchToHttp().getRequest<FastifyRequest>().headers['accept-language']),
);

/** Network address of the caller, for the audit trail. */
export const RemoteAddress = createParamDecorator(
  (_: unknown, context: ExecutionContext): string => context.switchToHttp().getRequest<FastifyRequest>().ip,
);
