import { blob, CreateTable, id, idOf, string, whole, type TablePlan } from './create-table.js';

export class CreateRoundSealPart1767225600073 extends CreateTable {
  override readonly name = 'CreateRoundSealPart1767225600073';
  protected override readonly table = 'round_seal_part';
  protected override readonly plan: TablePlan = {
    columns: [id(), idOf('seal_id'), whole('ordinal'), string('hash', 64), whole('characters'), blob('content')],
    unique: {
      uq_round_seal_part_seal_ordinal: ['seal_id', 'ordinal'],
    },
  };
}
