// What a wallet and a token make of a payment that is signed.
import { concat, encodeAbiParameters, hashTypedData, keccak256, parseAbiParameters, stringToHex } from "viem";

const members = (text) =>
  text.split(",").map((member) => {
    const [type, name] = member.split(" ");
    return { type, name };
  });

export const AUTHORIZATION =
  "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)";
export const PERMIT = "Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)";

/** EIP-712 of the router's Request. */
export const walletDigest = (request, payer, chainId, router) =>
  hashTypedData({
    domain: { name: "Shrinkwrap", version: "1", chainId, verifyingContract: router },
    primaryType: "Request",
    types: {
      Request: members(
        "address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline",
      ),
      Conditions: members(
        "address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations",
      ),
    },
    message: { ...request, payer },
  });

/** EIP-712 under a token's domain separator, of a type whose members are words. */
export function tokenDigest(separator, type, values) {
  const members = parseAbiParameters(type.slice(type.indexOf("(") + 1, -1));
  const words = encodeAbiParameters(members, values);
  const struct = keccak256(concat([keccak256(stringToHex(type)), words]));
  return keccak256(concat(["0x1901", separator, struct]));
}
