import { createMockDirectory } from '@backstage/backend-test-utils';
import type { Entity } from '@backstage/catalog-model';
import { FileDefinitionProcessor } from './FileDefinitionProcessor';

describe('FileDefinitionProcessor', () => {
  const mockDir = createMockDirectory({
    content: { 'secret.txt': 'secret', a: { 'openapi.yaml': 'openapi' } },
  });
  const processor = new FileDefinitionProcessor();
  const entity = (definition: unknown, kind = 'API') =>
    ({
      apiVersion: 'backstage.io/v1alpha1',
      kind,
      metadata: { name: 'a' },
      spec: { type: 'openapi', definition },
    } as Entity);
  const location = (type: string) => ({
    type,
    target: mockDir.resolve('a/catalog-info.yaml'),
  });

  it('puts the text of a file in place, and asks to be run again when it changes', async () => {
    const emit = jest.fn();
    expect(
      await processor.preProcessEntity(
        entity({ $text: './openapi.yaml' }),
        location('file'),
        emit,
      ),
    ).toEqual(entity('openapi'));
    expect(emit).toHaveBeenCalledWith({
      type: 'refresh',
      key: `file:${mockDir.resolve('a/openapi.yaml')}`,
    });
  });

  it.each([
    ['a definition in place', entity('openapi'), 'file'],
    ['a web address', entity({ $text: 'https://example.com/a' }), 'file'],
    ['a catalog file from the web', entity({ $text: './openapi.yaml' }), 'url'],
    ['another kind', entity({ $text: './openapi.yaml' }, 'Component'), 'file'],
    ['more than a reference', entity({ $text: './a', b: 1 }), 'file'],
    ['a list', entity([{ $text: './openapi.yaml' }]), 'file'],
    ['no definition', entity(undefined), 'file'],
  ])('leaves %s alone', async (_what, given, type) => {
    expect(
      await processor.preProcessEntity(given, location(type), jest.fn()),
    ).toBe(given);
  });

  it.each(['../secret.txt', '/etc/hostname', '..', 'b/../../secret.txt'])(
    'does not read %s',
    async reference => {
      await expect(
        processor.preProcessEntity(
          entity({ $text: reference }),
          location('file'),
          jest.fn(),
        ),
      ).rejects.toThrow(/not allowed to refer to a/);
    },
  );

  it('goes before the placeholders of the catalog', () => {
    expect(processor.getPriority()).toBeLessThan(20);
  });
});
