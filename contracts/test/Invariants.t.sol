// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderState} from "../interfaces/IEscrow.sol";
import {Handler} from "./Handler.t.sol";
import {TestBase} from "./TestBase.sol";

/// @title What holds after any history: see README.md.
contract InvariantsTest is TestBase {
    Handler private handler;

    function setUp() public {
        handler = new Handler();
        handler.setUp();
        bytes4[] memory selectors = new bytes4[](11);
        selectors[0] = Handler.warp.selector;
        selectors[1] = Handler.buySome.selector;
        selectors[2] = Handler.withdraw.selector;
        selectors[3] = Handler.collect.selector;
        selectors[4] = Handler.disputeOne.selector;
        selectors[5] = Handler.answer.selector;
        selectors[6] = Handler.answerMany.selector;
        selectors[7] = Handler.refund.selector;
        selectors[8] = Handler.refundByPublisher.selector;
        selectors[9] = Handler.changeMood.selector;
        selectors[10] = Handler.claim.selector;
        targetContract(address(handler));
        targetSelector(FuzzSelector({addr: address(handler), selectors: selectors}));
    }

    /// @dev Histories of the handler's get everywhere: none of the invariants holds for want of cases.
    function test_HistoriesReachEveryState() public {
        for (uint256 i = 0; i < 34; ++i) {
            (uint256 a, uint256 b) = (uint256(keccak256(abi.encode(i))), uint256(keccak256(abi.encode(i, i))));
            handler.warp(a);
            handler.buySome(uint96(a), uint96(b), a & 1 == 0, a & 2 == 0, a & 4 == 0);
            handler.disputeOne(a);
            handler.buySome(uint96(b), uint96(a), b & 1 == 0, b & 2 == 0, b & 4 == 0);
            uint256 late = type(uint256).max - (i % 3); // one of the newest
            handler.disputeOne(late);
            if (i % 4 == 0) handler.answer(late);
            if (i % 4 == 1) handler.answerMany(late, b);
            handler.refund(a);
            if (i % 3 == 1) handler.refundByPublisher(b);
        }
        for (uint256 state = 0; state < 4; ++state) {
            assertGt(handler.countOf(OrderState(state)), 3, vm.toString(state));
        }
        invariant_CoinCoversWhatIsOwed();
        invariant_TokensCoverWhatIsOwed();
        invariant_RefundsAreWholeAndOnce();
    }

    /// @dev Nobody gives the escrow anything here, so that "at least" is "exactly".
    function invariant_CoinCoversWhatIsOwed() public view {
        assertEq(handler.held(address(0)), handler.liabilities(address(0)), "coin");
    }

    function invariant_TokensCoverWhatIsOwed() public view {
        address token = handler.theToken();
        assertEq(handler.held(token), handler.liabilities(token), "tokens");
    }

    function invariant_RefundsAreWholeAndOnce() public view {
        (uint256 got, uint256 owed) = handler.refunds(address(0));
        assertEq(got, owed, "coin");
        (got, owed) = handler.refunds(handler.theToken());
        assertEq(got, owed, "tokens");
    }
}
