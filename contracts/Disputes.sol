// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EscrowStorage, Dispute} from "./EscrowStorage.sol";
import {IEscrow, Leaf, OrderState} from "./interfaces/IEscrow.sol";
import {Account, Balance, Pending} from "./libraries/Account.sol";
import {BLS12381, G1} from "./libraries/BLS12381.sol";

/// @title How the escrow decides whether a buyer got his key
/// @notice While an order's money is pending, anyone may ask for its key on chain. The release that answers pays the
/// publisher; without one the money goes back.
abstract contract Disputes is EscrowStorage {
    using Account for Balance;

    uint256 private constant ANSWER_GAS = 200_000;

    /// @inheritdoc IEscrow
    function bond() public view returns (uint256) {
        uint256 priced = 2 * block.basefee * ANSWER_GAS;
        uint256 wanted = priced > BOND_FLOOR ? priced : BOND_FLOOR;
        return ((wanted + 1 gwei - 1) / 1 gwei) * 1 gwei; // whole gwei, as it is stored
    }

    /// @inheritdoc IEscrow
    function dispute(Leaf calldata leaf, bytes32[] calldata path, uint256 c, uint256 z) external payable lock {
        // Check
        bytes32 account = accountOf(leaf);
        bytes32 order = prove(account, leaf, path);
        requireState(order, disputes[order].state, OrderState.None);
        uint256 held = bond();
        if (msg.value < held) revert Escrow_TooLittle(msg.value, held);
        bytes memory place = BLS12381.place(address(this), leaf.product, leaf.tier);
        if (!BLS12381.proofVerifies(leaf.releaseKey, c, z, place)) revert Escrow_Proof(order);

        // Effect
        takeOut(account, leaf);
        uint256 deadline = block.timestamp + ANSWER;
        disputes[order] = Dispute(msg.sender, uint40(deadline), OrderState.Disputed, uint48(held / 1 gwei));
        emit Disputed(order, msg.sender, deadline, c, z);

        // Interaction
        if (msg.value != held) pay(address(0), msg.sender, msg.value - held);
    }

    /// @inheritdoc IEscrow
    function answer(Leaf calldata leaf, bytes32[3] calldata P, bytes32[6] calldata Q, bytes32[3] calldata U)
        external
        lock
    {
        // Check
        checkGroupKey(leaf, P, Q);
        bytes32 order = keccak256(abi.encode(leaf));
        requireOpen(order);
        G1 memory release = BLS12381.fromAffine(U);
        G1 memory wanted = BLS12381.add(identity(leaf), BLS12381.fromAffine(leaf.releaseKey));
        if (
            BLS12381.isIdentity(release)
                || !BLS12381.pairingsEqual(release, wanted, BLS12381.fromAffine2(Q))
        ) revert Escrow_Release(order);

        // Effect
        settle(order, leaf, U);
    }

    /// @inheritdoc IEscrow
    function answerMany(
        Leaf[] calldata leaves,
        bytes32[3] calldata P,
        bytes32[6] calldata Q,
        bytes32[3][] calldata releases
    ) external lock {
        // Check
        if (leaves.length == 0 || leaves.length != releases.length) {
            revert Escrow_Lengths(leaves.length, releases.length);
        }
        bytes32[] memory open = openOrders(leaves, P, Q);
        checkMany(leaves, open, Q, releases);

        // Effect
        for (uint256 i = 0; i < leaves.length; ++i) {
            // An order that stands twice in the batch is settled once.
            if (open[i] != 0 && disputes[open[i]].state == OrderState.Disputed) settle(open[i], leaves[i], releases[i]);
        }
    }

    /// @inheritdoc IEscrow
    function refund(Leaf calldata leaf) external lock {
        // Check
        bytes32 order = keccak256(abi.encode(leaf));
        Dispute memory d = disputes[order];
        requireState(order, d.state, OrderState.Disputed);
        if (block.timestamp <= d.deadline) revert Escrow_Early(block.timestamp, d.deadline);

        // Effect
        disputes[order].state = OrderState.Refunded;
        emit Refunded(order, msg.sender);

        // Interaction
        payBack(leaf, d);
    }

    /// @inheritdoc IEscrow
    function refundByPublisher(Leaf calldata leaf, bytes32[] calldata path) external lock {
        // Check
        if (msg.sender != leaf.publisher) revert Escrow_NotPublisher(msg.sender, leaf.publisher);
        bytes32 order = keccak256(abi.encode(leaf));
        Dispute memory d = disputes[order];
        if (d.state > OrderState.Disputed) revert Escrow_State(order, d.state, OrderState.Disputed);

        // Effect
        if (d.state == OrderState.None) {
            bytes32 account = accountOf(leaf);
            prove(account, leaf, path);
            takeOut(account, leaf);
        }
        disputes[order].state = OrderState.Refunded;
        emit Refunded(order, msg.sender);

        // Interaction
        payBack(leaf, d);
    }

    /// @dev Takes an order's money out of the bucket of its own epoch, once the account has come to this one.
    function takeOut(bytes32 account, Leaf calldata leaf) private {
        Pending memory pending = rolled(account, leaf.feeBps);
        uint256 epoch = pending.epoch;
        uint256 paid = leaf.time / WINDOW;
        if (paid == epoch) {
            pending.current -= leaf.amount;
        } else if (paid + 1 == epoch) {
            pending.previous -= leaf.amount;
        } else {
            revert Escrow_Matured(paid, epoch);
        }
        pendings[account] = pending;
    }

    /// @dev Pays the publisher, and the committee its fee and the bond.
    function settle(bytes32 order, Leaf calldata leaf, bytes32[3] calldata U) private {
        disputes[order].state = OrderState.Answered;
        balances[accountOf(leaf)].credit(leaf.amount, leaf.feeBps);
        bytes32 coin = Account.id(leaf.publisher, address(0), leaf.committee, leaf.feeBps);
        balances[coin].fees += uint128(uint256(disputes[order].bondGwei) * 1 gwei);
        emit KeyReleased(order, U);
    }

    function payBack(Leaf calldata leaf, Dispute memory d) private {
        payOrOwe(leaf.token, leaf.refundTo, leaf.amount);
        payOrOwe(address(0), d.by, uint256(d.bondGwei) * 1 gwei);
    }

    function checkGroupKey(Leaf calldata leaf, bytes32[3] calldata P, bytes32[6] calldata Q) private pure {
        bytes32 given = keccak256(abi.encodePacked(P, Q));
        if (given != leaf.groupKey) revert Escrow_GroupKey(given, leaf.groupKey);
    }

    function requireOpen(bytes32 order) private view {
        Dispute memory d = disputes[order];
        requireState(order, d.state, OrderState.Disputed);
        if (block.timestamp > d.deadline) revert Escrow_Late(block.timestamp, d.deadline);
    }

    function requireState(bytes32 order, OrderState state, OrderState needed) private pure {
        if (state != needed) revert Escrow_State(order, state, needed);
    }

    function identity(Leaf calldata leaf) private view returns (G1 memory) {
        return BLS12381.identity(BLS12381.place(address(this), leaf.product, leaf.tier));
    }

    /// @dev The names of a batch's orders, zero for those that were answered before.
    function openOrders(Leaf[] calldata leaves, bytes32[3] calldata P, bytes32[6] calldata Q)
        private
        view
        returns (bytes32[] memory open)
    {
        open = new bytes32[](leaves.length);
        for (uint256 i = 0; i < leaves.length; ++i) {
            checkGroupKey(leaves[i], P, Q);
            bytes32 order = keccak256(abi.encode(leaves[i]));
            if (disputes[order].state == OrderState.Answered) continue;
            requireOpen(order);
            open[i] = order;
        }
    }

    /// @dev Checks e(Σ w·U, h) = e(Σ w·(id + B), Q) with weights w of 128 bits from a hash over all of the input, which
    /// nobody can choose releases to fit. Leaves of one tier that stand side by side share one identity.
    function checkMany(
        Leaf[] calldata leaves,
        bytes32[] memory open,
        bytes32[6] calldata Q,
        bytes32[3][] calldata releases
    ) private view {
        bytes32 seed = keccak256(abi.encode(open, Q, releases));
        bytes memory left;
        bytes memory right;
        uint256 shared; // weight of the identity that is still open
        for (uint256 i = 0; i < leaves.length; ++i) {
            if (open[i] != 0) {
                uint256 weight = uint128(uint256(keccak256(abi.encode(seed, i))));
                shared += weight;
                G1 memory U = BLS12381.fromAffine(releases[i]);
                if (BLS12381.isIdentity(U)) revert Escrow_Release(open[i]);
                left = bytes.concat(left, abi.encode(U, weight));
                right = bytes.concat(right, abi.encode(BLS12381.fromAffine(leaves[i].releaseKey), weight));
            }
            bool last = i + 1 == leaves.length || !sameTier(leaves[i], leaves[i + 1]);
            if (last && shared != 0) {
                right = bytes.concat(right, abi.encode(identity(leaves[i]), shared));
                shared = 0;
            }
        }
        if (left.length == 0) return;
        G1 memory sum = BLS12381.msm(left);
        if (
            BLS12381.isIdentity(sum)
                || !BLS12381.pairingsEqual(sum, BLS12381.msm(right), BLS12381.fromAffine2(Q))
        ) revert Escrow_Release(open[0]);
    }

    function sameTier(Leaf calldata a, Leaf calldata b) private pure returns (bool) {
        return a.product == b.product && a.tier == b.tier;
    }
}
