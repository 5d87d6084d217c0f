import { BarChart, type BarSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, use } from 'echarts/core';

use([BarChart, GridComponent]);

export type BarSeries = BarSeriesOption;
export type BarOptions = ComposeOption<BarSeriesOption | GridComponentOption | TooltipComponentOption>;
