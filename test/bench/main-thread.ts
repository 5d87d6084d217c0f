import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds. */
  readonly dur?: number;
  /** Microseconds that the thread had a core. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Milliseconds. */
export interface BusyTimes {
  /** Longest task of the page's main thread by the clock. */
  readonly wall: number;
  /** The most that one task was at work: what the page itself costs, whatever else the machine does. */
  readonly cpu: number;
}

/** What the page's main thread is busy with while something is done, from the browser's own record. */
export async function busyTimes(browser: Browser, page: Page, work: () => Promise<void>): Promise<BusyTimes> {
  await browser.startTracing(page, { categories: ['toplevel', 'devtools.timeline'] });
  await work();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as { readonly traceEvents: readonly TraceEvent[] };
  const events = trace.traceEvents;
  const threads = events.filter(({ ph, args }) => ph === 'M' && args?.name === 'CrRendererMain');
  const isMain = (event: TraceEvent): boolean => threads.some(({ pid, tid }) => event.pid === pid && event.tid === tid);
  const tasks = events.filter((event) => event.name.endsWith('RunTask') && event.ph === 'X' && isMain(event));
  const longest = (value: (event: TraceEvent) => number): number => Math.max(0, ...tasks.map(value)) / 1000;
  return { wall: longest(({ dur = 0 }) => dur), cpu: longest(({ tdur = 0 }) => tdur) };
}
