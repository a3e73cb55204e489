import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'yaml';
import { shareOf } from './shareOf.mjs';

const DAY = 24 * 60;

/** Minutes for which everything is counted alike. */
export const BLOCK = 5;

/**
 * What is counted for an SLO.
 *
 * @typedef {object} Counted
 * @property {number} perMinute   Events in a minute, the mean of a weekday.
 * @property {number} bad   The usual share of events that are not good.
 * @property {Incident[]} [incidents]   Of several at a time the last one counts.
 * @property {number} [stopsDaysAgo]   Days from the end of counting to the anchor.
 */

/**
 * A time in which another share is bad.
 *
 * @typedef {object} Incident
 * @property {number} daysAgo   Days from its start to the anchor.
 * @property {number} [days]   How long it takes; for good where neither is there.
 * @property {number} [hours]
 * @property {number} bad
 * @property {number} [againAfterDays]   Days from its start to that of its repetition, without end.
 */

/**
 * @typedef {object} Traffic
 * @property {string} environment
 * @property {Record<string, Record<string, Counted>>} services   By name of the service and of the SLO.
 */

/**
 * @param {string} folder
 * @returns {Promise<Traffic>}
 */
export async function readTraffic(folder) {
  return parse(await readFile(join(folder, 'traffic.yaml'), 'utf8'));
}

/**
 * What was counted in each minute of a block: the same arguments give the same counts.
 *
 * @param {Counted} counted
 * @param {object} options
 * @param {string} options.slo   Two SLOs with equal traffic are not counted alike.
 * @param {number} options.block   Since 1970.
 * @param {number} options.anchor   Minute since 1970 that the days count back from.
 * @returns {{ good: number, total: number } | undefined} undefined where nobody counts any more
 */
export function countsIn(counted, { slo, block, anchor }) {
  const minute = block * BLOCK;
  const { perMinute, stopsDaysAgo } = counted;
  if (stopsDaysAgo !== undefined && minute >= anchor - stopsDaysAgo * DAY) {
    return undefined;
  }
  const wave = perMinute * hourFactor(minute) * dayFactor(minute);
  const total = Math.round(wave * (0.9 + 0.2 * chance(`${slo} total`, block)));
  const expected = total * shareOf(counted, (minute - anchor) / DAY);
  // Whole events whose mean is what is expected, also where that is less than one.
  const bad = Math.floor(expected + chance(`${slo} bad`, block));
  return { good: total - Math.min(bad, total), total };
}

/** Least at three in the morning, most at three in the afternoon, 1 in the mean. */
function hourFactor(minute) {
  const hour = (minute % DAY) / 60;
  return 0.3 + 1.4 * Math.sin((Math.PI * (hour - 3)) / 24) ** 2;
}

/** 1 January 1970 was a Thursday. */
function dayFactor(minute) {
  const weekday = (Math.floor(minute / DAY) + 3) % 7;
  return weekday >= 5 ? 0.5 : 1;
}

/** A number from 0 to below 1 that looks like chance, and is always the same for the same name and block. */
function chance(name, block) {
  return mix(seedOf(name) ^ mix(block)) / 2 ** 32;
}

const seeds = new Map();

/** FNV-1a. */
function seedOf(name) {
  let hash = seeds.get(name);
  if (hash === undefined) {
    hash = 0x811c9dc5;
    for (const character of name) {
      hash = Math.imul(hash ^ character.charCodeAt(0), 0x01000193);
    }
    seeds.set(name, hash);
  }
  return hash;
}

/** Spreads neighbours over all of 32 bits (the finalizer of MurmurHash3). */
function mix(number) {
  let hash = number | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
