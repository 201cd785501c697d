// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow} from "../interfaces/IEscrow.sol";
import {Bought, Fixture} from "./Fixture.sol";
import {FalseToken} from "./mocks/FalseToken.sol";
import {Payee} from "./mocks/Payee.sol";

/// @title Money that could not be delivered: ClaimTo.tree.
contract ClaimToTest is Fixture {
    Payee private payee;
    FalseToken private coin;

    function setUp() public override {
        super.setUp();
        payee = new Payee();
        coin = new FalseToken();
        friend = address(payee);
        coin.mint(buyer, 100 * uint256(PRICE));
        vm.prank(buyer);
        coin.approve(address(escrow), type(uint256).max);
        payee.become(Payee.Mood.Refuses);
    }

    function test_RevertGiven_NothingToClaim() public {
        leave(address(0));
        // Neither another's claim, nor one in another token.
        expectNothing(address(0), stranger);
        vm.prank(stranger);
        escrow.claimTo(address(0), stranger);
        expectNothing(address(coin), address(payee));
        claim(address(coin), stranger);
    }

    function test_GivenAClaim() public {
        leave(address(0));
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Claimed(address(0), address(payee), stranger, PRICE);
        claim(address(0), stranger);
        assertEq(stranger.balance, PRICE, "paid elsewhere");
        assertEq(escrow.claims(address(0), address(payee)), 0, "no claim is left");
        expectNothing(address(0), address(payee));
        claim(address(0), stranger);
    }

    function test_GivenSeveralClaims() public {
        leave(address(0));
        leave(address(0));
        leave(address(coin));
        assertEq(escrow.claims(address(0), address(payee)), 2 * PRICE, "the sum of both");
        claim(address(0), stranger);
        assertEq(stranger.balance, 2 * PRICE, "both");
        assertEq(escrow.claims(address(coin), address(payee)), PRICE, "the other token's stays");
        claim(address(coin), stranger);
        assertEq(coin.balanceOf(stranger), PRICE, "paid");
    }

    function test_RevertWhen_TheReceiverRefuses() public {
        leave(address(0));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), PRICE));
        claim(address(0), address(payee));
        assertEq(escrow.claims(address(0), address(payee)), PRICE, "the claim stays");
    }

    function test_RevertWhen_TheTokenRefuses() public {
        leave(address(coin));
        coin.refuse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(coin)));
        claim(address(coin), stranger);
        coin.refuse(false);
        assertEq(escrow.claims(address(coin), address(payee)), PRICE, "the claim stays");
    }

    /// @dev Leaves a claim of the payee's.
    function leave(address what) private {
        Bought memory b = buy(sell(what), what, "b");
        bytes32[] memory path = pathOf(b.leaf);
        coin.refuse(true);
        vm.prank(publisher);
        escrow.refundByPublisher(b.leaf, path);
        coin.refuse(false);
    }

    function claim(address what, address to) private {
        payee.act(address(escrow), abi.encodeCall(IEscrow.claimTo, (what, to)));
    }

    function expectNothing(address what, address who) private {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NothingToClaim.selector, what, who));
    }
}
