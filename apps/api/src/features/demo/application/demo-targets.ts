import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { ImportDocuments } from '../../imports/index.js';
import { AdjustBudget, ChangeProjectFlags, TargetRepository } from '../../targets/index.js';
import { UNITS } from '../county/people.js';
import { isEarlierYear, type DemoProject, type DemoYear } from '../county/demo-types.js';
import { DemoPeople } from './demo-people.js';
import { documentName, documentText, projectsOf } from './document-text.js';
import { historyName, historySheet } from './history-sheet.js';
import { projectCode } from './project-code.js';

const FEN_PER_WAN = 1_000_000;
const FROM = 'localhost';

/** The units' target documents through the real import, and what finance adds to them. */
@Injectable()
export class DemoTargets {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly imports: ImportDocuments,
    private readonly targets: TargetRepository,
    private readonly changeFlags: ChangeProjectFlags,
    private readonly adjustBudget: AdjustBudget,
  ) {}

  /** Does what is still missing of a year; a document that is stored already is found unchanged. */
  async run(year: DemoYear): Promise<void> {
    const finance = await this.people.person('finance');
    await (isEarlierYear(year) ? this.takeOver(finance, year) : this.importOfUnits(year));
    const stored = await this.targets.below(this.uow.reader, year, scopeOf(finance, 'targets.manage'));
    const idOf = new Map(stored.map(({ project }) => [project.code, project.id]));
    for (const unit of UNITS)
      for (const project of projectsOf(unit, year)) {
        const id = idOf.get(projectCode(unit, project, year));
        if (id === undefined) throw new Error(`${project.name} of ${year} was not imported`);
        await this.complete(finance, id, project, year);
      }
  }

  private async importOfUnits(year: DemoYear): Promise<void> {
    for (const unit of UNITS) {
      const file = { name: documentName(unit, year), bytes: Buffer.from(documentText(unit, year), 'utf8') };
      const { id: organisationId } = await this.people.organisation(unit.code);
      const request = { files: [file], year, organisationId };
      await this.imports.run(await this.people.clerkOf(unit.code), request, async () => undefined);
    }
  }

  private async takeOver(finance: CurrentUser, year: DemoYear): Promise<void> {
    const file = { name: historyName(year), bytes: Buffer.from(historySheet(year), 'utf8') };
    await this.imports.run(finance, { files: [file], year }, async () => undefined);
  }

  private async complete(finance: CurrentUser, id: string, project: DemoProject, year: DemoYear): Promise<void> {
    const { key = false, personnel = false, transferLevel = null } = project;
    if (key || personnel || transferLevel !== null)
      await this.changeFlags.run(finance, id, { key, personnel, transferLevel }, FROM);
    const adjustments = project.years[year]?.adjustments ?? [];
    const recorded = (await this.targets.adjustmentsOf(this.uow.reader, [id])).get(id) ?? [];
    for (const { amount, ...rest } of adjustments.slice(recorded.length))
      await this.adjustBudget.run(
        finance,
        id,
        { ...rest, amountFen: amount * FEN_PER_WAN, fundSource: 'fiscal' },
        FROM,
      );
  }
}
