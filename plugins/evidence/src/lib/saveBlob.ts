/** Gives bytes to the browser to save. The browser keeps the last part of a name that has a path in it. */
export function saveBlob(blob: Blob, fileName: string): void {
  const url = URL.createObjectURL(blob);
  const anchor = document.createElement('a');
  anchor.href = url;
  anchor.download = fileName.split(/[\\/]/).pop() || 'evidence';
  anchor.click();
  URL.revokeObjectURL(url);
}
