// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {PaymentRouter} from "./PaymentRouter.sol";
import {ProductFactory} from "./ProductFactory.sol";
import {Answers} from "./abstracts/Answers.sol";
import {Dispute} from "./abstracts/Ledger.sol";
import {Purchases} from "./abstracts/Purchases.sol";
import {Settlement} from "./abstracts/Settlement.sol";
import {IEscrow, OrderState} from "./interfaces/IEscrow.sol";
import {Balance, Pending} from "./libraries/Account.sol";
import {BLS12381} from "./libraries/BLS12381.sol";

/// @title The escrow.
/// @notice Its parts are in abstracts/: Ledger (storage, lock, money out), Purchases, Settlement, Disputes, Answers.
contract Escrow is Purchases, Settlement, Answers {
    /// @inheritdoc IEscrow
    address public immutable ROUTER;
    /// @inheritdoc IEscrow
    address public immutable FACTORY;

    /// @dev No arguments, so that the address is the same on every chain. The router is the first contract that the
    /// escrow creates and the factory the second: another order would move both, and every product with them.
    constructor() {
        if (!BLS12381.isSupported()) revert Escrow_NoPairing();
        ROUTER = address(new PaymentRouter());
        FACTORY = address(new ProductFactory());
    }

    /// @inheritdoc IEscrow
    function buy(
        address product,
        uint8 tier,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z,
        bytes32 offerHash,
        uint96 maxPrice,
        address refundTo,
        bytes calldata data
    ) external payable lock returns (bytes32 order) {
        return purchase(msg.sender, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data);
    }

    /// @inheritdoc IEscrow
    function buyFor(
        address payer,
        address product,
        uint8 tier,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z,
        bytes32 offerHash,
        uint96 maxPrice,
        address refundTo,
        bytes calldata data
    ) external payable lock returns (bytes32 order) {
        if (msg.sender != ROUTER) revert Escrow_NotRouter(msg.sender, ROUTER);
        return purchase(payer, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data);
    }

    /// @inheritdoc IEscrow
    function orderState(
        bytes32 order
    ) external view returns (OrderState state, address by, uint40 deadline, uint256 bondPaid) {
        Dispute memory d = disputes[order];
        return (d.state, d.by, d.deadline, uint256(d.bondGwei) * 1 gwei);
    }

    /// @inheritdoc IEscrow
    function accountState(
        bytes32 account
    )
        external
        view
        returns (uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees)
    {
        Pending pending = accounts[account].pending;
        Balance memory balance = accounts[account].balance;
        return (
            uint32(pending.epoch()),
            uint32(pending.count()),
            uint96(pending.current()),
            uint96(pending.previous()),
            balance.matured,
            balance.fees
        );
    }

    /// @inheritdoc IEscrow
    function peaks(bytes32 account) external view returns (bytes32[32] memory) {
        return accounts[account].peaks;
    }
}
