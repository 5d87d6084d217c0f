import { describe, expect, it } from '@jest/globals';
import { indicatorType } from './indicator-type.js';

describe('the type of an indicator', () => {
  it.each([
    ['产出指标', '数量指标', 'quantity'],
    ['产出指标', '质量指标', 'quality'],
    ['产出指标', '时效指标', 'timeliness'],
    ['成本指标', '经济成本指标', 'cost'],
    ['效益指标', '社会效益指标', 'benefit'],
    ['效果指标', '可持续影响', 'benefit'],
    ['效益指标', '服务对象满意度指标', 'satisfaction'],
    ['效益指标', '', 'benefit'],
    ['满意度指标', '', 'satisfaction'],
    ['产出指标', '', 'other'],
  ])('of %s / %s is %s', (level1, level2, type) => {
    expect(indicatorType({ level1, level2 })).toBe(type);
  });
});
