// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderState} from "../../interfaces/IEscrow.sol";
import {InvariantsTest} from "./Invariants.t.sol";
import {ZooTrader} from "./ZooTrader.t.sol";

/// @title What holds in coin and honest tokens while a zoo trades beside them: see README.md.
contract ZooInvariantsTest is InvariantsTest {
    function setUp() public override {
        trader = new ZooTrader();
        trader.setUp();
        target(calls());
    }

    /// @dev The zoo's orders come to every state as well.
    function test_TheZooTrades() public {
        ZooTrader zoo = ZooTrader(address(trader));
        for (uint256 i = 0; i < 120; ++i) {
            (uint256 a, uint256 b) = (uint256(keccak256(abi.encode(i))), uint256(keccak256(abi.encode(i, i))));
            zoo.buyInZoo(a, uint96(b), a & 1 == 0);
            zoo.settleInZoo(0, i % 2 == 0 ? 7 : uint8(b));
            if (i % 5 == 0) zoo.turn(b, a);
            if (i % 7 == 0) zoo.settleInZoo(0, 5);
            if (i % 9 == 0) zoo.settleInZoo(0, 3);
            if (i % 3 == 0) zoo.warp(1 days);
            for (uint8 how = 0; how < 8; ++how) zoo.settleInZoo(b | 1, how);
            if (i % 30 == 0) zoo.seize();
            invariant_TheEscrowIsAsTheBooksSay();
        }
        for (uint256 state = 0; state < 4; ++state) {
            assertGt(zoo.zooCountOf(OrderState(state)), 3, vm.toString(state));
        }
    }

    function calls() internal pure override returns (bytes4[] memory selectors) {
        bytes4[] memory all = super.calls();
        selectors = new bytes4[](all.length + 4);
        for (uint256 i = 0; i < all.length; ++i) selectors[i] = all[i];
        (selectors[all.length], selectors[all.length + 1]) = (ZooTrader.buyInZoo.selector, ZooTrader.turn.selector);
        selectors[all.length + 2] = ZooTrader.settleInZoo.selector;
        selectors[all.length + 3] = ZooTrader.seize.selector;
    }
}
