import { act, render, screen } from '@testing-library/react';
import { ScrollRegion } from './ScrollRegion';

function measure(scrollWidth: number) {
  jest
    .spyOn(HTMLElement.prototype, 'scrollWidth', 'get')
    .mockReturnValue(scrollWidth);
  jest.spyOn(HTMLElement.prototype, 'clientWidth', 'get').mockReturnValue(300);
}

const region = () => screen.queryByRole('region', { name: 'Services: table' });
const show = () =>
  render(<ScrollRegion label="Services: table">rows</ScrollRegion>);

describe('ScrollRegion', () => {
  afterEach(() => jest.restoreAllMocks());

  it('takes the focus where there is something to scroll', () => {
    measure(301);
    show();
    expect(region()).toHaveAttribute('tabindex', '0');
    expect(region()).toHaveTextContent('rows');
  });

  it('is no stop on the way where all is seen', () => {
    measure(300);
    show();
    expect(region()).not.toBeInTheDocument();
    expect(screen.getByText('rows')).not.toHaveAttribute('tabindex');
  });

  it('looks again when a size changes, and stops when it is gone', () => {
    const last: { look?: ResizeObserverCallback } = {};
    const disconnect = jest.fn();
    window.ResizeObserver = class {
      constructor(look: ResizeObserverCallback) {
        last.look = look;
      }
      observe() {}
      unobserve() {}
      disconnect = disconnect;
    };
    measure(300);
    const { unmount } = show();
    measure(301);
    act(() => last.look?.([], new ResizeObserver(() => {})));
    expect(region()).toBeInTheDocument();
    unmount();
    expect(disconnect).toHaveBeenCalledTimes(1);
    Reflect.deleteProperty(window, 'ResizeObserver');
  });
});
