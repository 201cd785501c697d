// What a token says of itself and of an account: checked where that is possible.

import { ascii, bytesToHex, concat, equal, toNumber } from "../protocol/bytes.ts";
import { keccak } from "../protocol/hashing.ts";
import { type Address, toHash } from "../protocol/word.ts";
import { addressArgument, type Argument, hashArgument } from "./calldata.ts";
import { type Ask, askCode, askView, type Chain } from "./chain.ts";
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
      askWord(token, "DOMAIN_SEPARATOR"),
      askView(token, "name", []),
      askView(token, "version", []),
      askView(token, "eip712Domain", []),
      askWord(token, "nonces", addressArgument(owner)),
    ],
    signal,
  );
  if (!isWord(separator) || name instanceof Refusal) throw unsigned();
  const domain: TokenDomain = {
    name: told instanceof Refusal ? string(name, 0) : string(told, 1),
    version: told instanceof Refusal ? (version instanceof Refusal ? "1" : string(version, 0)) : string(told, 2),
    chainId: chain.chainId,
    token,
    separator: toHash(separator),
  };
  checkDomain(domain);
  return { domain, nonce: isWord(nonce) ? toNumber(nonce) : undefined };
}

/** How a token can be paid with, the easiest first: see {@link waysOf}. */
export type Way = "authorization" | "permit" | "approval";

/** The ways of a token, and what its signatures need. */
export interface Ways {
  readonly ways: readonly Way[];
  readonly known?: Awaited<ReturnType<typeof domainOf>>;
}

const permitType = "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)";
const authorizationType =
  "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";

/**
 * How an owner can pay with a token: by an authorization (EIP-3009) where the token
 * tells their state, by a permit (EIP-2612) where it counts nonces, both where the
 * domain is the one that it names and it names no other type; by approval always. An
 * account with code signs otherwise, and approves.
 */
export async function waysOf(chain: Chain, token: Address, owner: Address, signal?: AbortSignal): Promise<Ways> {
  const [code, state, permit, authorization] = await chain.ask(
    [
      askCode(owner),
      askWord(token, "authorizationState", addressArgument(owner), hashArgument(new Uint8Array(32))),
      askWord(token, "PERMIT_TYPEHASH"),
      askWord(token, "RECEIVE_WITH_AUTHORIZATION_TYPEHASH"),
    ],
    signal,
  );
  const known = await domainOf(chain, token, owner, signal).catch((cause: unknown) => {
    if (cause instanceof Failure && cause.kind === "refused") return undefined;
    throw cause;
  });
  if (known === undefined || code instanceof Refusal || code.length > 0) return { ways: ["approval"] };
  const agrees = (told: Told, type: string): boolean => !isWord(told) || equal(told, keccak(ascii(type)));
  const ways: Way[] = ["approval"];
  if (known.nonce !== undefined && agrees(permit, permitType)) ways.unshift("permit");
  if (isWord(state) && toNumber(state) <= 1n && agrees(authorization, authorizationType)) ways.unshift("authorization");
  return { ways, known };
}

type Told = Uint8Array | undefined | Refusal;

// A token without the view may revert, or answer with nothing from its fallback.
function askWord(token: Address, name: string, ...args: readonly Argument[]): Ask<Uint8Array | undefined> {
  const { method, params, read } = askView(token, name, args);
  const readWord = (result: unknown): Uint8Array | undefined => {
    const bytes = read(result);
    return bytes.length === 32 ? bytes : undefined;
  };
  return { method, params, read: readWord };
}

function isWord(told: Told): told is Uint8Array {
  return told instanceof Uint8Array;
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
  return new TextDecoder().decode(text); // a name that is no UTF-8 makes another domain than the token's
}
