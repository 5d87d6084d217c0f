import { afterQuietHours, type QuietHours } from '@jixiao/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { chinaTime, Clock } from '../../../platform/runtime/clock.js';
import { AlertRuleSets } from '../../alert-rules/index.js';

const MINUTE_MS = 60_000;

/** Nobody is sent anything in the quiet hours of the rules in force, but for a test that somebody asks for. */
@Injectable()
export class QuietTime {
  constructor(
    private readonly rules: AlertRuleSets,
    private readonly clock: Clock,
  ) {}

  /** The instant from which something may be sent: now, or the end of the quiet hours. */
  async end(manager: EntityManager): Promise<string> {
    const now = this.clock.now();
    const minutes = afterQuietHours(chinaTime(now).slice(11, 16), await this.inForce(manager));
    if (minutes === 0) return now;
    const beginningOfMinute = Math.floor(Date.parse(now) / MINUTE_MS) * MINUTE_MS;
    return new Date(beginningOfMinute + minutes * MINUTE_MS).toISOString();
  }

  private async inForce(manager: EntityManager): Promise<QuietHours | null> {
    return (await this.rules.current(manager)).set.quietHours;
  }
}
