/** A level's name as it is shown: `Gold`; `Below all levels` where none was reached. @public */
export function levelWord(level: string | undefined): string {
  if (!level) return 'Below all levels';
  return level.charAt(0).toLocaleUpperCase('en') + level.slice(1);
}
