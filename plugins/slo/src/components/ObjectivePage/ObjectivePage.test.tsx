import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import axe from 'axe-core';
import { Route, Routes } from 'react-router-dom';
import { SloApi } from '../../api';
import { answer, fakeSloApi } from '../../__testUtils__/fakeSloApi';
import {
  breachedItem,
  idleItem,
  sampleDetail,
  sampleItem,
  sampleObjective,
  sampleSeries,
  unknownItem,
} from '../../__testUtils__/sampleObjectives';
import { showInPortal } from '../../__testUtils__/showInPortal';
import { ObjectivePage } from './ObjectivePage';

const show = (api: SloApi) =>
  showInPortal(
    <Routes>
      <Route path="/slo/objectives/:id" element={<ObjectivePage />} />
      <Route path="*" element={<p>elsewhere</p>} />
    </Routes>,
    api,
    { address: '/slo/objectives/1111111111111111' },
  );
const part = (name: string) => screen.findByRole('region', { name });

describe('ObjectivePage', () => {
  it('answers first: how it fares, why, what is left, what to do', async () => {
    const getObjective = jest.fn(fakeSloApi().getObjective);
    show(fakeSloApi({ getObjective }));
    const now = await part('Now');
    expect(getObjective).toHaveBeenCalledWith(
      '1111111111111111',
      expect.anything(),
    );
    expect(now).toHaveTextContent(
      'warningburningpage-6h fires: 6.1 times too fast over 6 h.',
    );
    expect(
      within(now).getByRole('meter', {
        name: 'Writes p95 ≤ 700 ms: budget left',
      }),
    ).toHaveAttribute('aria-valuetext', '41 % · 2 h 57 min left');
    expect(now).toHaveTextContent('Act now: follow the runbook');
    expect(
      await within(now).findByRole('link', { name: /example.org\/runbook/ }),
    ).toHaveAttribute('href', 'https://example.org/runbook');
    expect(
      within(now).getByRole('link', { name: 'All objectives of the service' }),
    ).toHaveAttribute('href', '/catalog/default/component/policy-reasoner/slo');
    expect(
      screen.getByRole('link', { name: 'SLOs of edge-team' }),
    ).toHaveAttribute(
      'href',
      '/slo?view=board&owner=group%3Adefault%2Fedge-team',
    );
  });

  it('shows the numbers behind it', async () => {
    show(fakeSloApi());
    const numbers = await part('Numbers');
    expect(numbers).toHaveTextContent('Target99.0 %Actual99.4 %');
    expect(numbers).toHaveTextContent('6,240 bad of 13,000,000 events');
    expect(numbers).toHaveTextContent('Whole budget7 h 12 min');
    expect(numbers).toHaveTextContent('99.8 % of the minutes since');
    expect(numbers).toHaveTextContent('$0.082 / k events');
  });

  it('has every chart as a table, with what was not seen said', async () => {
    const getSeries = jest.fn(fakeSloApi().getSeries);
    show(fakeSloApi({ getSeries }));
    for (const name of ['Budget left', 'Burn rates', 'Errors', 'Requests']) {
      await userEvent.click(
        await screen.findByRole('button', { name: `${name}: show as a table` }),
      );
      expect(
        within(screen.getByRole('table', { name })).getAllByText('no data')
          .length,
      ).toBeGreaterThan(0);
    }
    const burns = screen.getByRole('table', { name: 'Burn rates' });
    expect(within(burns).getAllByRole('columnheader')).toHaveLength(5);
    // One answer for all of them.
    expect(getSeries).toHaveBeenCalledTimes(1);
  });

  it('says what is watched, and what a row finds now', async () => {
    show(fakeSloApi());
    const table = within(await part('Alert rows')).getByRole('table');
    const [, first, second] = within(table).getAllByRole('row');
    expect(first).toHaveTextContent(
      'page-1h (page)quiet14.4×1 h: 6.4×5 min: 7.0×2 %9 min',
    );
    expect(second).toHaveTextContent('page-6h (page)fires since');
    expect(second).toHaveTextContent(
      '6 h: ▲ 6.1×, above its factor of 6×30 min: ▲ 6.6×',
    );
  });

  it('shows burns, queries and the document', async () => {
    show(fakeSloApi());
    const burns = within(await part('Burns')).getAllByRole('row');
    expect(burns[1]).toHaveTextContent(/page-6h.*so far7\.2×/);
    expect(burns[2]).toHaveTextContent(/ticket-1d.*2 h 5 min3\.4×/);
    const queries = await part('Queries');
    expect(queries).toHaveTextContent('sum(http_requests_total{code!~"5.."})');
    expect(
      within(queries).getByRole('button', { name: 'Copy the query for good' }),
    ).toBeInTheDocument();
    const document = await part('Document');
    expect(document).toHaveTextContent(/objectives\.yaml.*, line 12/);
    expect(document).toHaveTextContent(
      'slo/objectives.yaml:31warningop has no effect beside a ratio',
    );
  });

  it('says how old the numbers are where the source does not answer', async () => {
    show(
      fakeSloApi({
        getObjective: async () => sampleDetail({ ...unknownItem, history: [] }),
      }),
    );
    const now = await part('Now');
    expect(now).toHaveTextContent('insufficient data');
    expect(now).toHaveTextContent(/does not answer: last good value, .* old/);
    expect(now).toHaveTextContent('prometheus did not answer within 30 s');
    expect(now).toHaveTextContent('Mend the source first');
    expect(await part('Numbers')).toHaveTextContent('Actualunknown');
    expect(await part('Burns')).toHaveTextContent(
      'No burn in the last 90 days',
    );
  });

  it.each([
    ['used up', breachedItem, 'The budget was used up'],
    ['without traffic', idleItem, 'Check that the queries count'],
    ['pending', sampleItem({ state: undefined }), 'It was not evaluated yet.'],
  ])('says so where it is %s', async (_, item, text) => {
    show(fakeSloApi({ getObjective: async () => sampleDetail(item) }));
    expect(await part('Now')).toHaveTextContent(text);
  });

  it('says what counts are, where they are pushed and of slices', async () => {
    const objective = sampleObjective({
      budgetingMethod: 'Timeslices',
      sliceMinutes: 5,
      sliceTarget: 0.95,
      queries: [],
      ownerRef: undefined,
    });
    show(
      fakeSloApi({
        getObjective: async () =>
          sampleDetail({ ...sampleItem({ objective }), history: [] }),
      }),
    );
    expect(await part('Numbers')).toHaveTextContent(
      'Timeslices, slices of 5 min, good from 95.0 %',
    );
    expect(await part('Queries')).toHaveTextContent('its counts are pushed');
    expect(
      screen.getByRole('link', { name: 'SLOs of all teams' }),
    ).toBeInTheDocument();
  });

  it('draws no chart of nothing', async () => {
    const points = sampleSeries().points.map(point => ({
      ...point,
      total: null,
      bad: null,
      budgetLeft: null,
      burn: {},
    }));
    show(fakeSloApi({ getSeries: async () => sampleSeries({ points }) }));
    expect(
      await screen.findAllByText('Nothing was seen in this window'),
    ).toHaveLength(4);
  });

  it('keeps the rest where only the charts fail, and tries again', async () => {
    let fails = true;
    show(
      fakeSloApi({
        getSeries: async () => {
          if (fails) throw new Error('no charts today');
          return sampleSeries();
        },
      }),
    );
    expect(await screen.findByText('no charts today')).toBeInTheDocument();
    expect(await part('Numbers')).toBeInTheDocument();
    fails = false;
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await part('Errors')).toBeInTheDocument();
  });

  it.each([
    ['loading', () => new Promise<never>(() => {}), 'Loading the objective'],
    [
      'denied',
      async () => Promise.reject(answer(403)),
      'You may not see the objective',
    ],
    [
      'failed',
      async () => Promise.reject(new Error('the backend is away')),
      'the backend is away',
    ],
    [
      'gone',
      async () => Promise.reject(answer(404)),
      'There is no such objective',
    ],
  ])('says so where it is %s', async (_, getObjective, text) => {
    show(fakeSloApi({ getObjective }));
    expect(await screen.findByText(text)).toBeInTheDocument();
  });

  it('has no accessibility fault that axe knows', async () => {
    const { container } = show(fakeSloApi());
    await part('Document');
    // The first import of the chart library takes longer than a test waits.
    await screen.findByText('Burn rate (×)', {}, { timeout: 20_000 });
    const { violations } = await axe.run(container);
    expect(violations).toEqual([]);
    // Axe takes seconds where other work shares the machine.
  }, 30_000);
});
