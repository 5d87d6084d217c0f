import type { AlertRuleSet } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { AlertRuleRepository } from '../persistence/alert-rule.repository.js';

/** The alert rules in force. */
@Injectable()
export class AlertRuleSets {
  constructor(private readonly rules: AlertRuleRepository) {}

  /** The newest version, with the reference that alerts keep (R49); the preset until somebody publishes another. */
  async current(manager: EntityManager): Promise<{ ref: string; set: AlertRuleSet }> {
    const { ref, content } = await this.rules.newest(manager);
    return { ref, set: content };
  }
}
