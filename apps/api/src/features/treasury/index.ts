export { TreasuryModule } from './treasury.module.js';
export { treasuryMessages } from './messages.js';
export type { Delivery, DeliveryRow, TakenDelivery } from './application/delivery-types.js';
export { TakeTreasuryFigures } from './application/take-treasury-figures.js';
export { readTreasuryFile } from './application/treasury-file/read-treasury-file.js';
export { treasuryFiguresChanged, treasuryFiguresComing } from './application/treasury.events.js';
export { takenView } from './http/taken-view.js';
export { ExpenditureSourceField, TreasuryFiguresView } from './http/treasury.dto.js';
export { TreasuryRepository, type DeliveredFigures } from './persistence/treasury.repository.js';
