// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {Release} from "../libraries/Release.sol";
import {Curve} from "./Curve.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {Payee} from "./mocks/Payee.sol";

/// @title Disputes: Dispute.tree.
contract DisputeTest is Fixture {
    address private product;
    Bought private bought;

    function setUp() public override {
        super.setUp();
        product = sell(address(0));
        bought = buy(product, address(0), "b");
    }

    function test_RevertWhen_TheOrderIsNotInTheLog() public {
        Bought memory other = bought;
        for (uint256 i = 0; i < 6; ++i) {
            other.leaf = bought.leaf;
            if (i == 0) other.leaf.amount += 1;
            if (i == 1) other.leaf.refundTo = stranger;
            if (i == 2) other.leaf.publisher = stranger;
            if (i == 3) other.leaf.time += 1 days;
            if (i == 4) other.leaf.releaseKey = Curve.inG1(5);
            if (i == 5) other.leaf.index += 1;
            expectNotLogged(other.leaf);
            this.disputeBy(other, new bytes32[](0), 1 ether);
        }
    }

    function test_RevertWhen_ThePathIsWrong() public {
        Bought memory second = buy(product, address(0), "b2");
        bytes32[] memory good = pathOf(second.leaf);
        assertEq(good.length, 1, "two orders make one height");
        expectNotLogged(bought.leaf);
        this.disputeBy(bought, good, 1 ether);
        bytes32[][4] memory wrong;
        wrong[0] = new bytes32[](0);
        wrong[1] = new bytes32[](2);
        wrong[2] = new bytes32[](32);
        wrong[3] = new bytes32[](33);
        for (uint256 i = 0; i < 4; ++i) {
            if (i > 0) wrong[i][0] = good[0];
            expectNotLogged(second.leaf);
            this.disputeBy(second, wrong[i], 1 ether);
        }
        this.disputeBy(second, good, 1 ether);
    }

    function test_RevertWhen_DisputedBefore() public {
        dispute(bought);
        expectWrongState(OrderState.Disputed);
        this.disputeBy(bought, pathOf(bought.leaf), 1 ether);
        bytes32[3] memory release = releaseOf(bought.leaf);
        escrow.answer(bought.leaf, P, Q, release);
        expectWrongState(OrderState.Answered);
        this.disputeBy(bought, pathOf(bought.leaf), 1 ether);
    }

    function test_RevertWhen_RefundedBefore() public {
        bytes32[] memory path = pathOf(bought.leaf);
        vm.prank(publisher);
        escrow.refundByPublisher(bought.leaf, path);
        expectWrongState(OrderState.Refunded);
        this.disputeBy(bought, path, 1 ether);
    }

    function test_RevertWhen_TheBondIsTooSmall() public {
        uint256 bond = escrow.bond();
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TooLittle.selector, bond - 1, bond));
        this.disputeBy(bought, pathOf(bought.leaf), bond - 1);
    }

    function test_RevertWhen_SurplusIsRefused() public {
        Payee payee = new Payee();
        payee.become(Payee.Mood.Refuses);
        uint256 bond = escrow.bond();
        bytes memory call = abi.encodeCall(IEscrow.dispute, (bought.leaf, pathOf(bought.leaf), bought.c, bought.z));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), 1));
        payee.act{value: bond + 1}(address(escrow), call);
        payee.act{value: bond}(address(escrow), call);
        assertEq(uint256(stateOf(bought.order)), uint256(OrderState.Disputed), "the exact bond");
    }

    function test_RevertWhen_TheProofIsWrong() public {
        uint256 r = Curve.ORDER;
        (uint256 c, uint256 z) = (bought.c, bought.z);
        (uint256 elsewhereC, uint256 elsewhereZ) = Curve.prove(Curve.scalar("b"), placeOf(product, 1));
        uint256[2][7] memory wrong = [
            [(c + 1) % r, z],
            [c, (z + 1) % r],
            [c + r, z], // the same modulo r
            [c, z + r],
            [uint256(0), 0],
            [z, c],
            [elsewhereC, elsewhereZ]
        ];
        for (uint256 i = 0; i < wrong.length; ++i) {
            Bought memory b = bought;
            (b.c, b.z) = (wrong[i][0], wrong[i][1]);
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongProof.selector, bought.order));
            this.disputeBy(b, pathOf(bought.leaf), 1 ether);
        }
        this.disputeBy(bought, pathOf(bought.leaf), 1 ether);
    }

    function test_RevertWhen_TheKeyIsTheIdentity() public {
        bytes32[3] memory none;
        Bought memory b = buyWith(none);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongProof.selector, b.order));
        this.disputeBy(b, pathOf(b.leaf), 1 ether);
        (b.c, b.z) = Curve.prove(0, placeOf(product, 0)); // its logarithm is known to everybody
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongProof.selector, b.order));
        this.disputeBy(b, pathOf(b.leaf), 1 ether);
    }

    function test_RevertWhen_TheKeyIsNoPoint() public {
        bytes32[3][3] memory wrong;
        wrong[0] = bought.leaf.releaseKey; // off the curve
        wrong[0][2] = bytes32(uint256(wrong[0][2]) ^ 1);
        wrong[1][2] = bytes32(uint256(2)); // (0, 2) is on the curve, not in the subgroup
        // coordinates that are not reduced
        wrong[2] = [bytes32(type(uint256).max), bytes32(type(uint256).max), bytes32(type(uint256).max)];
        for (uint256 i = 0; i < 3; ++i) {
            Bought memory b = buyWith(wrong[i]);
            vm.expectRevert(BLS12381.BLS12381_BadPoint.selector);
            this.disputeBy(b, pathOf(b.leaf), 1 ether);
        }
    }

    /// @dev The attack: B = id' − id + b·g, bought where the identity is id, would open where it is id'. Its buyer
    /// cannot prove to know its logarithm; a proof for b is none.
    function test_RevertWhen_TheKeyHidesAnotherTier() public {
        bytes32[3] memory here = BLS12381.toAffine(Release.identity(placeOf(product, 0)));
        bytes32[3] memory there = BLS12381.toAffine(Release.identity(placeOf(product, 1)));
        uint256 b = Curve.scalar("thief");
        bytes32[3] memory key = Curve.add(Curve.add(there, here, Curve.ORDER - 1), Curve.inG1(b), 1);
        Bought memory stolen = buyWith(key);
        (stolen.c, stolen.z) = Curve.prove(b, placeOf(product, 0));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongProof.selector, stolen.order));
        this.disputeBy(stolen, pathOf(stolen.leaf), 1 ether);
    }

    function test_RevertGiven_TheOrderHasMatured() public {
        vm.warp(20_002 days);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_Matured.selector, 20_000, 20_002));
        this.disputeBy(bought, pathOf(bought.leaf), 1 ether);
        vm.warp(20_002 days - 1);
        this.disputeBy(bought, pathOf(bought.leaf), 1 ether);
    }

    function test_GivenAnOrderOfThisEpoch() public {
        buy(product, address(0), "other");
        disputeAndCheck(PRICE, 0);
    }

    function test_GivenAnOrderOfTheEpochBefore() public {
        vm.warp(START + 1 days);
        buy(product, address(0), "other");
        disputeAndCheck(PRICE, 0);
    }

    function test_GivenAnAccountNobodyTouchedSince() public {
        vm.warp(START + 1 days);
        disputeAndCheck(0, 0);
    }

    function test_WhatIsOlderMatures() public {
        vm.warp(START + 1 days);
        Bought memory second = buy(product, address(0), "b2");
        vm.warp(START + 2 days);
        dispute(second);
        (, , uint96 current, uint96 previous, uint128 matured, uint128 fees) = escrow.accountState(
            accountOf(address(0))
        );
        assertEq(uint256(current) + previous, 0, "the second is out");
        assertEq(uint256(matured) + fees, PRICE, "the first has matured");
    }

    function test_GivenLaterPurchases() public {
        bytes32[] memory early = pathOf(bought.leaf); // empty: the order is a peak
        Bought memory second = buy(product, address(0), "b2");
        bytes32[] memory earlySecond = pathOf(second.leaf);
        this.disputeBy(bought, early, 1 ether);
        for (uint256 i = 0; i < 3; ++i) buy(product, address(0), "more");
        this.disputeBy(second, earlySecond, 1 ether);
    }

    function test_GivenAHighBaseFee() public {
        assertEq(escrow.bond(), 0.0001 ether, "the floor");
        vm.fee(0.25 gwei);
        assertEq(escrow.bond(), 0.0001 ether, "the floor still");
        vm.fee(0.25 gwei + 1);
        assertEq(escrow.bond(), 0.0001 ether + 1 gwei, "rounded up to whole gwei");
        vm.fee(100 gwei);
        assertEq(escrow.bond(), 0.04 ether, "two basefees for 200,000 gas");
    }

    /// @dev Disputes as a stranger. External, so that a revert is one call's.
    function disputeBy(Bought memory b, bytes32[] memory path, uint256 value) external {
        vm.deal(stranger, value);
        vm.prank(stranger);
        escrow.dispute{value: value}(b.leaf, path, b.c, b.z);
    }

    function disputeAndCheck(uint96 current, uint96 previous) private {
        uint256 bond = escrow.bond();
        bytes32[] memory path = pathOf(bought.leaf);
        vm.deal(stranger, 1 ether);
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Disputed(bought.order, stranger, block.timestamp + 1 days, bought.c, bought.z);
        vm.prank(stranger);
        escrow.dispute{value: 1 ether}(bought.leaf, path, bought.c, bought.z);

        assertEq(stranger.balance, 1 ether - bond, "the surplus is back");
        (OrderState state, address by, uint40 deadline, uint256 paid) = escrow.orderState(bought.order);
        assertEq(uint256(state), uint256(OrderState.Disputed), "state");
        assertEq(by, stranger, "by");
        assertEq(deadline, block.timestamp + 1 days, "deadline");
        assertEq(paid, bond, "bond");
        (, , uint96 inThis, uint96 inThat, uint128 matured, uint128 fees) = escrow.accountState(accountOf(address(0)));
        assertEq(inThis, current, "current");
        assertEq(inThat, previous, "previous");
        assertEq(uint256(matured) + fees, 0, "nothing is due");
    }

    function buyWith(bytes32[3] memory key) private returns (Bought memory) {
        Purchase memory p = purchaseOf(product, offerIn(address(0)), "b");
        p.releaseKey = key;
        return buy(p, PRICE);
    }

    function expectNotLogged(Leaf memory leaf) private {
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_NotLogged.selector, accountOf(leaf), keccak256(abi.encode(leaf)))
        );
    }

    function expectWrongState(OrderState state) private {
        vm.expectRevert(
            abi.encodeWithSelector(IEscrow.Escrow_WrongState.selector, bought.order, state, OrderState.None)
        );
    }
}
