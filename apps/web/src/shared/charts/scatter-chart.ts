import { ScatterChart, type ScatterSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  MarkLineComponent,
  type MarkLineComponentOption,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';

use([ScatterChart, GridComponent, MarkLineComponent, LabelLayout]);

export type ScatterSeries = ScatterSeriesOption;
export type ScatterOptions = ComposeOption<
  ScatterSeriesOption | GridComponentOption | MarkLineComponentOption | TooltipComponentOption
>;
