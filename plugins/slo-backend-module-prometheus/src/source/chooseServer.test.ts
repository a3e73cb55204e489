import { metric } from '../__testUtils__/ratio';
import { serverAt } from '../__testUtils__/server';
import { PrometheusClient } from '../client/PrometheusClient';
import { chooseServer } from './chooseServer';

const one = new PrometheusClient(serverAt('http://one.example.org'));
const two = new PrometheusClient(
  serverAt('https://two.example.org/prom', { name: 'two' }),
);

describe('chooseServer', () => {
  it.each([
    ['the only one', {}, [one], one],
    ['by name', { dataSource: 'two' }, [one, two], two],
    [
      'by address',
      { dataSource: 'x', connection: { url: 'https://two.example.org/prom/' } },
      [one, two],
      two,
    ],
    [
      'none by another address',
      { dataSource: 'main', connection: { url: 'https://two.example.org/' } },
      [one, two],
      'the address of the DataSource is not configured: add it to slo.prometheus.servers, or use one of main, two',
    ],
    [
      'none by another name',
      { dataSource: 'three' },
      [one, two],
      'slo.prometheus.servers has no three; it has main, two',
    ],
    [
      'none of several',
      {},
      [one, two],
      'several servers are configured: name one of main, two by a DataSource',
    ],
    [
      'none of none',
      { dataSource: 'main' },
      [],
      'no Prometheus is configured: name one in slo.prometheus.servers',
    ],
  ])('takes %s', (_, more, clients, expected) => {
    expect(chooseServer(metric('a', more), clients)).toBe(expected);
  });
});
