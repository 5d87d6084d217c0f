import { Module } from '@nestjs/common';
import { AuditModule } from '../audit/index.js';
import { IdentityModule } from '../identity/index.js';
import { DeliveriesQuery } from './application/deliveries.query.js';
import { KeepFigures } from './application/keep-figures.js';
import { NameDeliveries } from './application/name-deliveries.js';
import { TakeTreasuryFigures } from './application/take-treasury-figures.js';
import { TreasuryController } from './http/treasury.controller.js';
import { TreasuryRepository } from './persistence/treasury.repository.js';

@Module({
  imports: [AuditModule, IdentityModule],
  controllers: [TreasuryController],
  providers: [DeliveriesQuery, KeepFigures, NameDeliveries, TakeTreasuryFigures, TreasuryRepository],
  exports: [TakeTreasuryFigures, TreasuryRepository],
})
export class TreasuryModule {}
