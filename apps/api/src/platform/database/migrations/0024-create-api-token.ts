import { CreateTable, OPTIONAL, id, idOf, instant, string, text, type TablePlan } from './create-table.js';

export class CreateApiToken1767225600024 extends CreateTable {
  override readonly name = 'CreateApiToken1767225600024';
  protected override readonly table = 'api_token';
  protected override readonly plan: TablePlan = {
    columns: [
      id(),
      string('name', 50),
      string('secret_hash', 64),
      idOf('organisation_id'),
      text('permissions'),
      string('created_by', 64),
      instant('created_at'),
      instant('expires_at'),
      instant('last_used_at', OPTIONAL),
      instant('revoked_at', OPTIONAL),
      string('revoked_by', 64, OPTIONAL),
    ],
    unique: {
      uq_api_token_name: ['name'],
    },
    index: {
      ix_api_token_organisation: ['organisation_id'],
    },
    references: {
      fk_api_token_organisation: ['organisation_id', 'organisation.id'],
    },
  };
}
