// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Disputes} from "./Disputes.sol";
import {Dispute} from "./EscrowStorage.sol";
import {PaymentRouter} from "./PaymentRouter.sol";
import {ProductFactory} from "./ProductFactory.sol";
import {Purchases} from "./Purchases.sol";
import {Settlement} from "./Settlement.sol";
import {IEscrow, Leaf, OrderState} from "./interfaces/IEscrow.sol";
import {Balance, Pending} from "./libraries/Account.sol";
import {BLS12381} from "./libraries/BLS12381.sol";

/// @title The escrow
/// @notice Buyers pay here, publishers and committees are paid from here, disputes end here. See `IEscrow`.
contract Escrow is Purchases, Settlement, Disputes {
    /// @inheritdoc IEscrow
    address public immutable ROUTER;
    /// @inheritdoc IEscrow
    address public immutable FACTORY;

    /// @dev No arguments, so that the address is the same on every chain. Creates the router (CREATE, nonce 1) and the
    /// factory (nonce 2); a change of that order changes every product's address.
    constructor() {
        bytes32[3] memory g = BLS12381.toAffine(BLS12381.generator());
        if (!BLS12381.keysAgree(g, BLS12381.generator2())) revert Escrow_NoPairing();
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
    ) external payable lock returns (bytes32) {
        return purchase(
            Purchase(msg.sender, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo), data
        );
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
    ) external payable lock returns (bytes32) {
        if (msg.sender != ROUTER) revert Escrow_NotRouter(msg.sender, ROUTER);
        return purchase(Purchase(payer, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo), data);
    }

    /// @inheritdoc IEscrow
    function orderState(bytes32 order) external view returns (OrderState, address, uint40, uint256) {
        Dispute memory d = disputes[order];
        return (d.state, d.by, d.deadline, uint256(d.bondGwei) * 1 gwei);
    }

    /// @inheritdoc IEscrow
    function accountState(bytes32 account)
        external
        view
        returns (uint32, uint32, uint96, uint96, uint128, uint128)
    {
        Pending memory p = pendings[account];
        Balance memory b = balances[account];
        return (p.epoch, p.count, p.current, p.previous, b.matured, b.fees);
    }

    /// @inheritdoc IEscrow
    function peaks(bytes32 account) external view returns (bytes32[32] memory list) {
        for (uint256 h = 0; h < 32; ++h) {
            list[h] = logs[account][h];
        }
    }

    /// @inheritdoc IEscrow
    function proven(Leaf calldata leaf, bytes32[] calldata path) external view returns (bytes32) {
        return prove(accountOf(leaf), leaf, path);
    }
}
