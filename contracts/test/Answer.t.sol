// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, OrderState} from "../interfaces/IEscrow.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {Curve} from "./Curve.sol";
import {Bought, Fixture} from "./Fixture.sol";

/// @title Answers to one dispute: Answer.tree, its first half.
contract AnswerTest is Fixture {
    uint256 private constant FEE = (uint256(PRICE) * FEE_BPS) / 10_000;

    Bought private bought;
    bytes32[3] private release;
    uint256 private deadline;
    uint256 private bond;

    function setUp() public override {
        super.setUp();
        disputed(address(0));
    }

    function test_RevertWhen_TheGroupKeyIsAnother() public {
        uint256 other = Curve.scalar("another committee");
        (bytes32[3] memory P2, bytes32[6] memory Q2) = (Curve.inG1(other), Curve.inG2(other));
        bytes32[3] memory U = Curve.release(other, placeOf(bought.leaf.product, 0), bought.leaf.releaseKey);
        expectGroupKey(keccak256(abi.encodePacked(P2, Q2)));
        escrow.answer(bought.leaf, P2, Q2, U);
        expectGroupKey(keccak256(abi.encodePacked(P, Q2)));
        escrow.answer(bought.leaf, P, Q2, U);
        expectGroupKey(keccak256(abi.encodePacked(P2, Q)));
        escrow.answer(bought.leaf, P2, Q, release);
    }

    function test_RevertWhen_TheOrderIsNotDisputed() public {
        Bought memory other = buy(bought.leaf.product, address(0), "other");
        bytes32[3] memory U = releaseOf(other.leaf);
        expectState(other.order, OrderState.None);
        escrow.answer(other.leaf, P, Q, U);

        escrow.answer(bought.leaf, P, Q, release);
        expectState(bought.order, OrderState.Answered);
        escrow.answer(bought.leaf, P, Q, release);

        // An order that never was is in no state either.
        other.leaf.amount += 1;
        expectState(keccak256(abi.encode(other.leaf)), OrderState.None);
        escrow.answer(other.leaf, P, Q, U);
    }

    function test_RevertWhen_Refunded() public {
        bytes32[] memory path = pathOf(bought.leaf);
        vm.prank(publisher);
        escrow.refundByPublisher(bought.leaf, path);
        expectState(bought.order, OrderState.Refunded);
        escrow.answer(bought.leaf, P, Q, release);
    }

    function test_RevertWhen_TooLate() public {
        vm.warp(deadline + 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TooLate.selector, deadline + 1, deadline));
        escrow.answer(bought.leaf, P, Q, release);
        vm.warp(deadline);
        escrow.answer(bought.leaf, P, Q, release);
    }

    function test_RevertWhen_TheReleaseIsWrong() public {
        Bought memory other = buy(bought.leaf.product, address(0), "other");
        bytes32[3][5] memory wrong;
        wrong[1] = releaseOf(other.leaf);
        wrong[2] = Curve.add(release, Curve.inG1(1), 1);
        wrong[3] = Curve.add(release, release, Curve.ORDER - 2); // −U
        wrong[4] = P;
        for (uint256 i = 0; i < wrong.length; ++i) {
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongRelease.selector, bought.order));
            escrow.answer(bought.leaf, P, Q, wrong[i]);
        }
    }

    function test_RevertWhen_TheReleaseIsNoPoint() public {
        bytes32[3] memory U = release;
        U[2] = bytes32(uint256(U[2]) ^ 1);
        vm.expectRevert(BLS12381.BLS12381_BadPoint.selector);
        escrow.answer(bought.leaf, P, Q, U);

        bytes32[3] memory outside;
        outside[2] = bytes32(uint256(2)); // (0, 2) is on the curve, not in the subgroup
        vm.expectRevert(BLS12381.BLS12381_BadPoint.selector);
        escrow.answer(bought.leaf, P, Q, outside);
    }

    function test_WhenTheReleaseIsRight() public {
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.KeyReleased(bought.order, release);
        vm.prank(stranger); // a copied answer earns its sender nothing
        escrow.answer(bought.leaf, P, Q, release);

        assertEq(uint256(stateOf(bought.order)), uint256(OrderState.Answered), "state");
        assertEq(maturedOf(accountOf(address(0))), PRICE - FEE, "the publisher is due");
        assertEq(feesOf(accountOf(address(0))), FEE + bond, "the committee is due");
        assertEq(stranger.balance, 0, "the sender");
        // At once, not after the window.
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), PRICE - FEE, "withdrawn");
        vm.prank(committee);
        assertEq(escrow.collect(publisher, address(0), FEE_BPS, committee), FEE + bond, "collected");
        assertEq(address(escrow).balance, 0, "the escrow holds nothing");
    }

    function test_WhenPaidInATokenTheBondIsCoin() public {
        uint256 coinFees = feesOf(accountOf(address(0)));
        disputed(address(token));
        escrow.answer(bought.leaf, P, Q, release);
        assertEq(maturedOf(accountOf(address(token))), PRICE - FEE, "the publisher is due");
        assertEq(feesOf(accountOf(address(token))), FEE, "the committee is due tokens");
        assertEq(feesOf(accountOf(address(0))) - coinFees, bond, "and the bond in coin");
    }

    function disputed(address coin) private {
        bought = buy(sell(coin), coin, "b");
        release = releaseOf(bought.leaf);
        bond = escrow.bond();
        deadline = block.timestamp + escrow.ANSWER();
        dispute(bought);
    }

    function expectGroupKey(bytes32 given) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongGroupKey.selector, given, groupKey));
    }

    function expectState(bytes32 order, OrderState state) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongState.selector, order, state, OrderState.Disputed));
    }
}
