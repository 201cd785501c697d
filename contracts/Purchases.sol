// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {EscrowStorage} from "./EscrowStorage.sol";
import {IEscrow, Leaf} from "./interfaces/IEscrow.sol";
import {IProduct, Offer} from "./interfaces/IProduct.sol";
import {Account, Pending} from "./libraries/Account.sol";
import {OrderLog} from "./libraries/OrderLog.sol";

/// @title How the escrow sells
/// @notice A purchase makes no new storage once its account is in use: the order joins the account's log, its money the
/// account's bucket.
abstract contract Purchases is EscrowStorage {
    using OrderLog for mapping(uint256 => bytes32);

    uint256 private constant MAX_FEE_BPS = 1_000;
    uint256 private constant OFFER_SIZE = 7 * 32;
    uint256 private constant LEAF_SIZE = 16 * 32;

    /// What a buyer asks for, without the product's data.
    struct Purchase {
        address payer;
        address product;
        uint8 tier;
        bytes32[3] releaseKey;
        uint256 c;
        uint256 z;
        bytes32 offerHash;
        uint96 maxPrice;
        address refundTo;
    }

    /// @dev `lock` is held by the caller. Coin above the price goes back to the caller, who is the payer or the router.
    function purchase(Purchase memory p, bytes calldata data) internal returns (bytes32 order) {
        // Check
        if (p.refundTo == address(0)) revert Escrow_NoRefundTo();
        Offer memory o = offered(p, data);
        checkOffer(o, p.offerHash, p.maxPrice);

        // Effect
        bytes32 account = Account.id(o.publisher, o.token, o.committee, o.feeBps);
        uint256 index = take(account, o.price, o.feeBps);
        order = record(account, index, p, o);
        logs[account].append(index, order);

        // Interaction
        collectPrice(o.token, o.price);
    }

    /// @dev Asks the product, which may revert with its reason or try to call back.
    function offered(Purchase memory p, bytes calldata data) private returns (Offer memory) {
        if (p.product.code.length == 0) revert Escrow_NoProduct(p.product);
        (bool ok, bytes memory out) =
            p.product.call(abi.encodeCall(IProduct.offer, (p.tier, p.payer, p.releaseKey, data)));
        if (!ok) {
            assembly ("memory-safe") {
                revert(add(out, 0x20), mload(out))
            }
        }
        if (out.length < OFFER_SIZE) revert Escrow_ShortOffer(out.length, OFFER_SIZE);
        return abi.decode(out, (Offer));
    }

    function checkOffer(Offer memory o, bytes32 agreed, uint256 maxPrice) private pure {
        bytes32 hash =
            keccak256(abi.encode(o.publisher, o.token, o.committee, o.groupKey, o.feeBps, o.confirmations));
        if (hash != agreed) revert Escrow_OfferChanged(hash, agreed);
        if (o.price > maxPrice) revert Escrow_TooDear(o.price, maxPrice);
        if (o.feeBps > MAX_FEE_BPS) revert Escrow_Fee(o.feeBps, MAX_FEE_BPS);
        if (o.publisher == address(0)) revert Escrow_NoPublisher();
    }

    /// @dev Adds the price to the account's bucket of this epoch and returns the order's number in its log.
    function take(bytes32 account, uint96 price, uint16 feeBps) private returns (uint256 index) {
        Pending memory pending = rolled(account, feeBps);
        index = pending.count;
        unchecked {
            uint256 sum = uint256(pending.current) + price;
            if (sum > type(uint96).max || index == type(uint32).max) revert Escrow_Full(sum, index);
            pending.current = uint96(sum);
            pending.count = uint32(index + 1);
        }
        pendings[account] = pending;
    }

    /// @dev Announces the order. The event's data are abi.encode(leaf, c, z), all of fixed size, so that the leaf is
    /// encoded once and hashed where it lies.
    function record(bytes32 account, uint256 index, Purchase memory p, Offer memory o) private returns (bytes32 order) {
        Leaf memory leaf = Leaf({
            product: p.product,
            tier: p.tier,
            index: uint32(index),
            time: uint40(block.timestamp),
            payer: p.payer,
            refundTo: p.refundTo,
            publisher: o.publisher,
            token: o.token,
            committee: o.committee,
            feeBps: o.feeBps,
            confirmations: o.confirmations,
            groupKey: o.groupKey,
            amount: o.price,
            releaseKey: p.releaseKey
        });
        bytes memory data = abi.encode(leaf, p.c, p.z);
        bytes32 topic = PaymentConfirmed.selector;
        (address product, bytes32 key) = (p.product, p.releaseKey[0]);
        assembly ("memory-safe") {
            order := keccak256(add(data, 0x20), LEAF_SIZE)
            log4(add(data, 0x20), mload(data), topic, account, product, key)
        }
    }

    /// @dev Takes exactly the price from the caller.
    function collectPrice(address token, uint256 price) private {
        if (token != address(0)) return collectToken(token, price);
        if (msg.value < price) revert Escrow_TooLittle(msg.value, price);
        unchecked {
            if (msg.value != price) pay(address(0), msg.sender, msg.value - price);
        }
    }

    function collectToken(address token, uint256 price) private {
        if (msg.value != 0) revert Escrow_CoinWithToken(msg.value);
        if (token.code.length == 0) revert Escrow_NoToken(token);
        uint256 before = IERC20(token).balanceOf(address(this));
        SafeERC20.safeTransferFrom(IERC20(token), msg.sender, address(this), price);
        uint256 moved = IERC20(token).balanceOf(address(this)) - before;
        if (moved != price) revert Escrow_TokenMoved(moved, price);
    }
}
