import type { Command } from 'commander';
import type { LightsDocument } from '../features/monitoring/index.js';
import { jsonOption, monthOption, unitOption, yearOption, type RoundOptions } from './options.js';
import { print, printJson } from './output.js';

type Options = RoundOptions & { readonly unit?: string };

/** `lights`: the lights of a round with their figures and reasons, worst first. */
export function addLightsCommand(program: Command): void {
  program
    .command('lights')
    .description('show the lights of a round with their figures and reasons')
    .addOption(yearOption().makeOptionMandatory())
    .addOption(monthOption().makeOptionMandatory())
    .addOption(unitOption('only this unit and those below it'))
    .addOption(jsonOption())
    .action(async ({ year, month, unit, json }: Options) => {
      const { OPERATOR, withProgram } = await import('./with-app.js');
      const { LightsDocumentQuery, WaitForLights } = await import('../features/monitoring/index.js');
      const lights = await withProgram({ runJobs: true }, async (app) => {
        await app.get(WaitForLights).run(year);
        return app.get(LightsDocumentQuery).run(OPERATOR, year, month, unit);
      });
      if (json) printJson(lights);
      else print(table(lights));
    });
}

const SHAPE = { red: '▲ 红', yellow: '◆ 黄', green: '● 绿', blue: '■ 蓝', grey: '○ 灰' } as const;
const points = (value: number | null): string => (value === null ? '—' : `${value > 0 ? '+' : ''}${value.toFixed(2)}`);
const percent = (value: number | null): string => (value === null ? '—' : `${value.toFixed(2)}%`);

const table = ({ projects }: LightsDocument): string =>
  projects
    .map(({ light, name, code, spend, goals }) =>
      [
        SHAPE[light],
        name,
        code ?? '—',
        `资金 ${SHAPE[spend.light]} ${percent(spend.executionRate)} (${points(spend.gapToPlan)}) ${spend.reason}`,
        `目标 ${SHAPE[goals.light]}`,
      ].join('\t'),
    )
    .join('\n');
