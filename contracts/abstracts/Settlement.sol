// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {Account, nameAccount} from "../libraries/Account.sol";
import {Ledger} from "./Ledger.sol";

/// @title How the escrow pays publishers and committees.
/// @notice Each party pulls its own balance: one that cannot receive holds up nobody.
abstract contract Settlement is Ledger {
    /// @inheritdoc IEscrow
    function withdraw(
        address publisher,
        address token,
        address committee,
        uint16 feeBps
    ) external lock returns (uint256 amount) {
        return payPublisher(publisher, token, committee, feeBps, publisher);
    }

    /// @inheritdoc IEscrow
    function withdrawTo(
        address token,
        address committee,
        uint16 feeBps,
        address to
    ) external lock returns (uint256 amount) {
        return payPublisher(msg.sender, token, committee, feeBps, to);
    }

    /// @inheritdoc IEscrow
    function collect(
        address publisher,
        address token,
        uint16 feeBps,
        address to
    ) external lock returns (uint256 amount) {
        // Check
        bytes32 id = nameAccount(publisher, token, msg.sender, feeBps);
        Account storage account = accounts[id];
        account.pending = mature(account, feeBps);
        amount = account.balance.fees;
        if (amount == 0) revert Escrow_NothingDue(id);

        // Effect
        account.balance.fees = 0;
        emit Collected(id, to, amount);

        // Interaction
        pay(token, to, amount);
    }

    /// @inheritdoc IEscrow
    function claimTo(address token, address to) external lock returns (uint256 amount) {
        // Check
        amount = claims[token][msg.sender];
        if (amount == 0) revert Escrow_NothingToClaim(token, msg.sender);

        // Effect
        claims[token][msg.sender] = 0;
        emit Claimed(token, msg.sender, to, amount);

        // Interaction
        pay(token, to, amount);
    }

    function payPublisher(
        address publisher,
        address token,
        address committee,
        uint16 feeBps,
        address to
    ) private returns (uint256 amount) {
        // Check
        bytes32 id = nameAccount(publisher, token, committee, feeBps);
        Account storage account = accounts[id];
        account.pending = mature(account, feeBps);
        amount = account.balance.matured;
        if (amount == 0) revert Escrow_NothingDue(id);

        // Effect
        account.balance.matured = 0;
        emit Withdrawn(id, to, amount);

        // Interaction
        pay(token, to, amount);
    }
}
