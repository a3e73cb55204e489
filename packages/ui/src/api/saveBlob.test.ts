import { saveBlob } from './saveBlob';

describe('saveBlob', () => {
  it.each([
    ['lcov.info', 'lcov.info'],
    ['../../etc/lcov.info', 'lcov.info'],
    ['c:\\temp\\lcov.info', 'lcov.info'],
    ['', 'download'],
  ])('saves %p as %s and lets go of the bytes', (fileName, saved) => {
    const revoke = jest.fn();
    Object.assign(URL, {
      createObjectURL: () => 'blob:1',
      revokeObjectURL: revoke,
    });
    const clicked: string[] = [];
    const click = jest
      .spyOn(HTMLAnchorElement.prototype, 'click')
      .mockImplementation(function record(this: HTMLAnchorElement) {
        clicked.push(this.download);
      });

    saveBlob(new Blob(['x']), fileName);

    expect(clicked).toEqual([saved]);
    expect(revoke).toHaveBeenCalledWith('blob:1');
    click.mockRestore();
  });
});
