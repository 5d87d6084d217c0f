import { describe, expect, it } from '@jest/globals';
import { SCENES, sceneBeside, secondsOf, wallAction } from './scenes.js';

describe('the scenes of the wall', () => {
  it('go round, both ways', () => {
    expect(SCENES.map((scene) => sceneBeside(scene, 1))).toEqual(['matrix', 'ranking', 'figures']);
    expect(SCENES.map((scene) => sceneBeside(scene, -1))).toEqual(['ranking', 'figures', 'matrix']);
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
