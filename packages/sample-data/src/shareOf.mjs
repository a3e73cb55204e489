/**
 * The share of events that are bad at a moment.
 *
 * @param {import('./traffic.mjs').Counted} counted
 * @param {number} day   Days since the anchor; below 0 before it.
 */
export function shareOf({ bad, incidents = [] }, day) {
  const incident = incidents.findLast(candidate => isOn(candidate, day));
  return incident ? incident.bad : bad;
}

function isOn({ daysAgo, days, hours = 0, againAfterDays }, day) {
  const since = day + daysAgo;
  if (since < 0) return false;
  const length = days ?? (hours ? hours / 24 : Infinity);
  return (againAfterDays ? since % againAfterDays : since) < length;
}
