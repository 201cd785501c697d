// SPDX-License-Identifier: MIT
pragma solidity ^0.8.30;

import {BLS} from "solady/src/utils/ext/ithaca/BLS.sol";
import {BLS12381} from "./BLS12381.sol";

/// @title What a release is, and who may ask for one.
/// @notice The committee's secret s is known to nobody; P = s·g and Q = s·h are public. A tier's identity is the point
/// id whose logarithm nobody knows, a buyer's release key is B = b·g. The release is U = s·(id + B).
library Release {
    bytes private constant TIER_TAG = "SHRINKWRAP-V1-TIER_BLS12381G1_XMD:SHA-256_SSWU_RO_";
    bytes32 private constant PROOF_TAG = keccak256("SHRINKWRAP-V1-POK");

    /// @dev chainId(32) ‖ escrow(20) ‖ product(20) ‖ tier(1).
    function place(uint256 chainId, address escrow, address product, uint8 tier) internal pure returns (bytes memory) {
        return abi.encodePacked(chainId, escrow, product, tier);
    }

    /// @dev The identity of the tier at a place: hash_to_curve(place).
    function identity(bytes memory tierPlace) internal view returns (BLS.G1Point memory) {
        return BLS12381.hashToG1(tierPlace, TIER_TAG);
    }

    /// @dev Whether (c, z) proves knowledge of the logarithm of B at a place (Schnorr, Fiat–Shamir):
    ///
    ///     R' = z·g − c·B
    ///     c  = keccak256(keccak256("SHRINKWRAP-V1-POK") ‖ place ‖ B ‖ R') mod r
    ///
    /// c and z are below r; neither B nor R' is the identity. Without this, B = id' − id + b·g, bought at the place of
    /// id, would open the tier of id'. Reverts if B is not in the subgroup.
    function isProof(bytes memory tierPlace, bytes32[3] memory B, uint256 c, uint256 z) internal view returns (bool) {
        if (c >= BLS12381.ORDER || z >= BLS12381.ORDER) return false;
        BLS.G1Point memory key = BLS12381.fromAffine(B);
        if (BLS12381.isIdentity(key)) return false;

        bytes memory sum = BLS12381.sum(2);
        BLS12381.push(sum, BLS12381.g1(), z);
        BLS12381.push(sum, key, BLS12381.ORDER - c);
        BLS.G1Point memory R = BLS12381.evaluate(sum);
        if (BLS12381.isIdentity(R)) return false;

        bytes32 challenge = keccak256(abi.encodePacked(PROOF_TAG, tierPlace, B, BLS12381.toAffine(R)));
        return uint256(challenge) % BLS12381.ORDER == c;
    }

    /// @dev Whether U is the release owed to B at a place: e(U, h) = e(id + B, Q), U not the identity. Reverts if a
    /// point is not in its subgroup.
    function isRelease(
        bytes memory tierPlace,
        bytes32[3] memory B,
        bytes32[6] memory Q,
        bytes32[3] memory U
    ) internal view returns (bool) {
        BLS.G1Point memory release = BLS12381.fromAffine(U);
        if (BLS12381.isIdentity(release)) return false;
        BLS.G1Point memory blinded = BLS.add(identity(tierPlace), BLS12381.fromAffine(B));
        return BLS12381.samePairing(release, blinded, BLS12381.fromAffine(Q));
    }

    /// @dev Whether P and Q hide the same secret, which is not zero: e(P, h) = e(g, Q). Reverts if one is not in its
    /// subgroup.
    function isGroupKey(bytes32[3] memory P, bytes32[6] memory Q) internal view returns (bool) {
        BLS.G1Point memory p = BLS12381.fromAffine(P);
        return !BLS12381.isIdentity(p) && BLS12381.samePairing(p, BLS12381.g1(), BLS12381.fromAffine(Q));
    }
}
