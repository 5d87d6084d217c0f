import { TreemapChart, type TreemapSeriesOption } from 'echarts/charts';
import type { TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, use } from 'echarts/core';

use([TreemapChart]);

export type TreemapSeries = TreemapSeriesOption;
export type TreemapNode = NonNullable<TreemapSeriesOption['data']>[number];
export type TreemapOptions = ComposeOption<TreemapSeriesOption | TooltipComponentOption>;
