// A chain with everything deployed as it is on every chain, a committee of one key, and what buyers and nodes compute.
import { bls12_381 } from "@noble/curves/bls12-381.js";
import hre, { network } from "hardhat";
import {
  bytesToHex,
  concat,
  encodeAbiParameters,
  encodePacked,
  getContractAddress,
  hexToBytes,
  keccak256,
  numberToHex,
  parseEventLogs,
  size,
  slice,
  toHex,
  zeroAddress,
  zeroHash,
} from "viem";

const { G1, G2 } = bls12_381;
export const ORDER = bls12_381.fields.Fr.ORDER;
export const TIER_DST = "SHRINKWRAP-V1-TIER_BLS12381G1_XMD:SHA-256_SSWU_RO_";

const DEPLOYER = "0x4e59b44847b379578588920cA78FbF26c0B4956C";
const DEPLOYER_CODE =
  "0x7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe03601600081602082378035828234f58015156039578182fd5b8082525050506014600cf3";

const word = (n, bytes = 32) => numberToHex(n, { size: bytes });
const words = (hex) => Array.from({ length: size(hex) / 32 }, (_, i) => slice(hex, 32 * i, 32 * i + 32));

/** A point of G1 as x ‖ y in three words. */
export function affine(point) {
  const { x, y } = point.toAffine();
  return words(concat([word(x, 48), word(y, 48)]));
}

/** A point of G2 as x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1 in six words. */
export function affine2(point) {
  const { x, y } = point.toAffine();
  return words(concat([x.c0, x.c1, y.c0, y.c1].map((c) => word(c, 48))));
}

/** Multiples of the two generators. */
export const inG1 = (scalar) => G1.Point.BASE.multiply(scalar);
export const inG2 = (scalar) => G2.Point.BASE.multiply(scalar);

/** A scalar that follows from a label, so that every run is the same. */
export const scalar = (label) => (BigInt(keccak256(toHex(label))) % (ORDER - 1n)) + 1n;

/** hash_to_curve of RFC 9380. */
export const hashToG1 = (message, dst) => G1.hashToCurve(hexToBytes(message), { DST: dst });

export const placeOf = (chainId, escrow, product, tier) =>
  encodePacked(["uint256", "address", "address", "uint8"], [BigInt(chainId), escrow, product, tier]);

/** A proof of knowledge of b at a place. */
export function prove(b, place, nonce = scalar(`nonce of ${b} at ${place}`)) {
  const [B, R] = [affine(inG1(b)), affine(inG1(nonce))];
  const tag = keccak256(toHex("SHRINKWRAP-V1-POK"));
  const c = BigInt(keccak256(concat([tag, place, ...B, ...R]))) % ORDER;
  return { c, z: (nonce + c * b) % ORDER };
}

/** Packed terms: see ITermsProduct. */
export function packTerms({ publisher, signer = publisher, token = zeroAddress, committee, groupKey, feeBps, tiers }) {
  const head = encodePacked(
    ["address", "address", "address", "address", "bytes32", "uint16", "bytes32"],
    [publisher, signer, token, committee, groupKey, feeBps, keccak256(toHex("content"))],
  );
  const each = tiers.map(({ price, supply = 0, confirmations = 1 }) =>
    encodePacked(["uint96", "uint32", "uint8"], [price, supply, confirmations]),
  );
  return concat([head, ...each]);
}

export const hashOffer = ({ publisher, token = zeroAddress, committee, groupKey, feeBps, confirmations = 1 }) =>
  keccak256(
    encodeAbiParameters(
      ["address", "address", "address", "bytes32", "uint16", "uint8"].map((type) => ({ type })),
      [publisher, token, committee, groupKey, feeBps, confirmations],
    ),
  );

export const hashAccount = ({ publisher, token = zeroAddress, committee, feeBps }) =>
  keccak256(
    encodeAbiParameters(
      ["address", "address", "address", "uint16"].map((type) => ({ type })),
      [publisher, token, committee, feeBps],
    ),
  );

/** The name of an order. */
export function hashLeaf(escrowAbi, leaf) {
  const { components } = escrowAbi.find((e) => e.name === "refund").inputs[0];
  return keccak256(encodeAbiParameters([{ type: "tuple", components }], [leaf]));
}

/** The path from order number `index` to the highest node of a log of all these orders. */
export function pathOf(orders, index) {
  const path = [];
  for (let level = orders, i = index; ; i >>= 1) {
    const sibling = level[i ^ 1];
    if (sibling === undefined) return path;
    path.push(sibling);
    const next = [];
    for (let k = 0; k + 1 < level.length; k += 2) next.push(keccak256(concat([level[k], level[k + 1]])));
    if (next.length <= i >> 1) return path;
    level = next;
  }
}

/** Deploys everything. */
export async function world() {
  const { viem, provider } = await network.create();
  const [owner, publisher, buyer, other, operator] = await viem.getWalletClients();
  const client = await viem.getPublicClient();
  await provider.request({ method: "hardhat_setCode", params: [DEPLOYER, DEPLOYER_CODE] });
  const { bytecode } = await hre.artifacts.readArtifact("Escrow");
  const sent = await owner.sendTransaction({ to: DEPLOYER, data: concat([zeroHash, bytecode]), gas: 16_000_000n });
  const deployment = await client.waitForTransactionReceipt({ hash: sent });
  const address = getContractAddress({ opcode: "CREATE2", from: DEPLOYER, salt: zeroHash, bytecode });
  const escrow = await viem.getContractAt("Escrow", address);
  const router = await viem.getContractAt("PaymentRouter", await escrow.read.ROUTER());
  const factory = await viem.getContractAt("ProductFactory", await escrow.read.FACTORY());
  const token = await viem.deployContract("TestToken");
  const s = scalar("committee");
  const [P, Q] = [affine(inG1(s)), affine2(inG2(s))];
  const groupKey = keccak256(concat([...P, ...Q]));
  const chainId = await client.getChainId();
  return {
    ...{ viem, client, provider, owner, publisher, buyer, other, operator, deployment },
    ...{ escrow, router, factory, token, chainId, s, P, Q, groupKey },
  };
}

/** Lets time pass. */
export async function pass(w, seconds) {
  await w.provider.request({ method: "evm_increaseTime", params: [seconds] });
  await w.provider.request({ method: "evm_mine", params: [] });
}

/** Deploys a product of the template; what it offers comes back with it. */
export async function sell(w, { token, committee = w.operator.account.address, feeBps = 100, tiers }) {
  const offer = { publisher: w.publisher.account.address, token, committee, groupKey: w.groupKey, feeBps };
  const terms = packTerms({ ...offer, tiers });
  const hash = await w.factory.write.deploy([terms]);
  const receipt = await w.client.waitForTransactionReceipt({ hash });
  return { product: await w.factory.read.addressOf([terms]), offer, terms, tiers, receipt };
}

/** Buys, and returns the receipt, the leaf and what the terminal knows. */
export async function buy(w, sale, { tier = 0, b, value, refundTo = w.buyer.account.address } = {}) {
  const { price, confirmations = 1 } = sale.tiers[tier];
  const { c, z } = prove(b, placeOf(w.chainId, w.escrow.address, sale.product, tier));
  const hash = await w.escrow.write.buy(
    [sale.product, tier, affine(inG1(b)), c, z, hashOffer({ ...sale.offer, confirmations }), price, refundTo, "0x"],
    { value: value ?? (sale.offer.token ? 0n : price), account: w.buyer.account },
  );
  const receipt = await w.client.waitForTransactionReceipt({ hash });
  const [log] = parseEventLogs({ abi: w.escrow.abi, logs: receipt.logs, eventName: "PaymentConfirmed" });
  return { receipt, leaf: log.args.leaf, order: hashLeaf(w.escrow.abi, log.args.leaf), c, z, b };
}

/** The release of an order: s·(id + B). */
export function release(w, { leaf, b }) {
  const id = hashToG1(placeOf(w.chainId, w.escrow.address, leaf.product, leaf.tier), TIER_DST);
  return affine(id.add(inG1(b)).multiply(w.s));
}

export { bytesToHex };
