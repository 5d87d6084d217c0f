import { describe, expect, it } from '@jest/globals';
import { FIRST_SLIDE, SCENES, secondsOf, type Slide, slideBeside, wallAction } from './scenes.js';

describe('the scenes of the wall', () => {
  const one = (): number => 1;
  const walk = (step: 1 | -1, pagesOf: (scene: Slide['scene']) => number, steps: number): string[] => {
    const slides = [FIRST_SLIDE];
    for (let done = 0; done < steps; done += 1) slides.push(slideBeside(slides.at(-1) ?? FIRST_SLIDE, step, pagesOf));
    return slides.map(({ scene, page }) => `${scene} ${page}`);
  };

  it('go round, both ways', () => {
    expect(walk(1, one, SCENES.length)).toEqual(['figures 0', 'curve 0', 'matrix 0', 'ranking 0', 'figures 0']);
    expect(walk(-1, one, SCENES.length)).toEqual(['figures 0', 'ranking 0', 'matrix 0', 'curve 0', 'figures 0']);
  });

  it('show every page of one that has several before they go on, both ways', () => {
    const pagesOf = (scene: Slide['scene']): number => (scene === 'matrix' ? 3 : 1);
    expect(walk(1, pagesOf, 5).slice(2)).toEqual(['matrix 0', 'matrix 1', 'matrix 2', 'ranking 0']);
    expect(walk(-1, pagesOf, 5).slice(1)).toEqual(['ranking 0', 'matrix 2', 'matrix 1', 'matrix 0', 'curve 0']);
  });

  it('go on where a page is no longer there', () => {
    expect(slideBeside({ scene: 'matrix', page: 4 }, 1, () => 2)).toEqual({ scene: 'ranking', page: 0 });
  });

  it('stand as long as the address says, within reason', () => {
    expect([secondsOf('30'), secondsOf('1'), secondsOf('9999')]).toEqual([30, 5, 600]);
    expect([secondsOf(undefined), secondsOf('soon'), secondsOf(['7'])]).toEqual([20, 20, 20]);
  });

  it('are turned by arrows, held by the space bar and left by Escape, but not by shortcuts of the browser', () => {
    const key = (name: string, ctrlKey = false) => wallAction({ key: name, ctrlKey, metaKey: false, altKey: false });
    expect(['ArrowRight', 'ArrowLeft', ' ', 'Escape', 'a'].map((name) => key(name))).toEqual([
      'next',
      'previous',
      'pause',
      'leave',
      null,
    ]);
    expect(key('ArrowLeft', true)).toBeNull();
  });
});
