import { describe, expect, it } from '@jest/globals';
import { signedForDingTalk, signedForFeishu, webhookSignature } from './signatures.js';

const SECRET = 'SECdemo0123456789';

/** The expected values were computed by another program (Python's hmac). */
describe('signatures', () => {
  it('of 钉钉 stand in the address, the base64 escaped', () => {
    const url = 'https://oapi.dingtalk.com/robot/send?access_token=abc';
    expect(signedForDingTalk(url, SECRET, 1782864000000)).toBe(
      `${url}&timestamp=1782864000000&sign=mSUyhrlOzYh1oFCUETwmnYm0gHijfJOrVBQKnx4j7vQ%3D`,
    );
  });

  it('of 飞书 have the text as their key', () => {
    expect(signedForFeishu(SECRET, 1782864000)).toEqual({
      timestamp: '1782864000',
      sign: '9asErlDO5HJ3N1ofjSn6DEnS1WjH+TTnH4zFp3QTTnw=',
    });
  });

  it('of a webhook cover the time and the bytes of the body', () => {
    expect(webhookSignature(SECRET, 1782864000, '{"id":"0199","text":"预警"}')).toBe(
      't=1782864000,v1=a2b42c4d37a895ca8e94edc2bcbfcc3d568fed3bc62217797177b2f75cea19fa',
    );
  });
});
