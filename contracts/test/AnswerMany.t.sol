// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {Curve} from "./Curve.sol";
import {Bought, Fixture, Purchase, Tier} from "./Fixture.sol";

/// @title Answers to many disputes: Answer.tree, its second half.
contract AnswerManyTest is Fixture {
    uint256 private constant COUNT = 4;
    uint256 private constant NET = PRICE - (uint256(PRICE) * FEE_BPS) / 10_000;

    Leaf[] private leaves;
    bytes32[3][] private releases;

    function setUp() public override {
        super.setUp();
        Tier[] memory tiers = new Tier[](2);
        (tiers[0], tiers[1]) = (Tier(PRICE, 0, 1), Tier(PRICE, 0, 1));
        address product = factory.deploy(pack(offerIn(address(0)), tiers));
        for (uint256 i = 0; i < COUNT; ++i) {
            string memory label = vm.toString(i);
            Purchase memory p = purchaseOf(product, offerIn(address(0)), label);
            p.tier = i < 2 ? 0 : 1; // 0 0 1 1
            (p.c, p.z) = Curve.prove(Curve.scalar(label), placeOf(product, p.tier));
            Bought memory b = buy(p, PRICE);
            leaves.push(b.leaf);
            releases.push(releaseOf(b.leaf));
            dispute(b);
        }
    }

    function test_GivenOrdersOfSeveralTiers() public {
        vm.recordLogs();
        escrow.answerMany(leaves, P, Q, releases);
        checkLogs(vm.getRecordedLogs());
        assertEq(maturedOf(accountOf(address(0))), COUNT * NET, "the publisher is due");
        assertEq(feesOf(accountOf(address(0))), COUNT * (PRICE - NET) + COUNT * escrow.bond(), "the committee is due");
    }

    function test_GivenTiersInAnyOrder() public {
        (Leaf[] memory mixed, bytes32[3][] memory theirs) = (leaves, releases);
        (mixed[1], mixed[2]) = (mixed[2], mixed[1]);
        (theirs[1], theirs[2]) = (theirs[2], theirs[1]);
        escrow.answerMany(mixed, P, Q, theirs); // 0 1 0 1
        assertEq(maturedOf(accountOf(address(0))), COUNT * NET, "the publisher is due");
    }

    function test_RevertWhen_ReleasesAreMissing() public {
        releases.pop();
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_LengthsDiffer.selector, COUNT, COUNT - 1));
        escrow.answerMany(leaves, P, Q, releases);
    }

    function test_RevertWhen_NoneIsOpen() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoneOpen.selector, 0));
        escrow.answerMany(new Leaf[](0), P, Q, new bytes32[3][](0));

        escrow.answerMany(leaves, P, Q, releases);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoneOpen.selector, COUNT));
        escrow.answerMany(leaves, P, Q, releases);
    }

    function test_RevertWhen_TooLate() public {
        vm.warp(START + 1 days + 1);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoneOpen.selector, COUNT));
        escrow.answerMany(leaves, P, Q, releases);
        vm.warp(START + 1 days);
        escrow.answerMany(leaves, P, Q, releases);
    }

    function test_RevertWhen_OneGroupKeyIsAnother() public {
        Leaf[] memory changed = leaves;
        changed[3].groupKey = bytes32(uint256(1));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongGroupKey.selector, groupKey, bytes32(uint256(1))));
        escrow.answerMany(changed, P, Q, releases);
    }

    function test_RevertWhen_OneReleaseIsWrong() public {
        for (uint256 i = 0; i < COUNT; ++i) {
            bytes32[3][] memory wrong = releases;
            wrong[i] = Curve.add(wrong[i], Curve.inG1(1), 1);
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongReleases.selector, COUNT));
            escrow.answerMany(leaves, P, Q, wrong);
            bytes32[3] memory none;
            wrong[i] = none;
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongReleases.selector, COUNT));
            escrow.answerMany(leaves, P, Q, wrong);
        }
    }

    /// @dev The attack: U₀ + X and U₁ − X, whose sum is that of the right ones.
    function test_RevertWhen_WrongReleasesCancelOut() public {
        bytes32[3][] memory wrong = releases;
        wrong[0] = Curve.add(wrong[0], P, 1);
        wrong[1] = Curve.add(wrong[1], P, Curve.ORDER - 1);
        assertEq(
            abi.encode(Curve.add(wrong[0], wrong[1], 1)),
            abi.encode(Curve.add(releases[0], releases[1], 1)),
            "the sum is right"
        );
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongReleases.selector, COUNT));
        escrow.answerMany(leaves, P, Q, wrong);
        // Swapped releases too.
        wrong = releases;
        (wrong[0], wrong[1]) = (releases[1], releases[0]);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongReleases.selector, COUNT));
        escrow.answerMany(leaves, P, Q, wrong);
    }

    /// @dev The attack: U₀ + w₁·X and U₁ − w₀·X, by weights that were known before the releases were chosen. A hash that
    /// left the releases out, or was that of the right ones, would give them away.
    function test_RevertWhen_WrongReleasesCancelOutByTheWeights() public {
        bytes32[] memory open = new bytes32[](COUNT);
        for (uint256 i = 0; i < COUNT; ++i) open[i] = orderOf(i);
        bytes32[4] memory seeds = [
            keccak256(abi.encode(open, Q, releases)),
            keccak256(abi.encode(open, Q)),
            keccak256(abi.encode(open)),
            bytes32(0)
        ];
        for (uint256 i = 0; i < seeds.length; ++i) {
            (uint256 first, uint256 second) = (weightOf(seeds[i], 0), weightOf(seeds[i], 1));
            bytes32[3][] memory wrong = releases;
            wrong[0] = Curve.add(wrong[0], P, second);
            wrong[1] = Curve.add(wrong[1], P, Curve.ORDER - first);
            assertEq(
                abi.encode(weighted(wrong, first, second)),
                abi.encode(weighted(releases, first, second)),
                "the weighted sum is right"
            );
            vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_WrongReleases.selector, COUNT));
            escrow.answerMany(leaves, P, Q, wrong);
        }
    }

    /// @dev The attack: answer one order of a batch first, so that the batch reverts. It does not.
    function test_GivenOrdersThatAreNoLongerOpen() public {
        escrow.answer(leaves[1], P, Q, releases[1]);
        vm.prank(publisher);
        escrow.refundByPublisher(leaves[2], pathOf(leaves[2]));
        bytes32[3] memory none;
        (releases[1], releases[2]) = (none, none); // not looked at
        escrow.answerMany(leaves, P, Q, releases);
        assertEq(maturedOf(accountOf(address(0))), 3 * NET, "the publisher is due");
        assertEq(uint256(stateOf(orderOf(2))), uint256(OrderState.Refunded), "stays refunded");
    }

    function test_GivenOneOrderTwice() public {
        leaves[1] = leaves[0];
        releases[1] = releases[0];
        escrow.answerMany(leaves, P, Q, releases);
        assertEq(maturedOf(accountOf(address(0))), 3 * NET, "credited once");
        assertEq(uint256(stateOf(orderOf(0))), uint256(OrderState.Answered), "state");
    }

    function checkLogs(Vm.Log[] memory emitted) private view {
        assertEq(emitted.length, COUNT, "events");
        for (uint256 i = 0; i < COUNT; ++i) {
            assertEq(emitted[i].topics[0], IEscrow.KeyReleased.selector, "KeyReleased");
            assertEq(emitted[i].topics[1], orderOf(i), "order");
            assertEq(emitted[i].data, abi.encode(releases[i]), "release");
        }
    }

    /// @dev The weight that a seed gives, as the escrow makes it.
    function weightOf(bytes32 seed, uint256 i) private pure returns (uint256) {
        return uint128(uint256(keccak256(abi.encode(seed, i))));
    }

    function weighted(
        bytes32[3][] memory of_,
        uint256 first,
        uint256 second
    ) private view returns (bytes32[3] memory sum) {
        return Curve.add(Curve.add(sum, of_[0], first), of_[1], second);
    }

    function orderOf(uint256 i) private view returns (bytes32) {
        return keccak256(abi.encode(leaves[i]));
    }
}
