import { DomainError } from '../../../platform/runtime/domain-error.js';

/** As long as the column is. */
const MAX_LENGTH = 400;

/** @throws DomainError `organisation-too-deep` */
export function pathBelow(parentPath: string, id: string): string {
  const path = `${parentPath}${id}/`;
  if (path.length > MAX_LENGTH) throw new DomainError('organisation-too-deep');
  return path;
}
