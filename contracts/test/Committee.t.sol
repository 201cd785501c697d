// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommittee} from "../interfaces/ICommittee.sol";
import {BLS12381} from "../libraries/BLS12381.sol";
import {Curve} from "./Curve.sol";
import {Fixture} from "./Fixture.sol";

/// @title How a committee forms: Committee.tree, its first half.
contract CommitteeTest is Fixture {
    uint256 private constant N = 3;
    bytes32 private constant TRANSCRIPT = keccak256("transcript");

    ICommittee private forming;
    address[] private operators;
    string[] private urls;
    bytes32[6][] private V;

    function setUp() public override {
        super.setUp();
        for (uint256 i = 0; i < N; ++i) {
            operators.push(named(string.concat("operator ", vm.toString(i))));
            urls.push(string.concat("https://node", vm.toString(i), ".example"));
            V.push(Curve.inG2(100 + i));
        }
        forming = ICommittee(create(operators, urls, 2, FEE_BPS));
    }

    // --- deployment

    function test_TellsWhatItIs() public view {
        assertEq(forming.operators(), operators, "operators");
        for (uint256 i = 0; i < N; ++i) assertEq(forming.url(operators[i]), urls[i], "url");
        assertEq(forming.THRESHOLD(), 2, "threshold");
        assertEq(forming.FEE_BPS(), FEE_BPS, "fee");
        assertEq(forming.ESCROW(), address(escrow), "escrow");
        assertEq(forming.groupKey(), 0, "forming");
    }

    function test_RevertWhen_OperatorsAreWrong() public {
        expectCreation(0, 0, abi.encodeWithSelector(ICommittee.Committee_WrongCount.selector, 0, 0));
        expectCreation(33, 33, abi.encodeWithSelector(ICommittee.Committee_WrongCount.selector, 33, 33));
        expectCreation(3, 2, abi.encodeWithSelector(ICommittee.Committee_WrongCount.selector, 3, 2));
        expectCreation(3, 4, abi.encodeWithSelector(ICommittee.Committee_WrongCount.selector, 3, 4));
        this.create(some(32), new string[](32), 1, 0);
        this.create(some(1), new string[](1), 1, 0);
    }

    function test_RevertWhen_TheThresholdIsWrong() public {
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_BadThreshold.selector, 0, N));
        this.create(operators, urls, 0, 0);
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_BadThreshold.selector, N + 1, N));
        this.create(operators, urls, uint16(N + 1), 0);
        this.create(operators, urls, uint16(N), 0);
    }

    function test_RevertWhen_TheFeeIsTooHigh() public {
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_FeeTooHigh.selector, 1_001, 1_000));
        this.create(operators, urls, 1, 1_001);
        this.create(operators, urls, 1, 1_000);
    }

    function test_RevertWhen_AnOperatorIsZeroOrNamedTwice() public {
        address[] memory list = operators;
        list[1] = address(0);
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_BadOperator.selector, address(0)));
        this.create(list, urls, 1, 0);
        list[1] = list[0];
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_BadOperator.selector, list[0]));
        this.create(list, urls, 1, 0);
    }

    // --- confirming

    function test_RevertWhen_AStrangerConfirms() public {
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_NotOperator.selector, stranger));
        vm.prank(stranger);
        forming.confirm(P, Q, V, TRANSCRIPT);
    }

    function test_RevertWhen_KeysAreMissing() public {
        V.pop();
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_WrongKeys.selector, N - 1, N));
        confirm(0, TRANSCRIPT);
        V.push(V[0]);
        V.push(V[0]);
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_WrongKeys.selector, N + 1, N));
        confirm(0, TRANSCRIPT);
    }

    function test_RevertWhen_TheKeysDoNotPair() public {
        bytes32[6] memory right = Q;
        Q = Curve.inG2(s + 1);
        vm.expectRevert(ICommittee.Committee_NoGroupKey.selector);
        confirm(0, TRANSCRIPT);

        bytes32[6] memory none;
        Q = none;
        vm.expectRevert(ICommittee.Committee_NoGroupKey.selector);
        confirm(0, TRANSCRIPT);

        bytes32[3] memory nothing;
        P = nothing; // with Q the identity too: e(0, h) = e(g, 0)
        vm.expectRevert(ICommittee.Committee_NoGroupKey.selector);
        confirm(0, TRANSCRIPT);

        Q = right;
        vm.expectRevert(ICommittee.Committee_NoGroupKey.selector);
        confirm(0, TRANSCRIPT);
    }

    function test_RevertWhen_PIsNoPoint() public {
        bytes32[3] memory outside;
        outside[2] = bytes32(uint256(2)); // (0, 2) is on the curve, not in the subgroup
        P = outside;
        vm.expectRevert(BLS12381.BLS12381_BadPoint.selector);
        confirm(0, TRANSCRIPT);
    }

    function test_WhenAllConfirmTheSame() public {
        bytes32 digest = digestOf(TRANSCRIPT);
        vm.expectEmit(true, true, true, true, address(forming));
        emit ICommittee.Proposed(digest, groupKey, P, Q, V, TRANSCRIPT);
        vm.expectEmit(true, true, true, true, address(forming));
        emit ICommittee.Confirmed(operators[0], digest);
        confirm(0, TRANSCRIPT);
        confirm(1, TRANSCRIPT);
        assertEq(forming.groupKey(), 0, "forming");
        assertEq(forming.confirmations(digest), 2, "confirmations");

        vm.expectEmit(true, true, true, true, address(forming));
        emit ICommittee.Activated(groupKey, digest);
        confirm(2, TRANSCRIPT);
        assertEq(forming.groupKey(), groupKey, "active");
        for (uint256 i = 0; i < N; ++i) assertEq(forming.confirmed(operators[i]), digest, "confirmed");

        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_Active.selector, groupKey));
        confirm(0, "other");
    }

    /// @dev The attack: one operator confirms three times in place of all.
    function test_WhenOneConfirmsAgain() public {
        for (uint256 i = 0; i < N; ++i) confirm(0, TRANSCRIPT);
        assertEq(forming.confirmations(digestOf(TRANSCRIPT)), 1, "confirmations");
        assertEq(forming.groupKey(), 0, "forming");
    }

    function test_WhenAnOperatorChangesItsMind() public {
        confirm(0, "false");
        confirm(1, TRANSCRIPT);
        confirm(2, TRANSCRIPT);
        assertEq(forming.groupKey(), 0, "forming");
        assertEq(forming.confirmed(operators[0]), digestOf("false"), "confirmed");
        confirm(0, TRANSCRIPT);
        assertEq(forming.confirmations(digestOf("false")), 0, "nobody stands by it");
        assertEq(forming.groupKey(), groupKey, "active");
    }

    function test_WhenTheyDisagree() public {
        confirm(0, "a");
        confirm(1, "b");
        confirm(2, "c");
        assertEq(forming.groupKey(), 0, "forming");
    }

    // --- moving

    function test_WhenAnOperatorMoves() public {
        vm.expectEmit(true, true, true, true, address(forming));
        emit ICommittee.Moved(operators[1], "https://elsewhere.example");
        vm.prank(operators[1]);
        forming.move("https://elsewhere.example");
        assertEq(forming.url(operators[1]), "https://elsewhere.example", "url");

        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_NotOperator.selector, stranger));
        vm.prank(stranger);
        forming.move("https://elsewhere.example");
    }

    /// @dev Deploys a committee. External, so that a revert is one call's.
    function create(
        address[] memory list,
        string[] memory where,
        uint16 threshold,
        uint16 feeBps
    ) public returns (address) {
        bytes memory code = vm.getCode("Committee.sol:Committee");
        return deploy(abi.encodePacked(code, abi.encode(address(escrow), list, where, threshold, feeBps)));
    }

    function expectCreation(uint256 count, uint256 ofUrls, bytes memory reason) private {
        vm.expectRevert(reason);
        this.create(some(count), new string[](ofUrls), 1, 0);
    }

    function some(uint256 count) private pure returns (address[] memory list) {
        list = new address[](count);
        for (uint256 i = 0; i < count; ++i) list[i] = address(uint160(i + 1));
    }

    function confirm(uint256 i, bytes32 transcript) private {
        vm.prank(operators[i]);
        forming.confirm(P, Q, V, transcript);
    }

    function digestOf(bytes32 transcript) private view returns (bytes32) {
        return keccak256(abi.encode(P, Q, V, transcript));
    }
}
