/**
 * Gives bytes to the browser to save. Of a name that has a path in it the last part is kept; without a name it is `download`.
 *
 * @public
 */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName.split(/[\\/]/).pop() || 'download';
  anchor.click();
  URL.revokeObjectURL(url);
}
