import { permissionsOf, type Permission, type Role } from './roles.js';

/** A role at the organisation of a path (`/id/id/`), which reaches to everything below it. */
export interface PlacedRole {
  readonly role: Role;
  readonly path: string;
}

/**
 * What speaks against holding these roles together. `admin-with-business` is refused: who says who may do what touches no
 * figures. `enters-and-checks` is only told, since a small unit may have nobody else.
 */
export type DutyConflict = 'admin-with-business' | 'enters-and-checks';

const CHECKING: readonly Permission[] = ['reports.approve', 'reports.accept'];

const enters = ({ role }: PlacedRole): boolean => permissionsOf(role).includes('reports.write');
const checks = ({ role }: PlacedRole): boolean =>
  CHECKING.some((permission) => permissionsOf(role).includes(permission));
/** Whether there are organisations that both roles reach. */
const meet = (a: PlacedRole, b: PlacedRole): boolean => a.path.startsWith(b.path) || b.path.startsWith(a.path);

/** The conflicts among all roles of one person, the refused one first; none where duties are kept apart. */
export function dutyConflicts(roles: readonly PlacedRole[]): readonly DutyConflict[] {
  const isAdmin = roles.some(({ role }) => role === 'admin');
  const hasBusiness = roles.some(({ role }) => role !== 'admin');
  const checksOwn = roles.filter(enters).some((entering) => roles.filter(checks).some((one) => meet(entering, one)));
  return [
    ...(isAdmin && hasBusiness ? (['admin-with-business'] as const) : []),
    ...(checksOwn ? (['enters-and-checks'] as const) : []),
  ];
}
