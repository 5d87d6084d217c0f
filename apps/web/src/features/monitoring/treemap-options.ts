import type { OverviewUnit } from '../../shared/api/schema.gen.js';
import { CHART_TEXT } from '../../shared/charts/chart-text.js';
import { escapeHtml } from '../../shared/charts/html.js';
import { LIGHT_GLYPHS } from '../../shared/charts/light-symbols.js';
import { markIdOfTip } from '../../shared/charts/mark-id.js';
import type { ChartPalette } from '../../shared/charts/palette.js';
import { tooltipLook } from '../../shared/charts/tooltip-look.js';
import type { TreemapNode, TreemapOptions } from '../../shared/charts/treemap-chart.js';
import type { Translate } from '../../shared/export/table-of.js';
import { formatWan } from '../../shared/format/figures.js';
import { areasOf, type Area } from './areas.js';

const GAP_PX = 2;
const HEAD_PX = 22;
/** Smaller ones have no room for a name; the tooltip and the table have it. */
const NAMED_FROM_PX = 1_200;

function describe(area: Area, t: Translate): string {
  return [
    `<strong>${escapeHtml(area.name)}</strong>`,
    t('overviewCharts.tip.light', { light: t(`light.${area.light}`) }),
    t('overviewCharts.tip.budget', { money: formatWan(area.budgetFen) }),
    t('overviewCharts.tip.lag', { money: formatWan(area.lagFen) }),
    t('overviewCharts.tip.projects', { n: area.projects }),
  ].join('<br>');
}

/** The budget as an area: of departments, in them of their units, in the colour of the worst light. */
export function treemapOptions(units: readonly OverviewUnit[], t: Translate, colours: ChartPalette): TreemapOptions {
  const departments = areasOf(units);
  const all = new Map(departments.flatMap((area) => [area, ...area.units]).map((area) => [area.id, area]));
  const leaf = (area: Area): TreemapNode => ({
    id: area.id,
    name: area.name,
    value: area.budgetFen,
    itemStyle: { color: colours.softLights[area.light] },
    label: { formatter: `${LIGHT_GLYPHS[area.light]} ${area.name}\n${formatWan(area.budgetFen)}` },
  });
  const nodeOf = (area: Area): TreemapNode =>
    area.units.length === 0
      ? leaf(area)
      : {
          id: area.id,
          name: area.name,
          value: area.budgetFen,
          children: area.units.map(leaf),
          itemStyle: { borderColor: colours.surface, borderWidth: GAP_PX, gapWidth: GAP_PX },
          upperLabel: {
            show: true,
            height: HEAD_PX,
            color: colours.ink,
            fontWeight: 'bold',
            formatter: `${area.name} ${formatWan(area.budgetFen)}`,
          },
        };
  return {
    animation: false,
    textStyle: CHART_TEXT,
    tooltip: {
      ...tooltipLook(colours),
      trigger: 'item',
      formatter: (params: unknown) => {
        const area = all.get(markIdOfTip(params) ?? '');
        return area ? describe(area, t) : '';
      },
    },
    series: [
      {
        id: 'budget',
        type: 'treemap',
        left: 0,
        right: 0,
        top: 4,
        bottom: 0,
        roam: false,
        nodeClick: false,
        breadcrumb: { show: false },
        visibleMin: 1,
        childrenVisibleMin: NAMED_FROM_PX,
        label: { color: colours.ink, fontSize: 12, lineHeight: 17, overflow: 'truncate', position: [4, 4] },
        itemStyle: { borderColor: colours.ground, gapWidth: GAP_PX },
        emphasis: { itemStyle: { borderColor: colours.actual } },
        data: departments.map(nodeOf),
      },
    ],
  };
}
