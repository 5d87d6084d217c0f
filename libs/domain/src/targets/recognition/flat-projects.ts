import { comparableName } from './comparable-name.js';
import type { FlatProject } from './flat-project.js';
import type { PrintedUnit } from './printed-unit.js';
import { joinedLines } from './recognition-context.js';

/**
 * The projects of all tables of a document that list many: rows of one project may stand apart, on another page or sheet,
 * and still make one project. Projects are known by unit and code, else by unit and name.
 */
export class FlatProjects {
  private readonly byCode = new Map<string, FlatProject>();
  private readonly byName = new Map<string, FlatProject>();
  /** Units that the rows print, by name or else code. */
  readonly units = new Map<string, PrintedUnit>();
  /** A project without a unit of its own was read. */
  isUnitMissing = false;

  constructor(private readonly onAdd: (project: FlatProject) => void) {}

  /** A project whose first row was read. */
  add(project: FlatProject): void {
    this.onAdd(project);
    if (project.unit === null) this.isUnitMissing = true;
    else if (!this.units.has(keyOf(project.unit))) this.units.set(keyOf(project.unit), project.unit);
  }

  /** Makes a project known by what was printed for it so far. */
  register(project: FlatProject): void {
    const unit = keyOf(project.unit);
    const code = codeOf(project.code?.text ?? null);
    const name = nameOf(project.name?.text ?? null);
    if (code !== '' && !this.byCode.has(`${unit}\n${code}`)) this.byCode.set(`${unit}\n${code}`, project);
    if (name !== '') this.byName.set(`${unit}\n${name}`, project);
  }

  /**
   * The project that a row with this code and name belongs to; undefined where it is a new one. Without a code the name
   * decides, and of several projects of one name the current one comes first.
   */
  find(
    unit: PrintedUnit | null,
    code: string | null,
    name: string | null,
    current: FlatProject | null,
  ): FlatProject | undefined {
    const key = keyOf(unit);
    const wanted = codeOf(code);
    const known = wanted === '' ? undefined : this.byCode.get(`${key}\n${wanted}`);
    if (known || name === null) return known;
    const isNamed =
      current !== null && keyOf(current.unit) === key && nameOf(current.name?.text ?? null) === nameOf(name);
    const named = isNamed ? current : this.byName.get(`${key}\n${nameOf(name)}`);
    return wanted === '' || named?.code === null ? named : undefined;
  }
}

/** A unit is the same with and without its code in front of the name. */
const keyOf = (unit: PrintedUnit | null): string =>
  unit === null ? '' : comparableName(unit.name) || (unit.code ?? '');

const codeOf = (text: string | null): string => (text ?? '').slice(0, 100).replace(/\s+/g, '').toUpperCase();

const nameOf = (text: string | null): string => comparableName(joinedLines((text ?? '').slice(0, 500)));
