import type { RecognisedDocument } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import { holdsAt, scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { DomainError } from '../../../platform/runtime/domain-error.js';
import { OrganisationAccess, OrganisationRepository, type Organisation } from '../../organisations/index.js';
import type { PlannedUnit } from './planned-import.js';

/** Which unit the caller names, where he does; else the document's own words count. */
export interface UnitChoice {
  readonly organisationId?: string | undefined;
  readonly unitCode?: string | undefined;
  /** A document that names no unit is put at the root of the tree: for an operator who can move nothing by a form. */
  readonly rootIfUnnamed?: boolean;
}

/** The first organisation of an installation in which nobody has made any yet. */
export const DEFAULT_ROOT = { code: '000000', name: '财政局' };

const LONGEST_CODE = 32;
const LONGEST_NAME = 200;

/**
 * Finds the unit of a document within the caller's reach: the one he names, else by the printed code, else by the printed
 * name. A document that names no unit belongs to the caller's own, where he has one. A unit that is not in the tree yet is
 * added on saving by those who manage targets, and refused for others.
 */
@Injectable()
export class ResolveUnit {
  constructor(
    private readonly access: OrganisationAccess,
    private readonly organisations: OrganisationRepository,
  ) {}

  /** @throws DomainError `not-found` for a chosen organisation out of reach, `unit-not-named`, `unit-unknown` */
  async run(user: CurrentUser, choice: UnitChoice, document: RecognisedDocument): Promise<PlannedUnit> {
    if (choice.organisationId !== undefined) {
      return planned(await this.access.require(user, choice.organisationId, 'targets.import'));
    }
    const code = choice.unitCode ?? document.unitCode;
    const found = await this.find(user, code, choice.unitCode ?? document.unitName);
    if (found !== null) return planned(found);
    const name = nameOfNew(choice, document);
    if (code === null && name === null) {
      const own = await this.ownUnit(user, choice);
      if (own !== null) return own;
      throw new DomainError('unit-not-named', { file: document.file });
    }
    const params = { file: document.file, unit: [code, name].filter((part) => part !== null).join(' ') };
    const isTaken = code !== null && (await this.organisations.byCode(code)) !== null;
    if (isTaken || !this.mayAdd(user, code, name)) throw new DomainError('unit-unknown', params);
    return { id: null, code: code ?? name ?? '', name: name ?? code ?? '', isNew: true, isAssumed: false };
  }

  /** Path of the node under which a missing unit is added: the highest one at which the caller manages targets. */
  parentPath(user: CurrentUser): string | null {
    const paths = [...scopeOf(user, 'targets.manage')].sort((a, b) => a.length - b.length);
    return paths[0] ?? null;
  }

  /** The one unit or department at which the caller imports; the whole county is nobody's own unless he says so. */
  private async ownUnit(user: CurrentUser, { rootIfUnnamed = false }: UnitChoice): Promise<PlannedUnit | null> {
    const paths = scopeOf(user, 'targets.import');
    const [highest] = await this.organisations.within(paths);
    if (highest === undefined)
      return rootIfUnnamed ? { id: null, ...DEFAULT_ROOT, isNew: true, isAssumed: true } : null;
    const isOwn = paths.length === 1 && highest.kind !== 'financeBureau';
    return isOwn || rootIfUnnamed ? { ...planned(highest), isAssumed: true } : null;
  }

  private mayAdd(user: CurrentUser, code: string | null, name: string | null): boolean {
    const label = code ?? name;
    if (label === null || label.length > LONGEST_CODE || (name?.length ?? 0) > LONGEST_NAME) return false;
    return this.parentPath(user) !== null;
  }

  private async find(user: CurrentUser, code: string | null, name: string | null): Promise<Organisation | null> {
    if (code !== null) {
      const organisation = await this.organisations.byCode(code);
      if (organisation !== null) return holdsAt(user, 'targets.import', organisation.path) ? organisation : null;
    }
    if (name === null) return null;
    const within = await this.organisations.within(scopeOf(user, 'targets.import'));
    const named = within.filter((organisation) => organisation.name === name);
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}

/** The printed name belongs to the printed code: a unit asked for under another code does not take it. */
function nameOfNew({ unitCode: chosen }: UnitChoice, { unitCode, unitName }: RecognisedDocument): string | null {
  if (chosen === undefined) return unitName;
  return unitCode === null || unitCode === chosen ? (unitName ?? chosen) : chosen;
}

const planned = ({ id, code, name }: Organisation): PlannedUnit => ({ id, code, name, isNew: false, isAssumed: false });
