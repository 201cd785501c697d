// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, OrderState} from "../interfaces/IEscrow.sol";
import {Bought, Fixture} from "./Fixture.sol";

/// @title Refunds by a publisher's will: Refund.tree, its second half.
contract RefundByPublisherTest is Fixture {
    Bought private bought;
    bytes32[] private path;

    function setUp() public override {
        super.setUp();
        address product = sell(address(0));
        bought = buy(product, address(0), "b");
        buy(product, address(0), "other");
        path = pathOf(bought.leaf);
    }

    function test_RevertWhen_AnybodyElseCalls() public {
        address[4] memory others = [stranger, buyer, committee, signer];
        for (uint256 i = 0; i < others.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NotPublisher.selector, others[i], publisher));
            vm.prank(others[i]);
            escrow.refundByPublisher(bought.leaf, path);
        }
    }

    function test_RevertWhen_ThePathIsWrong() public {
        Bought memory b = bought;
        b.leaf.amount = 2 * PRICE;
        vm.expectRevert(
            abi.encodeWithSelector(
                IEscrow.Escrow_NotLogged.selector,
                accountOf(address(0)),
                keccak256(abi.encode(b.leaf))
            )
        );
        vm.prank(publisher);
        escrow.refundByPublisher(b.leaf, path);
    }

    function test_GivenAPendingOrder() public {
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Refunded(bought.order, publisher);
        refund();
        assertEq(friend.balance, PRICE, "all of it");
        assertEq(address(escrow).balance, PRICE, "the other order's");
        (, , uint96 current, uint96 previous, , ) = escrow.accountState(accountOf(address(0)));
        assertEq(current, PRICE, "current");
        assertEq(previous, 0, "previous");
        vm.warp(START + 2 days);
        uint256 paid = escrow.withdraw(publisher, address(0), committee, FEE_BPS);
        assertEq(paid + feesOf(accountOf(address(0))), PRICE, "the rest matures");
    }

    function test_GivenAPendingOrderOfTheEpochBefore() public {
        vm.warp(START + 1 days);
        refund();
        (, , , uint96 previous, , ) = escrow.accountState(accountOf(address(0)));
        assertEq(previous, PRICE, "the other order's");
    }

    function test_GivenADisputedOrder() public {
        dispute(bought);
        uint256 before = buyer.balance;
        refund();
        assertEq(friend.balance, PRICE, "the money");
        assertEq(buyer.balance - before, escrow.bond(), "the bond");
    }

    /// @dev Even when its deadline has passed, for as long as nobody else refunded it.
    function test_GivenADisputedOrderLongAgo() public {
        dispute(bought);
        vm.warp(START + 100 days);
        refund();
        assertEq(friend.balance, PRICE, "the money");
    }

    function test_RevertGiven_AMaturedOrder() public {
        vm.warp(START + 2 days);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_Matured.selector, 20_000, 20_002));
        refund();
    }

    function test_RevertGiven_AnAnsweredOrder() public {
        dispute(bought);
        bytes32[3] memory release = releaseOf(bought.leaf);
        escrow.answer(bought.leaf, P, Q, release);
        expectState(OrderState.Answered);
        refund();
    }

    function test_RevertGiven_ARefundedOrder() public {
        refund();
        expectState(OrderState.Refunded);
        refund();
    }

    function refund() private {
        vm.prank(publisher);
        escrow.refundByPublisher(bought.leaf, path);
    }

    function expectState(OrderState state) private {
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_WrongState.selector, bought.order, state, OrderState.Disputed)
        );
    }
}
