import type { ReportContent } from '@jixiao/domain';
import { Entity, Unique } from 'typeorm';
import {
  BooleanColumn,
  IdColumn,
  IdOfColumn,
  InstantColumn,
  IntegerColumn,
  JsonColumn,
  References,
  StringColumn,
} from '../../../platform/database/columns.js';

/** Drafted, drafted anew, or written by a person. */
export type VersionCause = 'draft' | 'redraft' | 'edit';

/** What a report said once. Only its seal is ever added to a version. */
@Entity('official_report_version')
@Unique('uq_official_report_version_number', ['reportId', 'number'])
export class OfficialReportVersion {
  @IdColumn()
  id: string;

  @IdOfColumn()
  @References('OfficialReport', 'fk_official_report_version_report')
  reportId: string;

  @IntegerColumn()
  number: number;

  @StringColumn(12)
  cause: VersionCause;

  @StringColumn(64)
  createdBy: string;

  /** Whose deputy that was; null where it was done in the person's own name. */
  @StringColumn(64, { nullable: true })
  createdFor: string | null;

  @InstantColumn()
  createdAt: string;

  @JsonColumn()
  content: ReportContent;

  /** SHA-256 of everything that it was drafted from. */
  @StringColumn(64)
  factsHash: string;

  /** The same of the figures alone, which a lock settles: what is done about them goes on. */
  @StringColumn(64)
  figuresHash: string;

  /** When they were read. */
  @InstantColumn()
  factsAt: string;

  /** Whether the round was locked, or the self-evaluations accepted, when they were read. */
  @BooleanColumn()
  settled: boolean;

  @StringColumn(64, { nullable: true })
  sealedBy: string | null;

  /** Whose deputy that was. */
  @StringColumn(64, { nullable: true })
  sealedFor: string | null;

  @InstantColumn({ nullable: true })
  sealedAt: string | null;

  /** Sealed by one who wrote it, as finance allows of this organisation. */
  @BooleanColumn()
  selfApproved: boolean;

  /** SHA-256 of the content as canonical JSON (RFC 8785). */
  @StringColumn(64, { nullable: true })
  contentHash: string | null;

  /** Hash of the version of this report that was sealed before; null for the first. */
  @StringColumn(64, { nullable: true })
  previousHash: string | null;

  /** Over the content's hash, who sealed it and when, and the hash before; the audit trail keeps it as well. */
  @StringColumn(64, { nullable: true })
  hash: string | null;
}
