// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderState} from "../../interfaces/IEscrow.sol";
import {TestBase} from "../TestBase.sol";
import {Trader} from "./Trader.t.sol";

/// @title What holds after every call of any history: see README.md.
/// @dev One campaign checks all of it: each invariant would run histories of its own.
contract InvariantsTest is TestBase {
    Trader internal trader;

    function setUp() public virtual {
        trader = new Trader();
        trader.setUp();
        target(calls());
    }

    /// @dev Histories of the trader's get everywhere: none of the invariants holds for want of cases.
    function test_HistoriesReachEveryState() public {
        for (uint256 i = 0; i < 60; ++i) {
            (uint256 a, uint256 b) = (uint256(keccak256(abi.encode(i))), uint256(keccak256(abi.encode(i, i))));
            trader.changeMood(uint8(a >> 8));
            trader.buy(a, uint96(a), uint96(b), uint8(b >> 16), uint8(a >> 24));
            trader.keepPath(b);
            trader.buy(b, uint96(b), uint96(a), 15, uint8(b >> 24));
            trader.dispute(a | 1, uint96(b), uint8(b), a & 2 == 0);
            trader.dispute(b | 1, uint96(a), 15, b & 2 == 0);
            if (i % 4 == 0) trader.answer(b | 1, uint8(a));
            if (i % 4 == 1) trader.answerMany(b | 1, a, uint8(b));
            if (i % 4 == 2) trader.warpToAnEdge(b | 1, uint8(a));
            if (i % 4 == 3) trader.warp(a);
            trader.refund(b | 1);
            trader.refund(a);
            trader.withdraw(a, b & 2 == 0, uint8(a));
            trader.collect(b, a & 2 == 0, uint8(b));
            if (i % 8 == 3) trader.refundByPublisher(b | 1, uint8(a));
            trader.claim(1, 0, a & 4 == 0);
            invariant_TheEscrowIsAsTheBooksSay();
        }
        for (uint256 state = 0; state < 4; ++state) {
            assertGt(trader.countOf(OrderState(state)), 3, vm.toString(state));
        }
    }

    function invariant_TheEscrowIsAsTheBooksSay() public view {
        trader.checkMoney();
        trader.checkAccounts();
        trader.checkOrders();
    }

    function calls() internal pure virtual returns (bytes4[] memory selectors) {
        selectors = new bytes4[](13);
        (selectors[0], selectors[1]) = (Trader.warp.selector, Trader.warpToAnEdge.selector);
        (selectors[2], selectors[3]) = (Trader.buy.selector, Trader.keepPath.selector);
        (selectors[4], selectors[5]) = (Trader.withdraw.selector, Trader.collect.selector);
        (selectors[6], selectors[7]) = (Trader.claim.selector, Trader.dispute.selector);
        (selectors[8], selectors[9]) = (Trader.answer.selector, Trader.answerMany.selector);
        (selectors[10], selectors[11]) = (Trader.refund.selector, Trader.refundByPublisher.selector);
        selectors[12] = Trader.changeMood.selector;
    }

    function target(bytes4[] memory selectors) internal {
        targetContract(address(trader));
        targetSelector(FuzzSelector({addr: address(trader), selectors: selectors}));
    }
}

/// @title The same where everybody gives the escrow coin and tokens, which it never asked for.
contract GiftInvariantsTest is InvariantsTest {
    function calls() internal pure override returns (bytes4[] memory selectors) {
        bytes4[] memory all = super.calls();
        selectors = new bytes4[](all.length + 2);
        for (uint256 i = 0; i < all.length; ++i) selectors[i] = all[i];
        (selectors[all.length], selectors[all.length + 1]) = (Trader.giveCoin.selector, Trader.giveTokens.selector);
    }
}
