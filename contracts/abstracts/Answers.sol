// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {nameAccount} from "../libraries/Account.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {Release} from "../libraries/Release.sol";
import {Disputes} from "./Disputes.sol";
import {Dispute} from "./Ledger.sol";

/// @title How a committee answers disputes.
/// @notice The release itself answers, checked here: the chain is then one more channel by which it reaches the buyer.
abstract contract Answers is Disputes {
    /// @inheritdoc IEscrow
    function answer(
        Leaf calldata leaf,
        bytes32[3] calldata P,
        bytes32[6] calldata Q,
        bytes32[3] calldata U
    ) external lock {
        // Check
        checkGroupKey(leaf, keccak256(abi.encodePacked(P, Q)));
        bytes32 order = hash(leaf);
        Dispute memory d = disputes[order];
        if (d.state != OrderState.Disputed) revert Escrow_WrongState(order, d.state, OrderState.Disputed);
        if (block.timestamp > d.deadline) revert Escrow_TooLate(block.timestamp, d.deadline);
        if (!Release.isRelease(placeOf(leaf), leaf.releaseKey, Q, U)) revert Escrow_WrongRelease(order);

        // Effect
        disputes[order].state = OrderState.Answered;
        reward(order, leaf, U);
    }

    /// @inheritdoc IEscrow
    function answerMany(
        Leaf[] calldata leaves,
        bytes32[3] calldata P,
        bytes32[6] calldata Q,
        bytes32[3][] calldata U
    ) external lock {
        // Check
        if (leaves.length != U.length) revert Escrow_LengthsDiffer(leaves.length, U.length);
        // Effect: an order that stands twice in a batch is open once.
        bytes32[] memory open = takeOpen(leaves, keccak256(abi.encodePacked(P, Q)));
        // Check
        checkReleases(leaves, open, Q, U);
        // Effect
        for (uint256 i = 0; i < leaves.length; ++i) {
            if (open[i] != 0) reward(open[i], leaves[i], U[i]);
        }
    }

    /// @dev Marks the orders of a batch that are open to an answer as answered. Returns their names, zero for others.
    function takeOpen(Leaf[] calldata leaves, bytes32 groupKey) private returns (bytes32[] memory open) {
        open = new bytes32[](leaves.length);
        bool any = false;
        for (uint256 i = 0; i < leaves.length; ++i) {
            checkGroupKey(leaves[i], groupKey);
            bytes32 order = hash(leaves[i]);
            Dispute memory d = disputes[order];
            if (d.state != OrderState.Disputed || block.timestamp > d.deadline) continue;
            disputes[order].state = OrderState.Answered;
            open[i] = order;
            any = true;
        }
        if (!any) revert Escrow_NoneOpen(leaves.length);
    }

    /// @dev Checks e(Σ w·U, h) = e(Σ w·(id + B), Q). The weights w are 128 bits of a hash over all that is checked, so
    /// that no two false releases can be made to cancel out. Neighbours of one tier share its identity: their weights
    /// are added up until the tier ends.
    function checkReleases(
        Leaf[] calldata leaves,
        bytes32[] memory open,
        bytes32[6] calldata Q,
        bytes32[3][] calldata U
    ) private view {
        bytes32 seed = keccak256(abi.encode(open, Q, U));
        bytes memory left = BLS12381.sum(leaves.length);
        bytes memory right = BLS12381.sum(2 * leaves.length);
        uint256 ofTier = 0;
        for (uint256 i = 0; i < leaves.length; ++i) {
            if (open[i] != 0) {
                uint256 weight = uint128(uint256(keccak256(abi.encode(seed, i))));
                BLS12381.push(left, BLS12381.fromAffine(U[i]), weight);
                BLS12381.push(right, BLS12381.fromAffine(leaves[i].releaseKey), weight);
                ofTier += weight;
            }
            bool tierEnds = i + 1 == leaves.length || !sameTier(leaves[i], leaves[i + 1]);
            if (tierEnds && ofTier != 0) {
                BLS12381.push(right, Release.identity(placeOf(leaves[i])), ofTier);
                ofTier = 0;
            }
        }
        if (!BLS12381.samePairing(BLS12381.evaluate(left), BLS12381.evaluate(right), BLS12381.fromAffine(Q))) {
            revert Escrow_WrongReleases(leaves.length);
        }
    }

    /// @dev Makes the money due to the publisher, its fee and the bond to the committee. The bond is coin.
    function reward(bytes32 order, Leaf calldata leaf, bytes32[3] calldata U) private {
        credit(accounts[accountOf(leaf)], leaf.amount, leaf.feeBps);
        bytes32 coin = nameAccount(leaf.publisher, address(0), leaf.committee, leaf.feeBps);
        accounts[coin].balance.fees += uint128(uint256(disputes[order].bondGwei) * 1 gwei);
        emit KeyReleased(order, U);
    }

    function checkGroupKey(Leaf calldata leaf, bytes32 groupKey) private pure {
        if (groupKey != leaf.groupKey) revert Escrow_WrongGroupKey(groupKey, leaf.groupKey);
    }

    function sameTier(Leaf calldata a, Leaf calldata b) private pure returns (bool) {
        return a.product == b.product && a.tier == b.tier;
    }
}
