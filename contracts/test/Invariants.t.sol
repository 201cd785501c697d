// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

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
