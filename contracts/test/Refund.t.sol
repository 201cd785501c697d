// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, OrderState} from "../interfaces/IEscrow.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {FalseToken} from "./mocks/FalseToken.sol";
import {Payee} from "./mocks/Payee.sol";

/// @title Refunds after a dispute, and claims: Refund.tree, its first half.
contract RefundTest is Fixture {
    Bought private bought;
    Payee private payee;
    uint256 private bond;

    function setUp() public override {
        super.setUp();
        payee = new Payee();
        bond = escrow.bond();
    }

    function test_RevertWhen_TheOrderIsNotDisputed() public {
        bought = buy(sell(address(0)), address(0), "b");
        expectState(OrderState.None);
        escrow.refund(bought.leaf);

        dispute(bought);
        bytes32[3] memory release = releaseOf(bought.leaf);
        escrow.answer(bought.leaf, P, Q, release);
        vm.warp(START + 2 days);
        expectState(OrderState.Answered);
        escrow.refund(bought.leaf);
    }

    function test_RevertWhen_TooEarly() public {
        disputed(address(0), friend);
        uint256 deadline = START + 1 days;
        vm.warp(deadline);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TooEarly.selector, deadline, deadline));
        escrow.refund(bought.leaf);
        vm.warp(deadline + 1);
        escrow.refund(bought.leaf);
        expectState(OrderState.Refunded);
        escrow.refund(bought.leaf);
    }

    function test_WhenTheDeadlineHasPassed() public {
        disputed(address(0), friend);
        vm.warp(START + 1 days + 1);
        uint256 before = buyer.balance;
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Refunded(bought.order, stranger);
        vm.prank(stranger); // anyone may
        escrow.refund(bought.leaf);

        assertEq(friend.balance, PRICE, "no fee on a refund");
        assertEq(buyer.balance - before, bond, "the bond is back");
        assertEq(address(escrow).balance, 0, "the escrow holds nothing");
        assertEq(uint256(stateOf(bought.order)), uint256(OrderState.Refunded), "state");

        bytes32[3] memory release = releaseOf(bought.leaf);
        vm.expectRevert(
            abi.encodeWithSelector(
                IEscrow.Escrow_WrongState.selector,
                bought.order,
                OrderState.Refunded,
                OrderState.Disputed
            )
        );
        escrow.answer(bought.leaf, P, Q, release);
    }

    function test_WhenTheReceiverCannotReceive() public {
        Payee.Mood[3] memory moods = [Payee.Mood.Refuses, Payee.Mood.Burns, Payee.Mood.Calls];
        for (uint256 i = 0; i < 3; ++i) {
            disputed(address(0), address(payee));
            payee.become(moods[i]);
            payee.arm(address(escrow), abi.encodeCall(IEscrow.refund, (bought.leaf)));
            pass(1 days + 1);
            uint256 before = buyer.balance;
            vm.expectEmit(true, true, true, true, address(escrow));
            emit IEscrow.Undelivered(address(0), address(payee), PRICE);
            escrow.refund(bought.leaf);
            assertEq(buyer.balance - before, bond, "the bond is back all the same");
            assertEq(escrow.claims(address(0), address(payee)), (i + 1) * PRICE, "claim");
        }
    }

    function test_WhenWhoPutTheBondCannotReceive() public {
        bought = buy(sell(address(0)), address(0), "b");
        payee.act{value: bond}(
            address(escrow),
            abi.encodeCall(IEscrow.dispute, (bought.leaf, pathOf(bought.leaf), bought.c, bought.z))
        );
        payee.become(Payee.Mood.Refuses);
        vm.warp(START + 1 days + 1);
        escrow.refund(bought.leaf);
        assertEq(friend.balance, PRICE, "the refund");
        assertEq(escrow.claims(address(0), address(payee)), bond, "the bond waits");
    }

    function test_WhenTheTokenRefuses() public {
        FalseToken coin = new FalseToken();
        coin.mint(buyer, PRICE);
        vm.prank(buyer);
        coin.approve(address(escrow), PRICE);
        disputed(address(coin), friend);
        coin.refuse(true);
        vm.warp(START + 1 days + 1);
        escrow.refund(bought.leaf);
        assertEq(escrow.claims(address(coin), friend), PRICE, "claim");
        coin.refuse(false);
        vm.prank(friend);
        escrow.claimTo(address(coin), stranger);
        assertEq(coin.balanceOf(stranger), PRICE, "paid");
    }

    function test_WhenTheTokenIsGone() public {
        disputed(address(token), friend);
        vm.etch(address(token), "");
        vm.warp(START + 1 days + 1);
        escrow.refund(bought.leaf);
        assertEq(escrow.claims(address(token), friend), PRICE, "claim");
    }

    function test_WhenPaidInAToken() public {
        disputed(address(token), friend);
        vm.warp(START + 1 days + 1);
        escrow.refund(bought.leaf);
        assertEq(token.balanceOf(friend), PRICE, "the friend has");
        assertEq(escrow.claims(address(token), friend), 0, "no claim");
    }

    /// @dev The attack: give so little gas that the delivery fails, and the refund does not.
    function test_RevertWhen_TheCallerIsStingy() public {
        disputed(address(0), address(payee));
        vm.warp(START + 1 days + 1);
        bytes memory call = abi.encodeCall(IEscrow.refund, (bought.leaf));
        uint256 succeeded = 0;
        for (uint256 gas = 20_000; gas < 700_000; gas += 20_000) {
            uint256 snapshot = vm.snapshotState();
            (bool ok, ) = address(escrow).call{gas: gas}(call);
            if (ok) ++succeeded;
            assertEq(escrow.claims(address(0), address(payee)), 0, "never a claim");
            assertEq(address(payee).balance, ok ? PRICE : 0, "delivered, or reverted");
            vm.revertToState(snapshot);
        }
        assertGt(succeeded, 0, "with enough gas it works");
        vm.expectPartialRevert(IEscrow.Escrow_GasTooLow.selector);
        escrow.refund{gas: 200_000}(bought.leaf);
    }

    function test_GivenAClaim() public {
        disputed(address(0), address(payee));
        payee.become(Payee.Mood.Refuses);
        vm.warp(START + 1 days + 1);
        escrow.refund(bought.leaf);

        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingToClaim.selector, address(0), stranger));
        vm.prank(stranger);
        escrow.claimTo(address(0), stranger);

        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), PRICE));
        payee.act(address(escrow), abi.encodeCall(IEscrow.claimTo, (address(0), address(payee))));

        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Claimed(address(0), address(payee), friend, PRICE);
        payee.act(address(escrow), abi.encodeCall(IEscrow.claimTo, (address(0), friend)));
        assertEq(friend.balance, PRICE, "paid elsewhere");

        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingToClaim.selector, address(0), address(payee)));
        payee.act(address(escrow), abi.encodeCall(IEscrow.claimTo, (address(0), friend)));
    }

    function disputed(address coin, address refundTo) private {
        Purchase memory p = purchaseOf(sell(coin), offerIn(coin), "b");
        p.refundTo = refundTo;
        bought = buy(p, coin == address(0) ? PRICE : 0);
        dispute(bought);
    }

    function expectState(OrderState state) private {
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_WrongState.selector, bought.order, state, OrderState.Disputed)
        );
    }
}
