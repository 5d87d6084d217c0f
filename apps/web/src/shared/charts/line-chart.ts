import { CustomChart, LineChart, type CustomSeriesOption, type LineSeriesOption } from 'echarts/charts';
import {
  GridComponent,
  type GridComponentOption,
  TooltipComponent,
  type TooltipComponentOption,
} from 'echarts/components';
import { type ComposeOption, use } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';

use([CustomChart, LineChart, GridComponent, TooltipComponent, CanvasRenderer]);

export type LineSeries = LineSeriesOption;
/** A shape between two lines: the interval around a forecast. */
export type BandSeries = CustomSeriesOption;
export type LineOptions = ComposeOption<
  LineSeriesOption | CustomSeriesOption | GridComponentOption | TooltipComponentOption
>;
