import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { ActiveFilters } from './ActiveFilters';
import { FilterMenu } from './FilterMenu';
import { FilterSearch } from './FilterSearch';

const LEVELS = [
  { value: 'gold', title: 'Gold', count: 1204 },
  { value: '', title: 'Below all levels', count: 0 },
];

describe('FilterMenu', () => {
  function show(props: Partial<Parameters<typeof FilterMenu>[0]> = {}) {
    const onChange = jest.fn();
    render(
      <FilterMenu
        word="Level"
        options={LEVELS}
        selected={[]}
        onChange={onChange}
        {...props}
      />,
    );
    return onChange;
  }
  const options = () => screen.findAllByRole('option');

  it('offers each value with how many have it, by keyboard, and none of them is lost to Escape', async () => {
    const onChange = show({ selected: [''] });
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'Level (1)' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    const texts = (await options()).map(option => option.textContent);
    expect(texts).toEqual(['Gold1,204', 'Below all levels0']);
    // The list opens on what is chosen.
    await userEvent.keyboard('{ArrowUp}{Enter}');
    expect(onChange).toHaveBeenLastCalledWith(['', 'gold']);
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('listbox')).toBeNull();
    expect(onChange).toHaveBeenCalledTimes(1);
  });

  it('takes one value at most where there can be only one', async () => {
    const onChange = show({ selected: [''], single: true });
    await userEvent.click(screen.getByRole('button', { name: 'Level (1)' }));
    await userEvent.click((await options())[0]);
    expect(onChange).toHaveBeenLastCalledWith(['gold']);
  });

  it('lets a long list be searched', async () => {
    const teams = Array.from({ length: 8 }, (_, index) => ({
      value: `${index}`,
      title: `Team ${index}`,
    }));
    show({ options: teams });
    await userEvent.click(screen.getByRole('button', { name: 'Level' }));
    expect(await options()).toHaveLength(8);
    await userEvent.type(screen.getByRole('searchbox'), 'team 7');
    expect((await options()).map(({ textContent }) => textContent)).toEqual([
      'Team 7',
    ]);
  });

  it('cannot be opened where there is nothing to choose', () => {
    show({ options: [] });
    expect(screen.getByRole('button', { name: 'Level' })).toBeDisabled();
  });
});

describe('ActiveFilters', () => {
  const Chosen = () => {
    const [words, setWords] = useState(['a', 'b', 'c']);
    return (
      <>
        <ActiveFilters
          filters={words.map(text => ({
            text,
            without: words.filter(other => other !== text),
          }))}
          onFilter={setWords}
          onClear={() => setWords([])}
        />
        <button>after</button>
      </>
    );
  };
  const remove = (text: string) =>
    screen.getByRole('button', { name: `Remove filter ${text}` });

  it('hands the focus on to the next, to the one before, and at the end to what comes after', async () => {
    render(<Chosen />);
    remove('b').focus();
    await userEvent.keyboard('{Enter}');
    expect(remove('c')).toHaveFocus();
    await userEvent.keyboard('{Enter}');
    expect(remove('a')).toHaveFocus();
    // One alone needs no second way to be taken away.
    expect(screen.queryByRole('button', { name: 'Clear all' })).toBeNull();
    await userEvent.keyboard('{Enter}');
    expect(screen.queryByRole('list')).toBeNull();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'after' })).toHaveFocus();
  });

  it('takes all away at once', async () => {
    render(<Chosen />);
    const list = screen.getByRole('list', { name: 'Active filters' });
    expect(within(list).getAllByRole('listitem')).toHaveLength(4);
    await userEvent.click(screen.getByRole('button', { name: 'Clear all' }));
    expect(screen.queryByRole('list')).toBeNull();
    await userEvent.tab();
    expect(screen.getByRole('button', { name: 'after' })).toHaveFocus();
  });
});

describe('FilterSearch', () => {
  it('searches for the text without the space around it, and leaves what is being typed', async () => {
    const asked = jest.fn();
    const Search = () => {
      const [value, setValue] = useState('old');
      return (
        <>
          <FilterSearch
            label="Search services"
            placeholder="Name"
            value={value}
            onChange={text => {
              asked(text);
              setValue(text);
            }}
          />
          <button onClick={() => setValue('')}>clear</button>
        </>
      );
    };
    render(<Search />);
    const field = screen.getByRole('searchbox', { name: 'Search services' });
    expect(field).toHaveValue('old');
    await userEvent.clear(field);
    await userEvent.type(field, 'gate {Enter}');
    expect(asked).toHaveBeenLastCalledWith('gate');
    expect(field).toHaveValue('gate ');
    await userEvent.click(screen.getByRole('button', { name: 'clear' }));
    expect(field).toHaveValue('');
  });
});
