import { type Light, LIGHTS } from '@jixiao/domain';
import type { Overview } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import { LIGHT_GLYPHS } from '../../shared/charts/light-symbols.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import type { SankeyOptions } from '../../shared/charts/sankey-chart.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { Translate } from '../../shared/export/table-of.js';
import { formatWan } from '../../shared/format/figures.js';

type Flow = NonNullable<Overview['flow']>[number];

const nameOf = (side: 'from' | 'to', light: Light): string => `${side}:${light}`;

function describe(flows: readonly Flow[], params: unknown, t: Translate): string {
  const data = typeof params === 'object' && params !== null && 'data' in params ? params.data : null;
  if (typeof data !== 'object' || data === null || !('source' in data) || !('target' in data)) return '';
  const flow = flows.find(({ from, to }) => nameOf('from', from) === data.source && nameOf('to', to) === data.target);
  if (!flow) return '';
  const lights = { from: t(`light.${flow.from}`), to: t(`light.${flow.to}`) };
  return t('overviewCharts.tip.flow', { ...lights, n: flow.projects, money: formatWan(flow.budgetFen) });
}

/** The projects of a round by their light in the one before, at left, and now; as wide as they are many. */
export function lightFlowOptions(flows: readonly Flow[], t: Translate, colours: ChartPalette): SankeyOptions {
  const side = (which: 'from' | 'to') =>
    LIGHTS.flatMap((light) => {
      const projects = flows.filter((flow) => flow[which] === light).reduce((all, flow) => all + flow.projects, 0);
      if (projects === 0) return [];
      return [
        {
          name: nameOf(which, light),
          depth: which === 'from' ? 0 : 1,
          itemStyle: { color: colours.lights[light] },
          label: {
            position: which === 'from' ? ('right' as const) : ('left' as const),
            formatter: `${LIGHT_GLYPHS[light]} ${t(`light.${light}`)} ${projects}`,
            color: colours.ink,
            fontSize: 13,
          },
        },
      ];
    });
  return {
    animation: false,
    textStyle: CHART_TEXT,
    tooltip: { ...tooltipLook(colours), trigger: 'item', formatter: (params: unknown) => describe(flows, params, t) },
    series: [
      {
        id: 'flow',
        type: 'sankey',
        left: 4,
        right: 4,
        top: 8,
        bottom: 8,
        nodeWidth: 14,
        nodeGap: 14,
        draggable: false,
        // The order of the lights, worst on top, is not to be rearranged.
        layoutIterations: 0,
        emphasis: { focus: 'adjacency' },
        data: [...side('from'), ...side('to')],
        links: flows.map(({ from, to, projects }) => ({
          source: nameOf('from', from),
          target: nameOf('to', to),
          value: projects,
          lineStyle: { color: colours.lights[to], opacity: from === to ? 0.16 : 0.42 },
        })),
      },
    ],
  };
}
