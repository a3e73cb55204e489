import { entityRefsOf } from './entityRefsOf';

describe('entityRefsOf', () => {
  it.each([
    ['kind: Component\nmetadata: { name: Gate }\n', ['component:default/gate']],
    [
      'kind: API\nmetadata: { name: a, namespace: x }\n---\nkind: Component\nmetadata: { name: b }\n',
      ['api:x/a', 'component:default/b'],
    ],
  ])('reads %j', (text, refs) => {
    expect(entityRefsOf(Buffer.from(text))).toEqual(refs);
  });

  it.each([
    [undefined, 'hold no catalog-info.yaml'],
    ['', 'holds no entity'],
    ['kind: [', 'no valid YAML'],
    ['just text', 'needs a kind and a metadata.name'],
    ['kind: Component', 'needs a kind and a metadata.name'],
    ['kind: Component\nmetadata: { name: 7 }', 'needs a kind'],
    ['null', 'needs a kind'],
  ])('refuses %j', (text, message) => {
    expect(() =>
      entityRefsOf(text === undefined ? undefined : Buffer.from(text)),
    ).toThrow(message);
  });
});
