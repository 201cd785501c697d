// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Clones} from "@openzeppelin/contracts/proxy/Clones.sol";
import {LibRLP} from "solady/src/utils/LibRLP.sol";
import {BLS} from "solady/src/utils/ext/ithaca/BLS.sol";

import {Leaf} from "../interfaces/IEscrow.sol";
import {nameAccount} from "../libraries/Account.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {OrderLog} from "../libraries/OrderLog.sol";
import {Release} from "../libraries/Release.sol";
import {Terms} from "../libraries/Terms.sol";

/// @title What is inside of the libraries, in reach of vectors.test.js and, by its binding, of Go's tests.
contract BLS12381Harness {
    using OrderLog for bytes32[32];
    using Terms for bytes;

    bytes32[32] private peaks;

    // --- BLS12381

    function hashToG1(bytes calldata message, bytes calldata tag) external view returns (bytes32[3] memory) {
        return BLS12381.toAffine(BLS12381.hashToG1(message, tag));
    }

    function samePairing(
        bytes32[3] calldata a,
        bytes32[3] calldata b,
        bytes32[6] calldata q
    ) external view returns (bool) {
        return BLS12381.samePairing(BLS12381.fromAffine(a), BLS12381.fromAffine(b), BLS12381.fromAffine(q));
    }

    /// @dev Whether e(a, b) = e(c, d), by the bare precompile.
    function equalPairings(
        bytes32[3] calldata a,
        bytes32[6] calldata b,
        bytes32[3] calldata c,
        bytes32[6] calldata d
    ) external view returns (bool) {
        bytes memory sum = BLS12381.sum(1);
        BLS12381.push(sum, BLS12381.fromAffine(c), BLS12381.ORDER - 1);
        bytes memory pairs = abi.encode(
            BLS12381.fromAffine(a),
            BLS12381.fromAffine(b),
            BLS12381.evaluate(sum),
            BLS12381.fromAffine(d)
        );
        (bool ok, bytes memory out) = BLS.BLS12_PAIRING_CHECK.staticcall(pairs);
        require(ok, "pairing");
        return abi.decode(out, (bool));
    }

    /// @dev k·p: reverts for what is no point of the subgroup.
    function multiply(bytes32[3] calldata p, uint256 k) external view returns (bytes32[3] memory) {
        bytes memory sum = BLS12381.sum(1);
        BLS12381.push(sum, BLS12381.fromAffine(p), k);
        return BLS12381.toAffine(BLS12381.evaluate(sum));
    }

    // --- Release

    function place(uint256 chainId, address escrow, address product, uint8 tier) external pure returns (bytes memory) {
        return Release.place(chainId, escrow, product, tier);
    }

    function identity(bytes calldata tierPlace) external view returns (bytes32[3] memory) {
        return BLS12381.toAffine(Release.identity(tierPlace));
    }

    function isProof(
        bytes calldata tierPlace,
        bytes32[3] calldata B,
        uint256 c,
        uint256 z
    ) external view returns (bool) {
        return Release.isProof(tierPlace, B, c, z);
    }

    function isRelease(
        bytes calldata tierPlace,
        bytes32[3] calldata B,
        bytes32[6] calldata Q,
        bytes32[3] calldata U
    ) external view returns (bool) {
        return Release.isRelease(tierPlace, B, Q, U);
    }

    function isGroupKey(bytes32[3] calldata P, bytes32[6] calldata Q) external view returns (bool) {
        return Release.isGroupKey(P, Q);
    }

    // --- names

    /// @dev Reverts for what is no encoding of a leaf.
    function decode(bytes calldata leaf) external pure returns (Leaf memory) {
        return abi.decode(leaf, (Leaf));
    }

    function account(
        address publisher,
        address token,
        address committee,
        uint16 feeBps
    ) external pure returns (bytes32) {
        return nameAccount(publisher, token, committee, feeBps);
    }

    /// @dev The contract that a creator makes with this nonce.
    function created(address creator, uint256 nonce) external pure returns (address) {
        return LibRLP.computeAddress(creator, nonce);
    }

    /// @dev The address of a product of these terms, and what the terms say but for their tiers.
    function productOf(
        bytes calldata terms,
        address template,
        address factory
    ) external pure returns (address clone, address[4] memory parties, bytes32 groupKey, uint16 feeBps, uint256 tiers) {
        clone = Clones.predictDeterministicAddressWithImmutableArgs(template, terms, 0, factory);
        parties = [terms.publisher(), terms.signer(), terms.token(), terms.committee()];
        (groupKey, feeBps, tiers) = (terms.groupKey(), terms.feeBps(), terms.tiers());
    }

    function tierOf(bytes calldata terms, uint256 k) external pure returns (uint96, uint32, uint8) {
        return terms.tier(k);
    }

    // --- OrderLog

    /// @dev The peaks of a log that had these, after orders were logged as number `index` and on.
    function append(
        bytes32[] calldata given,
        uint256 index,
        bytes32[] calldata orders
    ) external returns (bytes32[32] memory) {
        for (uint256 i = 0; i < given.length; ++i) peaks[i] = given[i];
        for (uint256 i = 0; i < orders.length; ++i) peaks.append(index + i, orders[i]);
        return peaks;
    }

    /// @dev Whether a path proves an order in a log with these peaks.
    function proves(
        bytes32[] calldata given,
        uint256 index,
        bytes32 order,
        bytes32[] calldata path
    ) external returns (bool) {
        for (uint256 i = 0; i < given.length; ++i) peaks[i] = given[i];
        return peaks.proves(index, order, path);
    }
}
