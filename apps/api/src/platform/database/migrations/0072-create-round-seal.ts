import { CreateTable, id, idOf, instant, OPTIONAL, string, text, whole, type TablePlan } from './create-table.js';

export class CreateRoundSeal1767225600072 extends CreateTable {
  override readonly name = 'CreateRoundSeal1767225600072';
  protected override readonly table = 'round_seal';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      whole('seq'),
      idOf('round_id'),
      whole('version'),
      instant('created_at'),
      string('created_by', 64),
      string('previous_hash', 64, OPTIONAL),
      string('content_hash', 64),
      string('hash', 64),
      idOf('rule_pack_ref'),
      whole('parts'),
      whole('projects'),
      whole('indicators'),
      text('states'),
      whole('audit_seq', OPTIONAL),
      string('audit_hash', 64, OPTIONAL),
    ],
    unique: {
      uq_round_seal_seq: ['seq'],
      uq_round_seal_round_version: ['round_id', 'version'],
    },
    references: {
      fk_round_seal_round: ['round_id', 'monitoring_round.id'],
      fk_round_seal_rule_pack: ['rule_pack_ref', 'rule_pack_version.ref'],
    },
  };
}
