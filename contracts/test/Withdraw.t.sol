// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow} from "../interfaces/IEscrow.sol";
import {Fixture} from "./Fixture.sol";
import {FalseToken} from "./mocks/FalseToken.sol";
import {Payee} from "./mocks/Payee.sol";

/// @title Payments to publishers and committees: Withdraw.tree.
contract WithdrawTest is Fixture {
    uint256 private constant EPOCH = 20_000; // of START
    uint256 private constant FEE = (uint256(PRICE) * FEE_BPS) / 10_000;
    uint256 private constant NET = PRICE - FEE;

    address private product;

    function setUp() public override {
        super.setUp();
        product = sell(address(0));
    }

    function test_RevertGiven_MoneyIsPending() public {
        buy(product, address(0), "b");
        uint256[3] memory times = [START, (EPOCH + 1) * 1 days, (EPOCH + 2) * 1 days - 1];
        for (uint256 i = 0; i < times.length; ++i) {
            vm.warp(times[i]);
            expectNothingDue(accountOf(address(0)));
            escrow.withdraw(publisher, address(0), committee, FEE_BPS);
            expectNothingDue(accountOf(address(0)));
            vm.prank(committee);
            escrow.collect(publisher, address(0), FEE_BPS, committee);
        }
    }

    /// @dev Pending for two windows if paid in an epoch's first second, for one and a second if in its last.
    function test_GivenMoneyHasMatured() public {
        vm.warp(EPOCH * 1 days);
        buy(product, address(0), "first second");
        vm.warp((EPOCH + 1) * 1 days - 1);
        buy(product, address(0), "last second");
        vm.warp((EPOCH + 2) * 1 days - 1);
        expectNothingDue(accountOf(address(0)));
        escrow.withdraw(publisher, address(0), committee, FEE_BPS);

        vm.warp((EPOCH + 2) * 1 days);
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Withdrawn(accountOf(address(0)), publisher, 2 * NET);
        vm.prank(stranger); // anyone may
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), 2 * NET, "amount");
        assertEq(publisher.balance, 2 * NET, "the publisher has");
        assertEq(feesOf(accountOf(address(0))), 2 * FEE, "fees");

        expectNothingDue(accountOf(address(0)));
        escrow.withdraw(publisher, address(0), committee, FEE_BPS);
    }

    function test_TheFeeIsCollectedApart() public {
        buy(product, address(0), "b");
        vm.warp(START + 2 days);
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Collected(accountOf(address(0)), friend, FEE);
        vm.prank(committee);
        assertEq(escrow.collect(publisher, address(0), FEE_BPS, friend), FEE, "amount");
        assertEq(friend.balance, FEE, "the friend has");
        assertEq(maturedOf(accountOf(address(0))), NET, "the publisher's part waits");

        expectNothingDue(accountOf(address(0)));
        vm.prank(committee);
        escrow.collect(publisher, address(0), FEE_BPS, friend);
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), NET, "amount");
        assertEq(address(escrow).balance, 0, "the escrow holds nothing");
    }

    function test_GivenMoneyOfSeveralEpochs() public {
        for (uint256 i = 0; i < 3; ++i) {
            vm.warp(START + i * 1 days);
            buy(product, address(0), "b");
        }
        // Now the first has matured, at the third purchase; the others are pending.
        (uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees) = escrow
            .accountState(accountOf(address(0)));
        assertEq(epoch, EPOCH + 2, "epoch");
        assertEq(count, 3, "count");
        assertEq(current, PRICE, "current");
        assertEq(previous, PRICE, "previous");
        assertEq(matured, NET, "matured");
        assertEq(fees, FEE, "fees");
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), NET, "the first");
        vm.warp(START + 3 days);
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), NET, "the second");
        vm.warp(START + 100 days);
        assertEq(escrow.withdraw(publisher, address(0), committee, FEE_BPS), NET, "the third");
    }

    function test_WhenThePublisherRefusesCoin() public {
        Payee payee = new Payee();
        payee.become(Payee.Mood.Refuses);
        address other = publisher;
        buy(product, address(0), "b1");
        publisher = address(payee);
        buy(sell(address(0)), address(0), "b2");
        vm.warp(START + 2 days);

        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), NET));
        escrow.withdraw(publisher, address(0), committee, FEE_BPS);
        // Nobody else is held up.
        vm.prank(committee);
        assertEq(escrow.collect(publisher, address(0), FEE_BPS, committee), FEE, "the committee");
        assertEq(escrow.withdraw(other, address(0), committee, FEE_BPS), NET, "another publisher");
        // Nor is the publisher.
        payee.act(address(escrow), abi.encodeCall(IEscrow.withdrawTo, (address(0), committee, FEE_BPS, friend)));
        assertEq(friend.balance, NET, "the friend has");
    }

    function test_RevertWhen_ThePublisherCallsBack() public {
        Payee payee = new Payee();
        publisher = address(payee);
        buy(sell(address(0)), address(0), "b");
        vm.warp(START + 2 days);
        payee.become(Payee.Mood.Calls);
        payee.arm(address(escrow), abi.encodeCall(IEscrow.withdraw, (publisher, address(0), committee, FEE_BPS)));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), NET));
        escrow.withdraw(publisher, address(0), committee, FEE_BPS);
    }

    function test_WhenTheTokenRefuses() public {
        FalseToken coin = new FalseToken();
        coin.mint(buyer, PRICE);
        vm.prank(buyer);
        coin.approve(address(escrow), PRICE);
        buy(sell(address(coin)), address(coin), "b");
        vm.warp(START + 2 days);
        coin.refuse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(coin)));
        escrow.withdraw(publisher, address(coin), committee, FEE_BPS);
        coin.refuse(false);
        assertEq(escrow.withdraw(publisher, address(coin), committee, FEE_BPS), NET, "amount");
        assertEq(coin.balanceOf(publisher), NET, "the publisher has");
    }

    function test_RevertWhen_AStrangerTriesToBePaid() public {
        buy(product, address(0), "b");
        vm.warp(START + 2 days);
        expectNothingDue(keccak256(abi.encode(stranger, address(0), committee, FEE_BPS)));
        vm.prank(stranger);
        escrow.withdrawTo(address(0), committee, FEE_BPS, stranger);

        expectNothingDue(keccak256(abi.encode(publisher, address(0), stranger, FEE_BPS)));
        vm.prank(stranger);
        escrow.collect(publisher, address(0), FEE_BPS, stranger);

        // The fee is part of the account's name: nobody raises it afterwards.
        expectNothingDue(keccak256(abi.encode(publisher, address(0), committee, uint16(1_000))));
        vm.prank(committee);
        escrow.collect(publisher, address(0), 1_000, committee);
    }

    function expectNothingDue(bytes32 account) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingDue.selector, account));
    }
}
