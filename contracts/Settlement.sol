// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {EscrowStorage} from "./EscrowStorage.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Account, Balance, Pending} from "./libraries/Account.sol";

/// @title How the escrow pays publishers and committees
/// @notice Each party pulls its own balance, so that one who cannot receive blocks nobody.
abstract contract Settlement is EscrowStorage {
    /// @inheritdoc IEscrow
    function withdraw(address publisher, address token, address committee, uint16 feeBps)
        external
        lock
        returns (uint256)
    {
        return payPublisher(publisher, token, committee, feeBps, publisher);
    }

    /// @inheritdoc IEscrow
    function withdrawTo(address token, address committee, uint16 feeBps, address to) external lock returns (uint256) {
        return payPublisher(msg.sender, token, committee, feeBps, to);
    }

    /// @inheritdoc IEscrow
    function collect(address publisher, address token, uint16 feeBps, address to)
        external
        lock
        returns (uint256 amount)
    {
        // Check
        bytes32 account = Account.id(publisher, token, msg.sender, feeBps);
        amount = settled(account, feeBps).fees;
        if (amount == 0) revert Escrow_Nothing();

        // Effect
        balances[account].fees = 0;
        emit Collected(account, to, amount);

        // Interaction
        pay(token, to, amount);
    }

    /// @inheritdoc IEscrow
    function claimTo(address token, address to) external lock returns (uint256 amount) {
        // Check
        amount = claims[token][msg.sender];
        if (amount == 0) revert Escrow_Nothing();

        // Effect
        claims[token][msg.sender] = 0;
        emit Claimed(token, msg.sender, to, amount);

        // Interaction
        pay(token, to, amount);
    }

    function payPublisher(address publisher, address token, address committee, uint16 feeBps, address to)
        private
        returns (uint256 amount)
    {
        // Check
        bytes32 account = Account.id(publisher, token, committee, feeBps);
        amount = settled(account, feeBps).matured;
        if (amount == 0) revert Escrow_Nothing();

        // Effect
        balances[account].matured = 0;
        emit Withdrawn(account, to, amount);

        // Interaction
        pay(token, to, amount);
    }

    /// @dev Brings an account to this epoch and returns its balance.
    function settled(bytes32 account, uint16 feeBps) private returns (Balance memory) {
        Pending memory pending = rolled(account, feeBps);
        if (pending.epoch != pendings[account].epoch) pendings[account] = pending;
        return balances[account];
    }
}
