import { afterAll, beforeAll, it } from '@jest/globals';
import type { TreasuryFiguresResult } from '../../apps/api/src/features/treasury/http/treasury.dto.js';
import { TreasuryFigure } from '../../apps/api/src/features/treasury/persistence/treasury-figure.entity.js';
import { insertRows } from '../../apps/api/src/platform/database/bulk-write.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { TestApi, type Visitor } from '../support/api.js';
import { lightsAreUp, organisationId } from '../support/county.js';
import { addLargeYear, largeYearCode } from '../support/large-year.js';
import { describeBackends } from '../support/services.js';
import { compare } from './measure.js';

const PROJECTS = 10_000;
const YEAR = 2023;

describeBackends('bench: treasury figures', (backend) => {
  let api: TestApi;
  let uow: UnitOfWork;
  let finance: Visitor;
  beforeAll(async () => {
    api = await TestApi.open(backend);
    await api.addTree();
    await api.addUser('finance', 'financeReviewer', '001');
    finance = await api.as('finance');
    const court = await organisationId(finance, '336001');
    uow = api.app.get(UnitOfWork, { strict: false });
    await addLargeYear(uow, court, { year: YEAR, month: 6, projects: PROJECTS, indicatorsEach: 1 });
  });
  afterAll(() => api.close());

  const timed = async (work: () => Promise<unknown>): Promise<number> => {
    const started = performance.now();
    await work();
    return performance.now() - started;
  };

  const deliver = async (key: string, more: number): Promise<void> => {
    const rows = Array.from({ length: PROJECTS }, (_, place) => ({
      code: largeYearCode(place),
      month: 6,
      expenditureFen: place * 100 + more,
      releasedFen: 9_000_000,
      receivedFen: 8_000_000,
    }));
    const body = { year: YEAR, rows };
    const answer = await finance.post<TreasuryFiguresResult>('/treasury/figures', body, { 'idempotency-key': key });
    if (answer.status !== 200 || answer.body.counts.refused > 0) throw new Error(JSON.stringify(answer).slice(0, 500));
  };

  it(`${PROJECTS} rows in one request: new, changed, unchanged, sent again`, async () => {
    const created = await timed(() => deliver('new', 0));
    const judged = await timed(() => lightsAreUp(api, YEAR));
    const changed = await timed(() => deliver('changed', 1));
    await lightsAreUp(api, YEAR);
    const unchanged = await timed(() => deliver('unchanged', 1));
    const replayed = await timed(() => deliver('unchanged', 1));
    const rows = await uow.reader.find(TreasuryFigure, { where: { revision: 1 } });
    await uow.run((manager) => manager.query('delete from treasury_figure'));
    const floor = await timed(() => uow.run((manager) => insertRows(manager, TreasuryFigure, rows)));
    compare(`${backend.name}: new figures`, created, floor, 20);
    compare(`${backend.name}: changed figures`, changed, floor, 20);
    compare(`${backend.name}: unchanged figures`, unchanged, floor, 15);
    compare(`${backend.name}: the same request again`, replayed, floor, 5);
    compare(`${backend.name}: until the lights are up`, judged, floor, 100);
  }, 120_000);
});
