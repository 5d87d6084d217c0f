import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { chinaDay, Clock } from '../../../platform/runtime/clock.js';
import {
  CarryRectifications,
  OpenRectification,
  RectificationFiles,
  RectificationsQuery,
  StepRectification,
} from '../../rectification/index.js';
import { TargetRepository } from '../../targets/index.js';
import { RECTIFICATIONS, type DemoRectification } from '../county/follow-ups.js';
import { DemoPeople } from './demo-people.js';

const DAY_MS = 24 * 60 * 60 * 1000;

/** What is to be put right, as it went from hand to hand. */
@Injectable()
export class DemoRectifications {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly people: DemoPeople,
    private readonly targets: TargetRepository,
    private readonly open: OpenRectification,
    private readonly step: StepRectification,
    private readonly files: RectificationFiles,
    private readonly carry: CarryRectifications,
    private readonly query: RectificationsQuery,
    private readonly clock: Clock,
  ) {}

  /** All of it in one transaction: where the load was interrupted there is nothing of it. */
  run(): Promise<void> {
    return this.uow.run(async (manager) => {
      const opened: [DemoRectification, string][] = [];
      for (const each of RECTIFICATIONS) opened.push([each, await this.begin(each)]);
      await this.carry.run(manager, Number(this.clock.today().slice(0, 4)));
      for (const [each, id] of opened) await this.takeSteps(each, id);
    });
  }

  async projectId(unit: string, year: number, name: string): Promise<string> {
    const { id } = await this.people.organisation(unit);
    const targets = await this.targets.ofOrganisation(this.uow.reader, year, id);
    const found = targets.find(({ project }) => project.name === name);
    if (found === undefined) throw new Error(`The demonstration has no project ${name} of ${year}`);
    return found.project.id;
  }

  /** @param days from today */
  day(days: number): string {
    return chinaDay(new Date(Date.parse(this.clock.now()) + days * DAY_MS));
  }

  private async begin(each: DemoRectification): Promise<string> {
    const place =
      each.project === null
        ? { organisationId: (await this.people.organisation(each.unit)).id }
        : { projectId: await this.projectId(each.unit, each.year, each.project) };
    return this.open.run(await this.people.person(each.openedBy), {
      ...place,
      source: each.source,
      finding: each.finding,
      reference: each.reference ?? null,
      owner: each.owner,
      measures: each.measures,
      deadline: each.dueIn === null ? null : this.day(each.dueIn),
    });
  }

  private async takeSteps({ steps, evidence, owner }: DemoRectification, id: string): Promise<void> {
    for (const [by, step, text] of steps) {
      const person = await this.people.person(by);
      if (step === 'submit' && evidence !== undefined && owner !== null) {
        const bytes = Buffer.from(`${evidence}\n演示用佐证材料。\n`);
        await this.files.add(await this.people.person(owner), id, { name: evidence, bytes });
      }
      const { version } = await this.query.one(person, id);
      await this.step.run(person, id, { step, version, text });
    }
  }
}
