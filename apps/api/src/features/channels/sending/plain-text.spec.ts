import { describe, expect, it } from '@jest/globals';
import { plainText } from './plain-text.js';
import type { Message, MessageItem } from './sending.js';

const item = (sentence: string, link: string | null = null): MessageItem => ({
  kind: 'locked',
  params: {},
  sentence,
  link,
  projectId: null,
  unitId: null,
  createdAt: '2026-07-03T01:00:00.000Z',
});
const message = (...items: MessageItem[]): Message => ({
  id: 'the-id',
  purpose: 'notices',
  locale: 'zh',
  subject: '通知',
  items,
  opening: ['绩效运行监控'],
  closing: [],
  more: '另有 {n} 条',
});
const ROOM = { maxBytes: 2048, withId: true };

describe('the text of a message', () => {
  it('has each notice with its number and link, and ends with the id', () => {
    const text = plainText(message(item('甲', 'https://j/go?a'), item('乙')), ROOM);
    expect(text).toBe('绩效运行监控\n1. 甲\nhttps://j/go?a\n2. 乙\n[the-id]');
  });

  it('has no number where there is one notice, and makes one line of each', () => {
    expect(plainText(message(item('甲\n2. 假的一条')), ROOM)).toBe('绩效运行监控\n甲 2. 假的一条\n[the-id]');
  });

  it('leaves out what does not fit and says how much, with the id in any case', () => {
    const many = Array.from({ length: 20 }, (_, place) => item(`${place} ${'绩'.repeat(60)}`));
    const text = plainText(message(...many), ROOM);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    expect(text).toMatch(/\n另有 \d+ 条\n\[the-id\]$/);
    expect(Number(/另有 (\d+) 条/.exec(text)?.[1]) + (text.match(/^\d+\. /gm)?.length ?? 0)).toBe(20);
  });

  it('cuts a single notice between characters', () => {
    const text = plainText(message(item('绩'.repeat(2000))), ROOM);
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(2048);
    expect(text).toMatch(/绩…\n\[the-id\]$/);
    expect(text).not.toContain('\uFFFD');
  });
});
