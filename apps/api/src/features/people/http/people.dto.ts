import { ROLES } from '@jixiao/domain';
import { z } from 'zod';
import { Id, IsoDay, PageQuery } from '../../../platform/http/fields.dto.js';

export const PERSON_STATES = ['active', 'locked', 'closed'] as const;
const Role = z.enum(ROLES);
const DutyWarning = z.enum(['enters-and-checks']);
const DisplayName = z.string().trim().min(1).max(100);

const PersonRole = z.object({
  id: Id,
  role: Role,
  organisationId: Id,
  organisationName: z.string(),
  validFrom: IsoDay.nullable().describe('First day, where it was handed over from a later day on'),
  validUntil: IsoDay.nullable().describe('Last day, where it was handed over'),
});
export type PersonRole = z.output<typeof PersonRole>;

/** A person with the roles that are held or will be. */
export const Person = z
  .object({
    id: Id,
    username: z.string(),
    displayName: z.string(),
    state: z.enum(PERSON_STATES),
    lockedUntil: z.string().nullable(),
    mustChangePassword: z.boolean(),
    lastSignInAt: z.string().nullable(),
    roles: z.array(PersonRole),
  })
  .meta({ id: 'Person' });
export type Person = z.output<typeof Person>;

export const PersonPage = z.object({ items: z.array(Person), total: z.int() }).meta({ id: 'PersonPage' });
export type PersonPage = z.output<typeof PersonPage>;

export const PeopleQuery = z.object({
  search: z.string().max(64).optional().describe('Part of the username or the name'),
  organisationId: Id.optional().describe('Holds a role there or below'),
  role: Role.optional(),
  state: z.enum(PERSON_STATES).optional(),
  ...PageQuery,
});
export type PeopleQuery = z.output<typeof PeopleQuery>;

const Party = z.object({ id: Id, username: z.string(), displayName: z.string() });

export const Delegation = z
  .object({
    id: Id,
    principal: Party.describe('Whose roles are lent'),
    deputy: Party.describe('Who has them as well'),
    fromDay: IsoDay,
    untilDay: IsoDay.describe('The last day'),
    reason: z.string(),
    state: z.enum(['planned', 'inForce']),
    createdBy: z.string(),
  })
  .meta({ id: 'Delegation' });
export type Delegation = z.output<typeof Delegation>;
export const DelegationList = z.object({ items: z.array(Delegation) }).meta({ id: 'DelegationList' });

export const NewDelegationView = z
  .object({ delegation: Delegation, warnings: z.array(DutyWarning) })
  .meta({ id: 'NewDelegation' });
export type NewDelegationView = z.output<typeof NewDelegationView>;

export const DelegationInput = z
  .strictObject({
    toUserId: Id,
    fromDay: IsoDay,
    untilDay: IsoDay.describe('The last day; at most a year after the first'),
    reason: z.string().trim().min(1).max(200),
  })
  .meta({ id: 'DelegationInput' });
export type DelegationInput = z.output<typeof DelegationInput>;

export const Candidate = z
  .object({ ...Party.shape, roles: z.array(z.object({ role: Role, organisationName: z.string() })) })
  .meta({ id: 'DeputyCandidate' });
export type Candidate = z.output<typeof Candidate>;
export const CandidateList = z.object({ items: z.array(Candidate) }).meta({ id: 'DeputyCandidateList' });
export const CandidateQuery = z.object({ search: z.string().max(64).optional() });

export const PersonDetail = z
  .object({
    ...Person.shape,
    sessions: z.int().describe('Sign-ins that are still good'),
    delegations: z.array(Delegation),
    warnings: z.array(DutyWarning).describe('Duties that should be kept apart'),
  })
  .meta({ id: 'PersonDetail' });
export type PersonDetail = z.output<typeof PersonDetail>;

const RoleInput = z.strictObject({ role: Role, organisationId: Id });
export type RoleInput = z.output<typeof RoleInput>;

export const NewPersonInput = z
  .strictObject({
    username: z.string().trim().min(1).max(64),
    displayName: DisplayName,
    roles: z.array(RoleInput).min(1).max(20),
  })
  .meta({ id: 'NewPersonInput' });
export type NewPersonInput = z.output<typeof NewPersonInput>;

/** The password is stored nowhere and never shown again. */
export const FirstPassword = z.object({ id: Id, password: z.string() }).meta({ id: 'FirstPassword' });
export type FirstPassword = z.output<typeof FirstPassword>;

export const PersonChanges = z
  .strictObject({
    displayName: DisplayName.optional(),
    active: z.boolean().optional(),
    addRoles: z.array(RoleInput).max(20).default([]),
    removeRoles: z.array(Id).max(20).default([]).describe('Ids of roles'),
  })
  .meta({ id: 'PersonChanges' });
export type PersonChanges = z.output<typeof PersonChanges>;

export const HandoverInput = z
  .strictObject({
    toUserId: Id,
    organisationIds: z.array(Id).min(1).max(50).optional().describe('All of the person’s where left out'),
    from: IsoDay.describe('First day on which the other person has the roles'),
  })
  .meta({ id: 'HandoverInput' });
export type HandoverInput = z.output<typeof HandoverInput>;

export const HandoverResult = z
  .object({
    handedOver: z.array(z.object({ role: Role, organisationName: z.string() })),
    warnings: z.array(DutyWarning),
  })
  .meta({ id: 'HandoverResult' });
export type HandoverResult = z.output<typeof HandoverResult>;
