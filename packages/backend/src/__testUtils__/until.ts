/**
 * Asks again and again until the answer will do.
 *
 * @param seconds - after which it gives up, with the last answer in the error
 */
export async function until<T>(
  ask: () => Promise<T>,
  done: (answer: T) => boolean,
  seconds = 10,
): Promise<T> {
  const deadline = Date.now() + seconds * 1000;
  for (;;) {
    const answer = await ask();
    if (done(answer)) return answer;
    if (Date.now() > deadline) {
      throw new Error(
        `Still not after ${seconds} s: ${JSON.stringify(answer)}`,
      );
    }
    await new Promise(resolve => setTimeout(resolve, 25));
  }
}
