/** The file name in a `content-disposition` header; undefined where it names none. */
export function attachmentName(header: string | null): string | undefined {
  return header?.match(/filename="?([^";]+)"?/i)?.[1].trim();
}
