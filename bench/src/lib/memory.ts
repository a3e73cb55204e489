/** `rest`: collect garbage, say what is used, and begin to watch. `peak`: end the watch, and say what the most was. */
export type MemoryRequest = 'rest' | 'peak';

/** In MB (2^20 bytes): memory of the process that is resident, and the part of V8's heap that is used. */
export interface MemoryReply {
  rss: number;
  heap: number;
}
