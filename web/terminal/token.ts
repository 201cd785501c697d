// What a token says of itself and of an account: checked where that is possible.

import { bytesToHex, concat, toNumber } from "../protocol/bytes.ts";
import { type Address, toHash } from "../protocol/word.ts";
import { addressArgument } from "./calldata.ts";
import { askView, type Chain } from "./chain.ts";
import { Refusal } from "./endpoint.ts";
import { Failure } from "./failure.ts";
import { checkDomain, type TokenDomain } from "./signing.ts";

/** What an account has of a token, and what it lets spender take. */
export async function holdings(chain: Chain, token: Address, owner: Address, spender: Address, signal?: AbortSignal) {
  const [held, allowed] = await chain.ask(
    [
      askView(token, "balanceOf", [addressArgument(owner)], 32),
      askView(token, "allowance", [addressArgument(owner), addressArgument(spender)], 32),
    ],
    signal,
  );
  if (held instanceof Refusal || allowed instanceof Refusal)
    throw new Failure("refused", "the product's token does not answer as a token should");
  return { held: toNumber(held), allowed: toNumber(allowed) };
}

/**
 * The domain that a token signs in, and the next nonce of an owner's permits. The
 * version is what the token tells (EIP-5267, or a view version), else 1; all is
 * checked against its DOMAIN_SEPARATOR.
 */
export async function domainOf(chain: Chain, token: Address, owner: Address, signal?: AbortSignal) {
  const [separator, name, version, told, nonce] = await chain.ask(
    [
      askView(token, "DOMAIN_SEPARATOR", [], 32),
      askView(token, "name", []),
      askView(token, "version", []),
      askView(token, "eip712Domain", []),
      askView(token, "nonces", [addressArgument(owner)], 32),
    ],
    signal,
  );
  if (separator instanceof Refusal || name instanceof Refusal) throw unsigned();
  const domain: TokenDomain = {
    name: told instanceof Refusal ? string(name, 0) : string(told, 1),
    version: told instanceof Refusal ? (version instanceof Refusal ? "1" : string(version, 0)) : string(told, 2),
    chainId: chain.chainId,
    token,
    separator: toHash(separator),
  };
  checkDomain(domain);
  return { domain, nonce: nonce instanceof Refusal ? undefined : toNumber(nonce) };
}

function unsigned(): Failure {
  return new Failure("refused", "the product's token takes no signatures", ["an approval pays as well"]);
}

// The text at a word of an answer, which says where it starts.
function string(bytes: Uint8Array, at: number): string {
  const start = Number(toNumber(bytes.slice(32 * at, 32 * at + 32)));
  const length = Number(toNumber(bytes.slice(start, start + 32)));
  const text = bytes.slice(start + 32, start + 32 + length);
  if (!Number.isSafeInteger(length) || text.length !== length)
    throw new Failure("refused", `the token tells a malformed text: ${bytesToHex(concat(bytes)).slice(0, 66)}`);
  return new TextDecoder("utf-8", { fatal: true }).decode(text);
}
