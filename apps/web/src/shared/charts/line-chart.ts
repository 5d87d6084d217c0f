import { CustomChart, LineChart, type CustomSeriesOption, type LineSeriesOption } from 'echarts/charts';
import { GridComponent, type GridComponentOption, type TooltipComponentOption } from 'echarts/components';
import { type ComposeOption, use } from 'echarts/core';
import { LabelLayout } from 'echarts/features';

use([CustomChart, LineChart, GridComponent, LabelLayout]);

export type LineSeries = LineSeriesOption;
/** A shape between two lines: the interval around a forecast. */
export type BandSeries = CustomSeriesOption;
export type LineOptions = ComposeOption<
  LineSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption
>;
