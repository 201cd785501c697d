// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";
import {Payee} from "./mocks/Payee.sol";

/// @title Everybody who deals with the escrow, in any order and at any time.
/// @notice Each function tries one call with what the fuzzer drew. It expects success exactly where the rules allow the
/// call, so that a refusal too many fails as well as one too few.
contract Handler is Fixture {
    Bought[] internal orders;
    OrderState[] internal states; // as last seen
    OpenProduct internal product;
    Payee internal payee; // a refundTo that sometimes refuses
    uint16[2] internal fees = [0, 333];

    function setUp() public override {
        super.setUp();
        product = new OpenProduct(offerIn(address(0)));
        payee = new Payee();
    }

    modifier checked() {
        _;
        checkTransitions();
    }

    function warp(uint256 by) external checked {
        pass(bound(by, 0, 1.5 days));
    }

    function buySome(uint96 price, uint96 surplus, bool inToken, bool costly, bool toPayee) external checked {
        Offer memory o = offerIn(inToken ? address(token) : address(0));
        (o.price, o.feeBps) = (uint96(bound(price, 0, 1 ether)), fees[costly ? 1 : 0]);
        surplus = inToken ? 0 : uint96(bound(surplus, 0, 1 ether));
        product.change(o);
        Purchase memory p = purchaseOf(address(product), o, vm.toString(orders.length));
        if (toPayee) p.refundTo = address(payee);
        vm.deal(buyer, 100 ether);
        token.mint(buyer, o.price);
        orders.push(buy(p, inToken ? 0 : uint256(o.price) + surplus));
        states.push(OrderState.None);
    }

    function withdraw(bool inToken, bool costly) external checked {
        (address coin, uint16 feeBps) = (inToken ? address(token) : address(0), fees[costly ? 1 : 0]);
        (uint256 matured, ) = dueNow(coin, feeBps);
        bytes memory call = abi.encodeCall(IEscrow.withdraw, (publisher, coin, committee, feeBps));
        attempt(stranger, call, 0, matured != 0);
    }

    function collect(bool inToken, bool costly) external checked {
        (address coin, uint16 feeBps) = (inToken ? address(token) : address(0), fees[costly ? 1 : 0]);
        (, uint256 fee) = dueNow(coin, feeBps);
        bytes memory call = abi.encodeCall(IEscrow.collect, (publisher, coin, feeBps, committee));
        attempt(committee, call, 0, fee != 0);
    }

    function disputeOne(uint256 which) external checked {
        if (orders.length == 0) return;
        Bought memory b = pick(which);
        bool allowed = stateOf(b.order) == OrderState.None && isPending(b.leaf);
        bytes memory call = abi.encodeCall(IEscrow.dispute, (b.leaf, pathOf(b.leaf), b.c, b.z));
        vm.deal(buyer, 100 ether);
        attempt(buyer, call, escrow.bond() + (which % 3), allowed);
    }

    function answer(uint256 which) external checked {
        if (orders.length == 0) return;
        Leaf memory leaf = pick(which).leaf;
        bytes memory call = abi.encodeCall(IEscrow.answer, (leaf, P, Q, releaseOf(leaf)));
        attempt(stranger, call, 0, isOpen(keccak256(abi.encode(leaf))));
    }

    function answerMany(uint256 from, uint256 count) external checked {
        if (orders.length == 0) return;
        from = bound(from, 0, orders.length - 1);
        count = bound(count, 1, orders.length - from > 4 ? 4 : orders.length - from);
        Leaf[] memory leaves = new Leaf[](count);
        bytes32[3][] memory releases = new bytes32[3][](count);
        bool allowed = false;
        for (uint256 i = 0; i < count; ++i) {
            (leaves[i], releases[i]) = (orders[from + i].leaf, releaseOf(orders[from + i].leaf));
            allowed = allowed || isOpen(orders[from + i].order);
        }
        attempt(stranger, abi.encodeCall(IEscrow.answerMany, (leaves, P, Q, releases)), 0, allowed);
    }

    function refund(uint256 which) external checked {
        if (orders.length == 0) return;
        Bought memory b = pick(which);
        (OrderState state, , uint40 deadline, ) = escrow.orderState(b.order);
        bool allowed = state == OrderState.Disputed && block.timestamp > deadline;
        attempt(stranger, abi.encodeCall(IEscrow.refund, (b.leaf)), 0, allowed);
    }

    function refundByPublisher(uint256 which) external checked {
        if (orders.length == 0) return;
        Bought memory b = pick(which);
        OrderState state = stateOf(b.order);
        bool allowed = state == OrderState.Disputed || (state == OrderState.None && isPending(b.leaf));
        bytes memory call = abi.encodeCall(IEscrow.refundByPublisher, (b.leaf, pathOf(b.leaf)));
        attempt(publisher, call, 0, allowed);
    }

    function changeMood(bool refuses) external checked {
        payee.become(refuses ? Payee.Mood.Refuses : Payee.Mood.Takes);
    }

    function claim(bool inToken) external checked {
        address coin = inToken ? address(token) : address(0);
        bool allowed = escrow.claims(coin, address(payee)) != 0;
        attempt(address(payee), abi.encodeCall(IEscrow.claimTo, (coin, friend)), 0, allowed);
    }

    // --- what the escrow owes

    function liabilities(address coin) external view returns (uint256 sum) {
        for (uint256 i = 0; i < 2; ++i) {
            bytes32 account = keccak256(abi.encode(publisher, coin, committee, fees[i]));
            (, , uint96 current, uint96 previous, uint128 matured, uint128 fee) = escrow.accountState(account);
            sum += uint256(current) + previous + matured + fee;
        }
        for (uint256 i = 0; i < orders.length; ++i) {
            (OrderState state, , , uint256 bond) = escrow.orderState(orders[i].order);
            if (state != OrderState.Disputed) continue;
            if (orders[i].leaf.token == coin) sum += orders[i].leaf.amount;
            if (coin == address(0)) sum += bond;
        }
        sum += escrow.claims(coin, address(payee)) + escrow.claims(coin, friend) + escrow.claims(coin, buyer);
    }

    function held(address coin) external view returns (uint256) {
        return balanceOf(coin, address(escrow));
    }

    /// @dev What those who are refunded have or may claim, and what was refunded.
    function refunds(address coin) external view returns (uint256 got, uint256 owed) {
        got = balanceOf(coin, friend) + balanceOf(coin, address(payee)) + escrow.claims(coin, address(payee));
        for (uint256 i = 0; i < orders.length; ++i) {
            if (orders[i].leaf.token != coin || states[i] != OrderState.Refunded) continue;
            owed += orders[i].leaf.amount;
        }
    }

    /// @dev How many orders have come to a state.
    function countOf(OrderState state) external view returns (uint256 n) {
        for (uint256 i = 0; i < states.length; ++i) {
            if (states[i] == state) ++n;
        }
    }

    function theToken() external view returns (address) {
        return address(token);
    }

    // --- the rules, once more

    function isPending(Leaf memory leaf) private view returns (bool) {
        return leaf.time / 1 days + 1 >= block.timestamp / 1 days;
    }

    function isOpen(bytes32 order) private view returns (bool) {
        (OrderState state, , uint40 deadline, ) = escrow.orderState(order);
        return state == OrderState.Disputed && block.timestamp <= deadline;
    }

    function dueNow(address coin, uint16 feeBps) private view returns (uint256 matured, uint256 fee) {
        bytes32 account = keccak256(abi.encode(publisher, coin, committee, feeBps));
        uint256 late = 0;
        (uint32 epoch, , uint96 current, uint96 previous, uint128 m, uint128 f) = escrow.accountState(account);
        uint256 passed = block.timestamp / 1 days - epoch;
        if (passed >= 1) late += previous;
        if (passed >= 2) late += current;
        fee = (late * feeBps) / 10_000;
        return (m + late - fee, f + fee);
    }

    function pick(uint256 which) private view returns (Bought memory) {
        return orders[bound(which, 0, orders.length - 1)];
    }

    function attempt(address who, bytes memory call, uint256 value, bool allowed) private {
        vm.prank(who);
        (bool ok, ) = address(escrow).call{value: value}(call);
        assertEq(ok, allowed, "allowed");
    }

    /// @dev None → Disputed → Answered or Refunded, None → Refunded, and nothing else.
    function checkTransitions() private {
        for (uint256 i = 0; i < orders.length; ++i) {
            (OrderState was, OrderState now_) = (states[i], stateOf(orders[i].order));
            if (was == now_) continue;
            assertTrue(was == OrderState.None || was == OrderState.Disputed, "final");
            assertTrue(now_ != OrderState.None, "never back to none");
            if (was == OrderState.None) assertTrue(now_ != OrderState.Answered, "answered without a dispute");
            states[i] = now_;
        }
    }

    function balanceOf(address coin, address who) private view returns (uint256) {
        return coin == address(0) ? who.balance : token.balanceOf(who);
    }
}
