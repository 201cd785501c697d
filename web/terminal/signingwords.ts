// What a wallet is about to be asked to sign, for people: read from the very data
// that it signs.

import { equal } from "../protocol/bytes.ts";
import { contractsOf } from "../protocol/contracts.ts";
import { type Address, parseAddress } from "../protocol/word.ts";

import { checksummed } from "./calldata.ts";
import { span } from "./enforcing.ts";
import { money } from "./money.ts";
import { contractName } from "./payment.ts";
import type { TypedData } from "./signing.ts";

/**
 * Says what typed data of a payment allows. now is the chain's time, in Unix seconds.
 * @throws RangeError for what is no payment by the escrow's router: that is never to be signed
 */
export function wordsOf(data: TypedData, escrow: Address, now: number): string {
  const { primaryType, message } = data;
  const within = (deadline: unknown): string => `within ${span(Number(deadline) - now)}`;
  switch (primaryType) {
    case "Permit":
      return `lets ${router(message["spender"], escrow)} take ${amountOf(data)}, once, ${within(message["deadline"])}`;
    case "ReceiveWithAuthorization": {
      const until = within(message["validBefore"]);
      return `lets ${router(message["to"], escrow)} take ${amountOf(data)}, once, ${until}, for this purchase alone`;
    }
    case "Request":
      router(data.domain["verifyingContract"], escrow);
      return requestWords(data, within(message["deadline"]));
  }
  throw new RangeError(`${primaryType} is no payment`);
}

function requestWords({ domain, message }: TypedData, within: string): string {
  const { token } = message["offer"] as { token: string };
  const price = money(Number(domain["chainId"]), addressOf(token), BigInt(String(message["maxPrice"])));
  const product = `tier ${String(message["tier"])} of the product ${checksummed(addressOf(message["product"]))}`;
  const back = `if no key comes, the money can be had back for ${checksummed(addressOf(message["refundTo"]))}`;
  return `buys ${product} for at most ${price}, ${within}; ${back}`;
}

function amountOf({ domain, message }: TypedData): string {
  const token = addressOf(domain["verifyingContract"]);
  return money(Number(domain["chainId"]), token, BigInt(String(message["value"])));
}

function router(at: unknown, escrow: Address): string {
  const address = addressOf(at);
  if (equal(address, contractsOf(escrow).router)) return contractName(address, escrow);
  throw new RangeError(`${checksummed(address)} is not the escrow's router`);
}

function addressOf(value: unknown): Address {
  return parseAddress(String(value));
}
