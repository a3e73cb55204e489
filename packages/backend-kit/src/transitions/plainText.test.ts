import fc from 'fast-check';
import { plainText } from './plainText';

describe('plainText', () => {
  it.each([
    ['gateway', 'gateway'],
    [
      '60 % of lines covered; all from 80 %.',
      '60 % of lines covered; all from 80 %.',
    ],
    ['0.72 of 0.90', '0.72 of 0.90'],
    ['my_service-2', 'my_service-2'],
    ['_sly_ *bold* `code` ~~gone~~', 'sly bold code gone'],
    ['<b>x</b><script>', 'b x /b script'],
    ['[click](https://evil.example)', 'click (https: //evil\u2024example)'],
    ['evil.example', 'evil\u2024example'],
    ['data:text/html,x', 'data: text/html,x'],
    ['@channel #general', 'channel general'],
    ['two\nlines\u202Ereversed', 'two lines reversed'],
    ['  ', ''],
  ])('%j becomes %j', (text, expected) => {
    expect(plainText(text)).toBe(expected);
  });

  it('cuts by letters, not in the middle of one', () => {
    expect(plainText('🚀🚀🚀🚀', 3)).toBe('🚀🚀…');
  });

  it('never lets markup, control characters or a link through', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 80 }), text => {
        const plain = plainText(text);
        expect(plain).not.toMatch(/[<>[\]*`~|\\#@&\n\r\t\u202e]/);
        expect(plain).not.toMatch(/[a-z]:\/\//i);
        expect([...plain].length).toBeLessThanOrEqual(200);
      }),
    );
  });
});
