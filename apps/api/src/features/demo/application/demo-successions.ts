import { Injectable } from '@nestjs/common';
import { CarryOver } from '../../monitoring/index.js';
import type { DemoYear } from '../county/demo-types.js';
import { DemoPeople } from './demo-people.js';

const FROM = 'localhost';

/**
 * Says which projects go on from the year before. Before its December is locked: then nothing is left yet to be booked, and
 * what is left later is for finance to decide.
 */
@Injectable()
export class DemoSuccessions {
  constructor(
    private readonly people: DemoPeople,
    private readonly carryOver: CarryOver,
  ) {}

  /** Links what is not yet: the load may have been interrupted anywhere. @param year the new one */
  async run(year: DemoYear): Promise<void> {
    const finance = await this.people.person('finance');
    const { items } = await this.carryOver.preview(finance, year);
    const projectIds = items.flatMap(({ projectId, action }) => (action === 'link' ? [projectId] : []));
    if (projectIds.length > 0) await this.carryOver.run(finance, year, { projectIds }, FROM);
  }
}
