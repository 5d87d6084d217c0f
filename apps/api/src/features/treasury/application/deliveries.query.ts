import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '../../../platform/database/unit-of-work.js';
import { holds, scopeOf, type CurrentUser } from '../../../platform/http/access.js';
import { PeopleNames } from '../../identity/index.js';
import { belowPaths } from '../../organisations/index.js';
import type { TreasuryDeliveryPage, TreasuryDeliveryQuery } from '../http/treasury.dto.js';
import type { DeliveryBasis, DeliveryChannel } from '../persistence/treasury-delivery.entity.js';

interface Row {
  readonly id: string;
  readonly year: number;
  readonly deliveredAt: string;
  readonly deliveredBy: string;
  readonly channel: DeliveryChannel;
  readonly sourceName: string | null;
  readonly fileSha256: string | null;
  readonly basis: DeliveryBasis;
  readonly coverageFrom: number | null;
  readonly coverageTo: number | null;
  readonly rowCount: number;
  readonly newCount: number;
  readonly changedCount: number;
  readonly unchangedCount: number;
  readonly refusedCount: number;
  readonly warningCount: number;
  readonly figures: number | string;
}

const COLUMNS = `d.id as id, d.year as year, d.delivered_at as deliveredAt, d.delivered_by as deliveredBy,
  d.channel as channel, d.source_name as sourceName, d.file_sha256 as fileSha256, d.basis as basis,
  d.coverage_from as coverageFrom, d.coverage_to as coverageTo, d.row_count as rowCount, d.new_count as newCount,
  d.changed_count as changedCount, d.unchanged_count as unchangedCount, d.refused_count as refusedCount,
  d.warning_count as warningCount`;
const FIGURES = `from treasury_figure f join project p on p.id = f.project_id join organisation o on o.id = p.organisation_id
  where f.delivery_id = d.id`;

/** Deliveries, newest first: those with figures of projects that the caller may see, and the caller's own. */
@Injectable()
export class DeliveriesQuery {
  constructor(
    private readonly uow: UnitOfWork,
    private readonly names: PeopleNames,
  ) {}

  async run(user: CurrentUser, { year, page, size }: TreasuryDeliveryQuery): Promise<TreasuryDeliveryPage> {
    const scope = belowPaths('o.path', scopeOf(user, 'lights.read'));
    const ofYear = year === undefined ? '' : ' and d.year = ?';
    const where = `(d.delivered_by = ? or exists (select 1 ${FIGURES} and ${scope.sql}))${ofYear}`;
    const params = [user.username, ...scope.params, ...(year === undefined ? [] : [year])];
    const manager = this.uow.reader;
    const [count] = await manager.query<{ total: number | string }[]>(
      `select count(*) as total from treasury_delivery d where ${where}`,
      params,
    );
    const rows = await manager.query<Row[]>(
      `select ${COLUMNS}, (select count(*) ${FIGURES} and ${scope.sql}) as figures
       from treasury_delivery d where ${where} order by d.delivered_at desc, d.id desc limit ? offset ?`,
      [...scope.params, ...params, size, (page - 1) * size],
    );
    const delivers = holds(user, 'treasury.write');
    const views = rows.map((row) => deliveryView(row, delivers));
    const items = await this.names.beside(manager, views, 'deliveredBy');
    return { items, total: Number(count?.total ?? 0), page, size };
  }
}

type Delivery = Omit<TreasuryDeliveryPage['items'][number], 'deliveredByName'>;

function deliveryView(row: Row, withCounts: boolean): Delivery {
  const { coverageFrom: from, coverageTo: to } = row;
  const counts = {
    rows: row.rowCount,
    new: row.newCount,
    changed: row.changedCount,
    unchanged: row.unchangedCount,
    refused: row.refusedCount,
    warnings: row.warningCount,
  };
  return {
    id: row.id,
    year: row.year,
    deliveredAt: row.deliveredAt,
    deliveredBy: row.deliveredBy,
    channel: row.channel,
    sourceName: row.sourceName,
    fileSha256: row.fileSha256,
    basis: row.basis,
    coverage: from === null || to === null ? null : { from, to },
    figures: Number(row.figures),
    counts: withCounts ? counts : null,
  };
}
