import { SankeyChart, type SankeySeriesOption } from 'echarts/charts';
import type { TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, use } from 'echarts/core';

use([SankeyChart]);

export type SankeySeries = SankeySeriesOption;
export type SankeyOptions = ComposeOption<SankeySeriesOption | TooltipComponentOption>;
