import { plainText } from './plainText';

describe('plainText', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '[31mred[0m'],
    ['over\rwritten\u0007\u009b', 'overwritten'],
    ['abc\u202edcba\u2066', 'abcdcba'],
    ['keeps\ttabs\nand ä 中', 'keeps\ttabs\nand ä 中'],
  ])('%j becomes %j', (text, plain) => {
    expect(plainText(text)).toBe(plain);
  });
});
