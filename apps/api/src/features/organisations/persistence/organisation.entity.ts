import { Entity, Index, Unique } from 'typeorm';
import { BooleanColumn, IdColumn, IdOfColumn, References, StringColumn } from '../../../platform/database/columns.js';

export type OrganisationKind = 'financeBureau' | 'department' | 'unit';

/** A node of the tree of organisations: 财政局, 主管部门, 预算单位. */
@Entity('organisation')
@Unique('uq_organisation_code', ['code'])
@Index('ix_organisation_parent', ['parentId'])
@Index('ix_organisation_path', ['path'])
export class Organisation {
  @IdColumn()
  id: string;

  @StringColumn(32)
  code: string;

  @StringColumn(200)
  name: string;

  @StringColumn(16)
  kind: OrganisationKind;

  @IdOfColumn({ nullable: true })
  @References('Organisation', 'fk_organisation_parent')
  parentId: string | null;

  /** Ids from the root to this node, `/id/id/`: a subtree is a prefix. */
  @StringColumn(400)
  path: string;

  /** Finance lets one person fill in and approve here; such an approval is marked. */
  @BooleanColumn()
  selfApproval: boolean;

  /** False: it keeps its past, and gets no people, units or projects any more. */
  @BooleanColumn()
  active: boolean;
}
