// Answers as what `forThread` makes does, compiled: a thread of a test knows no TypeScript.
const { isMainThread } = require('node:worker_threads');

Object.defineProperty(exports, '__esModule', { value: true });
exports.default = async input => {
  if (input === undefined) return undefined;
  if (input.end) process.exit(1);
  while (input.hang);
  return { output: { sum: input.a + input.b, isMainThread } };
};
