import { evaluate } from '../__testUtils__/judged';
import { excellentFacts, GATEWAY, NOW, PRS } from '../__testUtils__/samples';
import { ScoreTexts } from './ScoreTexts';
import { toScoreRow, writeScore } from './writtenScores';

const row = toScoreRow(writeScore(evaluate(excellentFacts())), 3);

describe('ScoreTexts', () => {
  it('holds a text as long as the row is the same', () => {
    const texts = new ScoreTexts();
    expect(texts.get(row, [])).toBeUndefined();
    const text = texts.add(row, PRS, []);
    expect(JSON.parse(text.toString())).toMatchObject({ entityRef: GATEWAY });
    // SQLite tells times as numbers, PostgreSQL as dates.
    expect(texts.get({ ...row, evaluated_at: NOW.getTime() }, [])).toBe(text);
    const others = [
      { revision: 4 },
      { evaluated_at: new Date(0) },
      { inputs_digest: 'b' },
      { tenant: 'other' },
      { scorecard: 'other' },
      { environment: 'staging' },
      { entity_ref: 'component:default/ledger' },
    ];
    for (const other of others) {
      expect(texts.get({ ...row, ...other }, [])).toBeUndefined();
    }
    texts.clear();
    expect(texts.get(row, [])).toBeUndefined();
  });

  it('holds each choice of parts apart', () => {
    const texts = new ScoreTexts();
    const brief = texts.add(row, PRS, []);
    const whole = texts.add(row, PRS, ['facts']);
    expect(texts.get(row, [])).toBe(brief);
    expect(texts.get(row, ['facts'])).toBe(whole);
    const fieldsOf = (text: Buffer) =>
      Object.keys(JSON.parse(text.toString()).dimensions[0]);
    expect(fieldsOf(whole)).toEqual([...fieldsOf(brief), 'facts']);
  });

  it('lets the oldest make room, and counts one that is written anew once', () => {
    const named = (name: string) => ({ ...row, entity_ref: name });
    const { length } = new ScoreTexts().add(named('a'), PRS, []);
    const texts = new ScoreTexts({ maxBytes: 2 * length });
    for (const name of ['a', 'b', 'b', 'b', 'a', 'c']) {
      texts.add(named(name), PRS, []);
    }
    expect(
      ['a', 'b', 'c'].filter(name => texts.get(named(name), []) !== undefined),
    ).toEqual(['a', 'c']);
  });
});
