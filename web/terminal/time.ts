// What time it is, where money depends on it. Each endpoint tells it by its newest
// block, and one that lies could make a payment look over that may still come, or
// have one signed that lasts for years.

import type { Chain } from "./chain.ts";
import { Failure } from "./failure.ts";

/** This computer's clock, in Unix seconds. */
export function clock(): number {
  return Math.floor(Date.now() / 1000);
}

/** The earliest time of those that the endpoints tell, in Unix seconds: what is over by it is over by each of them. */
export async function earliest(chain: Chain, signal?: AbortSignal): Promise<number> {
  const times = await chain.each(async (one) => (await one.head(signal)).time, signal);
  return Math.min(...times);
}

/**
 * The time that an endpoint told, where every other one or this computer's clock bears
 * it out; else what these say. One that is ahead is not followed, and one that lags
 * behind holds up nothing.
 */
export async function borneOut(chain: Chain, told: number, signal?: AbortSignal): Promise<number> {
  return Math.min(told, Math.max(await earliest(chain, signal), clock()));
}

// A clock that nobody set is wrong by hours, or by a battery's life backwards; a chain
// on trial is moved by days.
const mostAhead = 7 * 24 * 60 * 60;

/**
 * Refuses a chain's time that is a week ahead of this computer's clock: what is signed
 * to last for minutes after it would last for as long.
 * @throws Failure "danger"
 */
export function checkAhead(time: number): void {
  const now = clock();
  if (time <= now + mostAhead) return;
  const [chain, here] = [time, now].map((seconds) => new Date(Math.min(8.64e15, 1000 * seconds)).toISOString());
  throw new Failure("danger", `the chain's endpoint says that it is ${chain}, this computer's clock says ${here}`, [
    "nothing was signed; set the clock, or name another endpoint of the chain",
  ]);
}
