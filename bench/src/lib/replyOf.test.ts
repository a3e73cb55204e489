import { ChildProcess } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { replyOf } from './replyOf';

describe('replyOf', () => {
  it('hears replies alone, whatever else a process says', async () => {
    const child = new EventEmitter();
    const reply = replyOf(child as ChildProcess);
    child.emit('message', { type: 'watch', path: 'main.ts' });
    child.emit('message', { bench: { rss: 1 } });
    await expect(reply).resolves.toEqual({ rss: 1 });
    expect(child.listenerCount('message')).toBe(0);
  });

  it('does not wait for a process that has ended', async () => {
    const child = new EventEmitter();
    const reply = replyOf(child as ChildProcess);
    child.emit('exit', 1);
    await expect(reply).rejects.toThrow('has ended');
  });
});
