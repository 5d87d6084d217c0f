import { readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { unzipSync } from 'fflate';
import { createApp } from '../../apps/api/src/create-app.js';
import type { ExportAccepted, ExportView } from '../../apps/api/src/features/exports/http/exports.dto.js';
import { AddUser } from '../../apps/api/src/features/identity/index.js';
import { AddOrganisation } from '../../apps/api/src/features/organisations/index.js';
import { UnitOfWork } from '../../apps/api/src/platform/database/unit-of-work.js';
import { ZipFileWriter } from '../../apps/api/src/platform/files/zip-file-writer.js';
import { PASSWORD } from '../support/api.js';
import { addLargeCounty, type LargeCounty } from '../support/large-county.js';
import { ProductSession } from '../support/product-session.js';
import { startProduct, type RunningProduct } from '../support/product.js';
import { describeBackends, freshConfig, type FreshConfig } from '../support/services.js';
import { compare, fastest } from './measure.js';

const HOURS = 3_600_000;
const MONTH = 6;
const COUNTY: LargeCounty = {
  seed: 2023,
  year: 2023,
  departments: 40,
  units: 200,
  // Some are 人员类 projects, which have no form.
  projects: Number(process.env['EXPORT_PROJECTS'] ?? 2_050),
  indicatorsEach: 10,
  months: [3, 6],
};
/** What a county may wait for; a PDF is measured and told. */
const MOST_SECONDS = { xlsx: 60, docx: 60, pdf: Infinity } as const;
const MOST_GROWTH_MB = 700;

const say = (line: string): void => void process.stdout.write(`${line}\n`);

describeBackends('bench: exporting the forms of a county as one zip', (backend) => {
  let fresh: FreshConfig;
  let product: RunningProduct;
  let session: ProductSession;
  let folder: string;

  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'jixiao-export-'));
    fresh = await freshConfig(backend);
    const app = await createApp(fresh.config, { http: false, runJobs: false });
    const root = { code: '001', name: '财政局', kind: 'financeBureau', parentCode: null, addedBy: 'system' } as const;
    const organisation = await app.get(AddOrganisation, { strict: false }).execute(root);
    const roles = [{ role: 'financeReviewer', organisationCode: '001' }] as const;
    const finance = { username: 'finance', displayName: '财政', password: PASSWORD, roles, addedBy: 'system' };
    await app.get(AddUser, { strict: false }).execute(finance);
    await addLargeCounty(app.get(UnitOfWork, { strict: false }), organisation, COUNTY);
    await app.close();
  }, HOURS);

  afterAll(async () => {
    await fresh.cleanup();
    await rm(folder, { recursive: true });
  }, HOURS);

  /** The same documents packed and hashed, and nothing else. */
  async function packed(members: Readonly<Record<string, Uint8Array>>): Promise<void> {
    const file = path.join(folder, 'floor.zip');
    const zip = await ZipFileWriter.create(file);
    for (const [name, bytes] of Object.entries(members)) await zip.add(name, bytes);
    await zip.finish();
    await rm(file);
  }

  it.each(['xlsx', 'docx', 'pdf'] as const)(
    `${COUNTY.projects} projects as .%s`,
    async (format) => {
      // A process of its own each: what one format has taken of the memory says nothing of the next.
      product = await startProduct(fresh.env);
      try {
        session = await ProductSession.open(product.url, 'finance');
        const before = peakMemory(product.pid);
        const started = performance.now();
        const asked = await session.post('/exports', {
          kind: 'monitoringForm',
          year: COUNTY.year,
          month: MONTH,
          format,
        });
        const { exportId, jobId } = (await asked.json()) as ExportAccepted;
        await session.succeeded(jobId, `the forms are written as .${format}`, HOURS);
        const milliseconds = performance.now() - started;
        const grown = peakMemory(product.pid) - before;
        const view = (await session.get(`/exports/${exportId}`)) as ExportView;
        expect(view.state).toBe('finished');
        expect(view.papers).toBeGreaterThan(COUNTY.projects * 0.97);
        const members = unzipSync(await session.bytes(`/exports/${exportId}/file`));
        const floor = await fastest(3, () => packed(members));
        const seconds = milliseconds / 1000;
        const megabytes = ((view.bytes ?? 0) / 1e6).toFixed(1);
        say(
          `${view.papers} .${format} on ${backend.name}: ${seconds.toFixed(1)} s, ${megabytes} MB, peak memory grew by ${grown} MB`,
        );
        compare(`export as .${format} on ${backend.name}`, milliseconds, floor, Infinity);
        expect(seconds).toBeLessThanOrEqual(MOST_SECONDS[format]);
        expect(grown).toBeLessThanOrEqual(MOST_GROWTH_MB);
      } finally {
        await product.stop();
      }
    },
    HOURS,
  );
});

/** The most memory that a process had so far, in MB. */
const peakMemory = (pid: number): number =>
  Math.round(Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]) / 1024);
