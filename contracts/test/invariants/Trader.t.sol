// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf, OrderState} from "../../interfaces/IEscrow.sol";
import {Offer} from "../../interfaces/IProduct.sol";
import {Bought, Purchase} from "../Fixture.sol";
import {Force} from "../mocks/Force.sol";
import {OpenProduct} from "../mocks/OpenProduct.sol";
import {Payee} from "../mocks/Payee.sol";
import {TestToken} from "../tokens/TestToken.sol";
import {Books, Entry, Kept, Lane, Place} from "./Books.sol";

/// @title Everybody who deals with the escrow, in any order and at any time.
/// @notice Each function tries one call with what the fuzzer drew, often with a slip in it. It says from the books alone
/// whether the rules allow the call and fails if the escrow sees it otherwise: a refusal too many is as wrong as one too
/// few. What came of the call then goes into the books.
contract Trader is Books {
    OpenProduct internal product;
    Payee internal payee; // sometimes refuses coin
    TestToken internal second;
    address internal otherCommittee;

    function setUp() public virtual override {
        super.setUp();
        product = new OpenProduct(offerIn(address(0)));
        payee = new Payee();
        second = new TestToken();
        otherCommittee = named("other committee");
        // Each of the next five differs from the first in one field; what goes astray in one would show in another.
        open(publisher, address(0), committee, 333);
        open(publisher, address(0), committee, 0);
        open(publisher, address(0), otherCommittee, 333);
        open(address(payee), address(0), committee, 333);
        open(publisher, address(token), committee, 333);
        open(publisher, address(second), committee, 333);
        open(committee, address(0), publisher, 333); // the same two, with parts changed
        open(address(payee), address(token), otherCommittee, 1_000);
        open(address(payee), address(0), otherCommittee, 1_000); // for the bonds of the one before
        has[address(token)][buyer] = token.balanceOf(buyer);
        has[address(0)][buyer] = buyer.balance;
    }

    // --- time

    function warp(uint256 by) external {
        pass(bound(by, 0, 1.5 days));
    }

    /// @dev To one of the moments at which a rule changes, if it is still to come.
    function warpToAnEdge(uint256 which, uint8 edge) external {
        if (entries.length == 0) return;
        Entry storage e = entries[pick(which)];
        uint256 paid = e.bought.leaf.time;
        uint256 epoch = paid / WINDOW;
        uint256[6] memory edges = [
            e.deadline,
            e.deadline + 1,
            paid + WINDOW,
            (epoch + 1) * WINDOW,
            (epoch + 2) * WINDOW - 1,
            (epoch + 2) * WINDOW
        ];
        if (edges[edge % 6] > now_()) vm.warp(edges[edge % 6]);
    }

    // --- purchases

    /// @dev Allowed unless there is a slip: nobody to refund, a price above maxPrice, other terms, too little coin, or
    /// coin with a token.
    function buy(uint256 lane, uint96 price, uint96 surplus, uint8 slip, uint8 how) external {
        lane = bound(lane, 0, lanes.length - 1);
        address coin = lanes[lane].token;
        price = uint96(bound(price, 0, price % 4 == 0 ? 300 : 1 ether));
        Purchase memory p = offered(lane, price);
        if (how & 1 != 0) p.refundTo = address(payee);
        bool routed = how & 6 == 6;
        uint256 value = coin != address(0) ? 0 : price + (routed ? 0 : bound(surplus, 0, 1 ether));

        bool slipped = slip % 16 < 3 || (slip % 16 == 3 && (coin != address(0) || price != 0));
        if (slip % 16 == 0) p.refundTo = address(0);
        if (slip % 16 == 1) price == 0 ? p.offerHash = 0 : bytes32(uint256(p.maxPrice = price - 1));
        if (slip % 16 == 2) p.offerHash ^= bytes32(uint256(1));
        if (slip % 16 == 3 && slipped) value = coin != address(0) ? 1 : price - 1;
        pay(lane, p, value, !slipped, routed ? address(router) : buyer);
    }

    function offered(uint256 lane, uint96 price) private returns (Purchase memory p) {
        Lane storage at = lanes[lane];
        Offer memory o = Offer(at.publisher, at.token, at.committee, groupKey, at.feeBps, price, 1);
        product.change(o);
        return purchaseOf(address(product), o, vm.toString(entries.length));
    }

    function pay(uint256 lane, Purchase memory p, uint256 value, bool allowed, address who) private {
        (, , , , , uint96 price, ) = product.current();
        address coin = lanes[lane].token;
        if (coin != address(0)) provide(coin, who, price);
        vm.recordLogs();
        uint256 kept_ = has[address(0)][who] + value;
        if (!attempt(who, who == buyer ? buyCall(p) : buyForCall(p), value, allowed)) return;
        if (coin == address(0)) has[coin][who] = kept_ - price;
        else has[coin][who] -= price;
        Bought memory bought = lastBought();
        assertEq(bought.leaf.amount, price, "the price is taken");
        enter(lane, bought);
        checkProofs(lane);
    }

    /// @dev Gives tokens, and the escrow their allowance.
    function provide(address coin, address who, uint256 amount) private {
        TestToken(coin).mint(who, amount);
        has[coin][who] += amount;
        vm.prank(who);
        TestToken(coin).approve(address(escrow), type(uint256).max);
    }

    /// @dev Somebody builds a path now, to show it later.
    function keepPath(uint256 which) external {
        if (entries.length == 0) return;
        uint256 i = pick(which);
        Leaf memory leaf = entries[i].bought.leaf;
        kept.push(Kept(i, logged[accountOf(leaf)].length, pathOf(leaf)));
    }

    // --- settling

    /// @dev Allowed when something is due and the receiver takes it, to anybody; to another address for the publisher.
    function withdraw(uint256 lane, bool elsewhere, uint8 slip) external {
        lane = bound(lane, 0, lanes.length - 1);
        Lane storage at = lanes[lane];
        (uint256 matured, ) = dueNow(lane);
        bool slipped = elsewhere && slip % 8 == 0;
        address to = elsewhere ? friend : at.publisher;
        bytes memory call =
            elsewhere
                ? abi.encodeCall(IEscrow.withdrawTo, (at.token, at.committee, at.feeBps, to))
                : abi.encodeCall(IEscrow.withdraw, (at.publisher, at.token, at.committee, at.feeBps));
        bool allowed = matured != 0 && receives(at.token, to) && !slipped;
        if (!attempt(elsewhere && !slipped ? at.publisher : stranger, call, 0, allowed)) return;
        touch(lane);
        has[at.token][to] += matured;
        at.matured = 0;
    }

    /// @dev Allowed for the committee, when something is due.
    function collect(uint256 lane, bool elsewhere, uint8 slip) external {
        lane = bound(lane, 0, lanes.length - 1);
        Lane storage at = lanes[lane];
        (, uint256 fees) = dueNow(lane);
        address to = elsewhere ? friend : at.committee;
        bytes memory call = abi.encodeCall(IEscrow.collect, (at.publisher, at.token, at.feeBps, to));
        if (!attempt(slip % 8 == 0 ? stranger : at.committee, call, 0, fees != 0 && slip % 8 != 0)) return;
        touch(lane);
        has[at.token][to] += fees;
        at.fees = 0;
    }

    /// @dev Allowed for the owner of a claim, to where it can be received.
    function claim(uint256 who, uint256 coin, bool elsewhere) external {
        address[3] memory coins = [address(0), address(token), address(second)];
        address owner = parties()[bound(who, 0, parties().length - 1)];
        address what = coins[bound(coin, 0, 2)];
        address to = elsewhere ? friend : owner;
        uint256 amount = owed[what][owner];
        bool allowed = amount != 0 && receives(what, to);
        if (!attempt(owner, abi.encodeCall(IEscrow.claimTo, (what, to)), 0, allowed)) return;
        owed[what][owner] = 0;
        has[what][to] += amount;
    }

    // --- disputes

    /// @dev Allowed for an order that is pending and untouched; never refused within a window of the payment. Slips:
    /// too small a bond, a false proof, a path too long, another amount.
    function dispute(uint256 which, uint96 surplus, uint8 slip, bool byPayee) external {
        if (entries.length == 0) return;
        Entry storage e = entries[pick(which)];
        Bought memory b = e.bought;
        uint256 bond = escrow.bond();
        uint256 value = bond + (surplus % 2 == 0 ? 0 : surplus);
        bytes32[] memory path = pathOf(b.leaf);
        if (slip % 16 == 0) value = bond - 1;
        if (slip % 16 == 1) b.z ^= 1;
        if (slip % 16 == 2) path = new bytes32[](path.length + 1);
        if (slip % 16 == 3) b.leaf.amount ^= 1;

        address who = byPayee ? address(payee) : buyer;
        bool open_ = e.state == OrderState.None && isPending(e);
        if (e.state == OrderState.None && now_() <= b.leaf.time + WINDOW) assertTrue(open_, "not before a window");
        bool allowed = open_ && slip % 16 > 3 && (value == bond || receives(address(0), who));
        bytes memory call = abi.encodeCall(IEscrow.dispute, (b.leaf, path, b.c, b.z));
        if (!attempt(who, call, value, allowed)) return;
        has[address(0)][who] -= bond;
        noteDispute(e, who, bond);
    }

    /// @dev Allowed for anybody, for a dispute until its deadline. Slip: another order's release.
    function answer(uint256 which, uint8 slip) external {
        if (entries.length == 0) return;
        uint256 i = pick(which);
        Entry storage e = entries[i];
        Leaf memory leaf = e.bought.leaf;
        uint256 other = slip % 8 == 0 ? (i + 1) % entries.length : i;
        bool allowed = isOpen(e) && other == i;
        bytes memory call = abi.encodeCall(IEscrow.answer, (leaf, P, Q, releaseOf(entries[other].bought.leaf)));
        if (attempt(stranger, call, 0, allowed)) noteAnswer(e);
    }

    /// @dev Allowed if one at least is open and the releases of all that are open are right. One order comes twice in
    /// some batches, and some have two releases swapped.
    function answerMany(uint256 from, uint256 count, uint8 slip) external {
        if (entries.length == 0) return;
        from = pick(from);
        count = bound(count, 1, entries.length - from > 4 ? 4 : entries.length - from);
        Leaf[] memory leaves = new Leaf[](count);
        bytes32[3][] memory releases = new bytes32[3][](count);
        uint256 open_ = 0;
        for (uint256 i = 0; i < count; ++i) {
            uint256 at = i == count - 1 && slip % 4 == 1 ? from : from + i;
            (leaves[i], releases[i]) = (entries[at].bought.leaf, releaseOf(entries[at].bought.leaf));
            if (isOpen(entries[at])) open_ |= 1 << (at - from);
        }
        bool swapped = slip % 8 == 0 && count > 1;
        if (swapped) (releases[0], releases[1]) = (releases[1], releases[0]);
        bool allowed = open_ != 0 && !(swapped && open_ & 3 != 0);
        bytes memory call = abi.encodeCall(IEscrow.answerMany, (leaves, P, Q, releases));
        if (!attempt(stranger, call, 0, allowed)) return;
        for (uint256 i = 0; i < count; ++i) {
            if ((open_ >> i) & 1 == 1) noteAnswer(entries[from + i]);
        }
    }

    /// @dev Allowed for anybody, for a dispute after its deadline.
    function refund(uint256 which) external {
        if (entries.length == 0) return;
        Entry storage e = entries[pick(which)];
        if (attempt(stranger, abi.encodeCall(IEscrow.refund, (e.bought.leaf)), 0, isOverdue(e))) noteRefund(e);
    }

    /// @dev Allowed for the publisher, for an order that is pending or disputed.
    function refundByPublisher(uint256 which, uint8 slip) external {
        if (entries.length == 0) return;
        Entry storage e = entries[pick(which)];
        Leaf memory leaf = e.bought.leaf;
        bytes memory call = abi.encodeCall(IEscrow.refundByPublisher, (leaf, pathOf(leaf)));
        bool allowed = slip % 8 != 0 && (isPending(e) || e.place == Place.Disputed);
        if (attempt(slip % 8 == 0 ? stranger : leaf.publisher, call, 0, allowed)) noteRefund(e);
    }

    function changeMood(uint8 mood) external {
        Payee.Mood[4] memory moods = [Payee.Mood.Takes, Payee.Mood.Takes, Payee.Mood.Refuses, Payee.Mood.Burns];
        payee.become(moods[mood % 4]);
    }

    // --- gifts, which nobody can refuse

    function giveCoin(uint96 amount) external {
        amount = uint96(bound(amount, 0, 1 ether));
        vm.deal(address(this), amount);
        new Force{value: amount}(payable(address(escrow)));
        gifts[address(0)] += amount;
    }

    function giveTokens(uint96 amount, bool theSecond) external {
        TestToken coin = theSecond ? second : token;
        coin.mint(address(escrow), amount);
        gifts[address(coin)] += amount;
    }

    // --- what holds: see README.md

    function checkMoney() external view {
        address[3] memory coins = [address(0), address(token), address(second)];
        for (uint256 i = 0; i < 3; ++i) {
            assertEq(balanceIn(coins[i], address(escrow)), liabilities(coins[i]) + gifts[coins[i]], "held and owed");
            address[] memory all = parties();
            for (uint256 j = 0; j < all.length; ++j) {
                assertEq(balanceIn(coins[i], all[j]), has[coins[i]][all[j]], "paid out");
                assertEq(escrow.claims(coins[i], all[j]), owed[coins[i]][all[j]], "claims");
            }
        }
    }

    function checkAccounts() external view {
        for (uint256 i = 0; i < lanes.length; ++i) {
            (, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees) = escrow.accountState(
                nameOf(lanes[i])
            );
            (uint256 sum, uint256 orders) = pendingIn(i);
            assertEq(uint256(current) + previous, sum, "pending");
            assertEq(count, orders, "count");
            assertEq(matured, lanes[i].matured, "matured");
            assertEq(fees, lanes[i].fees, "fees");
        }
    }

    function checkOrders() external view {
        for (uint256 i = 0; i < entries.length; ++i) {
            Entry storage e = entries[i];
            (OrderState state, address by, uint40 deadline, uint256 bond) = escrow.orderState(e.bought.order);
            assertEq(uint256(state), uint256(e.state), "state");
            if (state != OrderState.Disputed && state != OrderState.Answered) continue;
            assertEq(by, e.by, "by");
            assertEq(deadline, e.deadline, "deadline");
            assertEq(bond, e.bond, "bond");
        }
    }

    /// @dev How many orders have come to a state, and how many claims there are.
    function countOf(OrderState state) external view returns (uint256 n) {
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i].state == state) ++n;
        }
    }

    // --- the rest

    function receives(address coin, address to) internal view override returns (bool) {
        return coin != address(0) || to != address(payee) || payee.mood() == Payee.Mood.Takes;
    }

    function parties() internal view override returns (address[] memory all) {
        all = new address[](8);
        (all[0], all[1], all[2], all[3]) = (publisher, address(payee), committee, otherCommittee);
        (all[4], all[5], all[6], all[7]) = (buyer, friend, stranger, address(router));
    }

    /// @dev Half the time one of the newest four, whose time has not passed.
    function pick(uint256 which) internal view returns (uint256) {
        uint256 n = entries.length;
        return which % 2 == 0 || n < 4 ? bound(which / 2, 0, n - 1) : bound(which / 2, n - 4, n - 1);
    }

    /// @dev Calls the escrow with coin that comes from nowhere; what is not spent stays with the caller.
    function attempt(address who, bytes memory call, uint256 value, bool allowed) private returns (bool ok) {
        vm.deal(who, who.balance + value);
        has[address(0)][who] += value;
        vm.prank(who);
        (ok, ) = address(escrow).call{value: value}(call);
        assertEq(ok, allowed, "allowed");
    }
}
