import { Injectable } from '@nestjs/common';
import { OrganisationRepository, type Organisation } from '../../organisations/index.js';
import type { UnitState } from '../persistence/import-unit.entity.js';
import type { Reach } from '../persistence/import-upload.entity.js';

/** Which organisation the uploader names, where he does; else the document's own words count. */
export interface UnitChoice {
  readonly organisationId: string | null;
  /** Code of a unit that may not be there yet (command line). */
  readonly unitCode: string | null;
  /** A document that names no unit is put at the root of the tree: for an operator who can move nothing by a form. */
  readonly rootIfUnnamed: boolean;
}

/** What a document prints of the unit of a project. */
export interface PrintedUnit {
  readonly code: string | null;
  readonly name: string | null;
}

/** Where projects belong, and why they are refused where that is nowhere. */
export interface ResolvedUnit {
  readonly organisationId: string | null;
  readonly code: string;
  readonly name: string;
  readonly state: UnitState;
  readonly assumed: boolean;
  /** What is printed, where it is another unit than this one. */
  readonly printed: string | null;
  readonly refusal: 'unit-unknown' | 'unit-not-named' | null;
}

/** The first organisation of an installation in which nobody has made any yet. */
export const DEFAULT_ROOT = { code: '000000', name: '财政局' };

const LONGEST_CODE = 32;
const LONGEST_NAME = 200;

/**
 * Finds the unit of a project within the uploader's reach. A unit that he names takes everything; a department or bureau
 * that he names is where the printed unit is looked for; without either the printed code counts, then the printed name.
 * What names no unit belongs to the uploader's own, where he has one. A unit that is not in the tree yet is added on
 * saving for those who manage targets there; for others its projects are refused.
 */
@Injectable()
export class ResolveUnit {
  constructor(private readonly organisations: OrganisationRepository) {}

  /**
   * @param chosen the organisation that the uploader names, where it is in the tree
   * @param isOfDocument false for a unit that only some projects of the document name
   */
  async run(
    reach: Reach,
    choice: UnitChoice,
    chosen: Organisation | null,
    printed: PrintedUnit,
    isOfDocument: boolean,
  ): Promise<ResolvedUnit> {
    if (chosen !== null) return this.below(reach, chosen, printed, isOfDocument);
    if (choice.unitCode !== null) return this.named(reach, choice.unitCode, printed);
    const found = await this.find(reach.imports, printed);
    if (found !== null) return known(found, printed);
    if (printed.code === null && printed.name === null) return this.ownUnit(reach, choice);
    return this.toAdd(reach.manages, printed);
  }

  /** The organisation of the code that the uploader names, where he may import for it; null where there is none. */
  async chosen(reach: Reach, { organisationId, unitCode }: UnitChoice): Promise<Organisation | null> {
    const found =
      organisationId !== null
        ? await this.organisations.byId(organisationId)
        : unitCode !== null
          ? await this.organisations.byCode(unitCode)
          : null;
    return found !== null && isBelow(reach.imports, found.path) ? found : null;
  }

  /** The organisation of a code that was not there before, where the uploader may import for it; null where it is not. */
  async added({ imports }: Reach, code: string): Promise<string | null> {
    const found = await this.organisations.byCode(code);
    return found !== null && isBelow(imports, found.path) ? found.id : null;
  }

  private async below(
    { manages }: Reach,
    chosen: Organisation,
    printed: PrintedUnit,
    isOfDocument: boolean,
  ): Promise<ResolvedUnit> {
    const isUnnamed = printed.code === null && printed.name === null;
    if (chosen.kind === 'unit' || isUnnamed || isSame(chosen, printed)) return known(chosen, printed);
    const found = await this.find([chosen.path], printed);
    if (found !== null) return known(found, printed);
    if (isBelow(manages, chosen.path)) return this.toAdd([chosen.path], printed);
    return isOfDocument ? known(chosen, printed) : unknown(printed, 'unit-unknown');
  }

  private async named(reach: Reach, code: string, printed: PrintedUnit): Promise<ResolvedUnit> {
    // The printed name belongs to the printed code: a unit asked for under another code does not take it.
    const name = printed.code === null || printed.code === code ? printed.name : null;
    const added = await this.toAdd(reach.manages, { code, name: name ?? code });
    const isOther = printed.code !== null && printed.code !== code;
    return { ...added, printed: isOther ? printedText(printed) : null };
  }

  private async toAdd(parents: readonly string[], printed: PrintedUnit): Promise<ResolvedUnit> {
    const code = printed.code ?? printed.name ?? '';
    const name = printed.name ?? code;
    const isTaken = printed.code !== null && (await this.organisations.byCode(printed.code)) !== null;
    const fits = code !== '' && code.length <= LONGEST_CODE && name.length <= LONGEST_NAME;
    if (isTaken || !fits || parents.length === 0) return unknown(printed, 'unit-unknown');
    return { organisationId: null, code, name, state: 'new', assumed: false, printed: null, refusal: null };
  }

  /** The one unit or department at which the uploader imports; the whole county is nobody's own unless he says so. */
  private async ownUnit({ imports }: Reach, { rootIfUnnamed }: UnitChoice): Promise<ResolvedUnit> {
    const [highest] = await this.organisations.within(imports);
    const none = { code: null, name: null };
    if (highest === undefined && rootIfUnnamed) {
      return { organisationId: null, ...DEFAULT_ROOT, state: 'new', assumed: true, printed: null, refusal: null };
    }
    const isOwn = imports.length === 1 && highest !== undefined && highest.kind !== 'financeBureau';
    if (highest === undefined || !(isOwn || rootIfUnnamed)) return unknown(none, 'unit-not-named');
    return { ...known(highest, none), assumed: true };
  }

  /** By the printed code, which may be no other unit's; else by the printed name where only one within reach has it. */
  private async find(paths: readonly string[], { code, name }: PrintedUnit): Promise<Organisation | null> {
    if (code !== null) {
      const organisation = await this.organisations.byCode(code);
      if (organisation !== null) return isBelow(paths, organisation.path) ? organisation : null;
    }
    if (name === null) return null;
    const named = (await this.organisations.within(paths)).filter((organisation) => organisation.name === name);
    return named.length === 1 ? (named[0] ?? null) : null;
  }
}

export const isBelow = (prefixes: readonly string[], path: string): boolean =>
  prefixes.some((prefix) => path.startsWith(prefix));

const isSame = (organisation: Organisation, { code, name }: PrintedUnit): boolean =>
  code === organisation.code || name === organisation.name;

const printedText = ({ code, name }: PrintedUnit): string => `${code ?? ''}${name ?? ''}`;

function known({ id, code, name }: Organisation, printed: PrintedUnit): ResolvedUnit {
  const differs = printed.code === null ? printed.name !== null && printed.name !== name : printed.code !== code;
  const unit = { organisationId: id, code, name, state: 'known', assumed: false, refusal: null } as const;
  return { ...unit, printed: differs ? printedText(printed) : null };
}

const unknown = (printed: PrintedUnit, refusal: 'unit-unknown' | 'unit-not-named'): ResolvedUnit => ({
  organisationId: null,
  code: (printed.code ?? '').slice(0, LONGEST_NAME),
  name: (printed.name ?? printed.code ?? '').slice(0, LONGEST_NAME),
  state: 'unknown',
  assumed: false,
  printed: null,
  refusal,
});
