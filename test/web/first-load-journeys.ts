import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from '@jest/globals';
import { signIn, type Stage } from './stage.js';

const DIST = path.resolve(import.meta.dirname, '../../apps/web/dist');
const MOST_KB = 250;
/** As the build names what draws charts; it comes after the page stands. */
const CHART = /\/chart-/;

/** Compressed size of a script as it lies in the build. */
function compressed(url: string): number {
  const file = path.join(DIST, new URL(url).pathname);
  return existsSync(`${file}.gz`)
    ? readFileSync(`${file}.gz`).length
    : gzipSync(readFileSync(file), { level: 9 }).length;
}

/** What somebody waits for who opens the program for the first time, over a slow line of a county. */
export function firstLoadJourneys(stage: Stage): void {
  describe('the first opening', () => {
    it(`asks for at most ${MOST_KB} KB of script until the overview stands, in one language`, () =>
      stage.walk(async (page) => {
        const scripts = new Set<string>();
        page.on('response', (response) => {
          if (response.request().resourceType() === 'script') scripts.add(response.url());
        });
        await signIn(page, 'leader');
        await page.getByRole('table', { name: '落后计划最多的项目' }).getByRole('link').first().waitFor();
        await page.evaluate(() => new Promise((idle) => requestIdleCallback(idle)));
        const sizes = [...scripts].map((url) => ({ url, kb: compressed(url) / 1000 }));
        const sum = (some: typeof sizes): number => some.reduce((total, { kb }) => total + kb, 0);
        const [needed, charts] = [
          sum(sizes.filter(({ url }) => !CHART.test(url))),
          sum(sizes.filter(({ url }) => CHART.test(url))),
        ];
        process.stdout.write(
          `The overview's first opening: ${needed.toFixed(1)} KB of script compressed in ${sizes.length} files, and ${charts.toFixed(1)} KB for charts\n`,
        );
        expect(sizes.some(({ url }) => /\/zh-/.test(url))).toBe(true);
        expect(sizes.some(({ url }) => /\/en-/.test(url))).toBe(false);
        expect(needed).toBeLessThanOrEqual(MOST_KB);
      }));
  });
}
