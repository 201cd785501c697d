// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ICommittee} from "../interfaces/ICommittee.sol";
import {IEscrow} from "../interfaces/IEscrow.sol";
import {Fixture} from "./Fixture.sol";
import {Payee} from "./mocks/Payee.sol";
import {ReenteringToken} from "./mocks/ReenteringToken.sol";

/// @title What a committee earns: CommitteeFees.tree.
contract CommitteeFeesTest is Fixture {
    uint256 private constant N = 3;
    uint256 private constant FEE = (uint256(PRICE) * FEE_BPS) / 10_000; // 10^14: one wei remains of three parts

    ICommittee private club;
    address[] private operators;
    Payee private payee;

    function setUp() public override {
        super.setUp();
        payee = new Payee();
        operators = [named("operator 0"), named("operator 1"), address(payee)];
        string[] memory urls = new string[](N);
        committee = deploy(
            abi.encodePacked(
                vm.getCode("Committee.sol:Committee"),
                abi.encode(address(escrow), operators, urls, uint16(2), FEE_BPS)
            )
        );
        club = ICommittee(committee);
    }

    function test_SplitsEqually() public {
        earn(address(0), 1);
        assertEq(FEE % N, 1, "what this test needs");
        for (uint256 i = 0; i < N; ++i) assertEq(club.due(address(0), operators[i]), FEE / N, "due");
        assertEq(club.due(address(0), stranger), 0, "a stranger");

        vm.expectEmit(true, true, true, true, address(club));
        emit ICommittee.Pulled(operators[0], address(0), friend, FEE / N);
        vm.prank(operators[0]);
        assertEq(club.pull(address(0), friend), FEE / N, "amount");
        assertEq(friend.balance, FEE / N, "the friend has");
        assertEq(club.due(address(0), operators[0]), 0, "once");
        assertEq(club.due(address(0), operators[1]), FEE / N, "the others' parts stay");

        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_NothingDue.selector, operators[0], address(0)));
        vm.prank(operators[0]);
        club.pull(address(0), friend);
    }

    /// @dev Three fees leave a wei each, which make one wei more for everybody.
    function test_KeepsTheRemainder() public {
        for (uint256 i = 0; i < 3; ++i) earn(address(0), 1);
        assertEq(club.due(address(0), operators[0]), FEE, "three thirds");
        for (uint256 i = 0; i < N; ++i) {
            vm.prank(operators[i]);
            club.pull(address(0), operators[i]);
        }
        assertEq(address(club).balance, 0, "nothing is left");
    }

    function test_SplitsTokens() public {
        earn(address(token), 2);
        assertEq(token.balanceOf(address(club)), 2 * FEE, "collected");
        vm.prank(operators[1]);
        assertEq(club.pull(address(token), friend), (2 * FEE) / N, "amount");
        assertEq(token.balanceOf(friend), (2 * FEE) / N, "the friend has");
        assertEq(club.due(address(0), operators[1]), 0, "no coin");
    }

    function test_RevertWhen_NothingIsThere() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingDue.selector, accountOf(address(0))));
        club.collect(publisher, address(0));
    }

    function test_RevertWhen_AStrangerPulls() public {
        earn(address(0), 1);
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_NotOperator.selector, stranger));
        vm.prank(stranger);
        club.pull(address(0), stranger);
    }

    function test_RevertWhen_CoinComesFromSomebodyElse() public {
        vm.prank(buyer);
        (bool ok, bytes memory reason) = address(club).call{value: 1}("");
        assertFalse(ok, "refused");
        assertEq(
            reason,
            abi.encodeWithSelector(ICommittee.Committee_NotEscrow.selector, buyer, address(escrow)),
            "reason"
        );
    }

    function test_WhenOneOperatorCannotReceive() public {
        earn(address(0), 1);
        payee.become(Payee.Mood.Refuses);
        vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_SendFailed.selector, address(payee), FEE / N));
        payee.act(address(club), abi.encodeCall(ICommittee.pull, (address(0), address(payee))));
        vm.prank(operators[0]);
        club.pull(address(0), operators[0]);
        payee.act(address(club), abi.encodeCall(ICommittee.pull, (address(0), friend)));
        assertEq(friend.balance, FEE / N, "paid elsewhere");
    }

    function test_RevertWhen_AnOperatorCallsBack() public {
        earn(address(0), 1);
        payee.become(Payee.Mood.Calls);
        bytes[2] memory calls = [
            abi.encodeCall(ICommittee.pull, (address(0), address(payee))),
            abi.encodeCall(ICommittee.collect, (publisher, address(0)))
        ];
        for (uint256 i = 0; i < 2; ++i) {
            payee.arm(address(club), calls[i]);
            vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_SendFailed.selector, address(payee), FEE / N));
            payee.act(address(club), abi.encodeCall(ICommittee.pull, (address(0), address(payee))));
        }
    }

    /// @dev Collecting measures a balance around the token's transfer: nothing may be pulled meanwhile.
    function test_RevertWhen_ATokenCallsBack() public {
        ReenteringToken calling = new ReenteringToken();
        calling.mint(buyer, PRICE);
        vm.prank(buyer);
        calling.approve(address(escrow), PRICE);
        buy(sell(address(calling)), address(calling), "b");
        pass(2 days);
        bytes[2] memory calls = [
            abi.encodeCall(ICommittee.pull, (address(calling), friend)),
            abi.encodeCall(ICommittee.collect, (publisher, address(calling)))
        ];
        for (uint256 i = 0; i < 2; ++i) {
            calling.arm(address(club), calls[i]);
            vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_Locked.selector));
            club.collect(publisher, address(calling));
        }
        calling.arm(address(0), "");
        assertEq(club.collect(publisher, address(calling)), FEE, "without that it is collected");
        for (uint256 i = 0; i < 2; ++i) {
            calling.arm(address(club), calls[i]);
            vm.expectRevert(abi.encodeWithSelector(ICommittee.Committee_Locked.selector));
            vm.prank(operators[0]);
            club.pull(address(calling), friend);
        }
        calling.arm(address(0), "");
        vm.prank(operators[0]);
        assertEq(club.pull(address(calling), friend), FEE / N, "without that it is paid");
    }

    /// @dev Sells, lets the money mature, and has a stranger fetch the fees.
    function earn(address coin, uint256 orders) private {
        address product = sell(coin);
        for (uint256 i = 0; i < orders; ++i) buy(product, coin, "b");
        pass(2 days);
        vm.prank(stranger);
        assertEq(club.collect(publisher, coin), orders * FEE, "collected");
    }
}
