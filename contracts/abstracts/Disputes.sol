// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {Account, Pending, pack} from "../libraries/Account.sol";
import {OrderLog} from "../libraries/OrderLog.sol";
import {Release} from "../libraries/Release.sol";
import {Dispute, Ledger} from "./Ledger.sol";

/// @title How a buyer without a key gets his money back.
/// @notice While an order's money is pending, anyone may take it out of its account by a dispute. It goes back unless
/// the release comes before the deadline (see Answers).
abstract contract Disputes is Ledger {
    using OrderLog for bytes32[32];

    uint256 private constant ANSWER_GAS = 200_000;

    /// @inheritdoc IEscrow
    function dispute(Leaf calldata leaf, bytes32[] calldata path, uint256 c, uint256 z) external payable lock {
        // Check
        bytes32 order = proven(leaf, path);
        OrderState state = disputes[order].state;
        if (state != OrderState.None) revert Escrow_WrongState(order, state, OrderState.None);
        uint256 due = bond();
        if (msg.value < due) revert Escrow_TooLittle(msg.value, due);
        if (!Release.isProof(placeOf(leaf), leaf.releaseKey, c, z)) revert Escrow_WrongProof(order);

        // Effect
        takeOut(leaf);
        uint256 deadline = block.timestamp + ANSWER;
        disputes[order] = Dispute(msg.sender, uint40(deadline), OrderState.Disputed, uint48(due / 1 gwei));
        emit Disputed(order, msg.sender, deadline, c, z);

        // Interaction
        if (msg.value != due) pay(address(0), msg.sender, msg.value - due);
    }

    /// @inheritdoc IEscrow
    function refund(Leaf calldata leaf) external lock {
        // Check
        bytes32 order = hash(leaf);
        Dispute memory d = disputes[order];
        if (d.state != OrderState.Disputed) revert Escrow_WrongState(order, d.state, OrderState.Disputed);
        if (block.timestamp <= d.deadline) revert Escrow_TooEarly(block.timestamp, d.deadline);

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
        bytes32 order = proven(leaf, path);
        Dispute memory d = disputes[order];
        if (d.state > OrderState.Disputed) revert Escrow_WrongState(order, d.state, OrderState.Disputed);

        // Effect: a disputed order's money has left its account before.
        if (d.state == OrderState.None) takeOut(leaf);
        disputes[order].state = OrderState.Refunded;
        emit Refunded(order, msg.sender);

        // Interaction
        payBack(leaf, d);
    }

    /// @inheritdoc IEscrow
    function bond() public view returns (uint256) {
        uint256 priced = 2 * block.basefee * ANSWER_GAS;
        uint256 exact = priced > BOND_FLOOR ? priced : BOND_FLOOR;
        // Rounded up to whole gwei, which is how it is kept.
        return ((exact + 1 gwei - 1) / 1 gwei) * 1 gwei;
    }

    /// @inheritdoc IEscrow
    function proven(Leaf calldata leaf, bytes32[] calldata path) public view returns (bytes32 order) {
        order = hash(leaf);
        bytes32 account = accountOf(leaf);
        if (!accounts[account].peaks.proves(leaf.index, order, path)) revert Escrow_NotLogged(account, order);
    }

    function placeOf(Leaf calldata leaf) internal view returns (bytes memory) {
        return Release.place(block.chainid, address(this), leaf.product, leaf.tier);
    }

    /// @dev Takes an order's money out of the bucket of its own epoch, once the account has come to this one. It is
    /// there: only the order's own dispute or refund takes it out, and both do so once.
    function takeOut(Leaf calldata leaf) private {
        Account storage account = accounts[accountOf(leaf)];
        Pending pending = mature(account, leaf.feeBps);
        uint256 epoch = pending.epoch();
        uint256 paid = leaf.time / WINDOW;
        if (paid == epoch) {
            account.pending = pack(epoch, pending.count(), pending.current() - leaf.amount, pending.previous());
        } else if (paid + 1 == epoch) {
            account.pending = pack(epoch, pending.count(), pending.current(), pending.previous() - leaf.amount);
        } else {
            revert Escrow_Matured(paid, epoch);
        }
    }

    function payBack(Leaf calldata leaf, Dispute memory d) private {
        payOrOwe(leaf.token, leaf.refundTo, leaf.amount);
        payOrOwe(address(0), d.by, uint256(d.bondGwei) * 1 gwei);
    }
}
