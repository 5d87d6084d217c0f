import { Entity, Index } from 'typeorm';
import {
  BigIntegerColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** A file that supports a change of a project's budget or targets (依据文件). Its content is in the file store. */
@Entity('project_document')
@Index('ix_project_document_project', ['projectId'])
export class ProjectDocument {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('Project', 'fk_project_document_project')
  projectId: string;

  @StringColumn(255)
  name: string;

  @StringColumn(100)
  mediaType: string;

  @StringColumn(64)
  sha256: string;

  @BigIntegerColumn()
  bytes: number;

  @StringColumn(64)
  uploadedBy: string;

  @InstantColumn()
  uploadedAt: string;
}
