import { act, renderHook, waitFor } from '@testing-library/react';
import { useLoad } from './useLoad';

describe('useLoad', () => {
  it('loads, and keeps the last good value when a retry fails', async () => {
    const load = jest
      .fn<Promise<string>, [AbortSignal]>()
      .mockResolvedValueOnce('first')
      .mockRejectedValueOnce(new Error('gone'));
    const { result } = renderHook(() => useLoad(load));
    expect(result.current).toMatchObject({ loading: true, value: undefined });

    await waitFor(() => expect(result.current.value).toBe('first'));
    act(() => result.current.retry());

    await waitFor(() => expect(result.current.error?.message).toBe('gone'));
    expect(result.current).toMatchObject({ loading: false, value: 'first' });
  });

  it('forgets the value when what is loaded changes', async () => {
    const first = () => Promise.resolve('first');
    const never = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(({ load }) => useLoad(load), {
      initialProps: { load: first as () => Promise<string> },
    });
    await waitFor(() => expect(result.current.value).toBe('first'));

    rerender({ load: never });

    expect(result.current).toMatchObject({ loading: true, value: undefined });
  });

  it('keeps the previous page where asked to', async () => {
    const first = () => Promise.resolve('first');
    const never = () => new Promise<string>(() => {});
    const { result, rerender } = renderHook(
      ({ load }) => useLoad(load, { keepPrevious: true }),
      { initialProps: { load: first as () => Promise<string> } },
    );
    await waitFor(() => expect(result.current.value).toBe('first'));

    rerender({ load: never });

    expect(result.current).toMatchObject({ loading: true, value: 'first' });
  });

  it('drops the answer of a load that was replaced', async () => {
    let answer: (value: string) => void = () => {};
    let aborted: AbortSignal | undefined;
    const slow = (signal: AbortSignal) => {
      aborted = signal;
      return new Promise<string>(resolve => {
        answer = resolve;
      });
    };
    const quick = () => Promise.resolve('quick');
    const { result, rerender } = renderHook(({ load }) => useLoad(load), {
      initialProps: { load: slow as (s: AbortSignal) => Promise<string> },
    });

    rerender({ load: quick });
    await waitFor(() => expect(result.current.value).toBe('quick'));
    await act(async () => answer('slow'));

    expect(aborted?.aborted).toBe(true);
    expect(result.current.value).toBe('quick');
  });
});
