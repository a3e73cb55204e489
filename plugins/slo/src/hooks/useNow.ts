import { useState } from 'react';

/** The moment at which the screen was first drawn, in milliseconds since 1970: its ages agree with each other. */
export function useNow(): number {
  return useState(() => Date.now())[0];
}
