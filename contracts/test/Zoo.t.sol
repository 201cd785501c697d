// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow} from "../interfaces/IEscrow.sol";
import {Bought, Fixture} from "./Fixture.sol";
import {BlockingToken} from "./mocks/BlockingToken.sol";
import {GasBurningToken} from "./mocks/GasBurningToken.sol";
import {FalseToken} from "./mocks/FalseToken.sol";
import {FeeToken} from "./mocks/FeeToken.sol";
import {LongAnswerToken} from "./mocks/LongAnswerToken.sol";
import {NoReturnToken} from "./mocks/NoReturnToken.sol";
import {RebasingToken} from "./mocks/RebasingToken.sol";
import {TurncoatToken} from "./mocks/TurncoatToken.sol";
import {TestToken} from "./tokens/TestToken.sol";

/// @title What each token that does not behave does to an order in it, and that it does nothing to others: Zoo.tree.
/// @notice Beside it stands one order in coin and one in an honest token, of the same publisher and committee. Each test
/// ends with their settlement, to the last unit.
contract ZooTest is Fixture {
    uint256 private constant FEE = (uint256(PRICE) * FEE_BPS) / 10_000;
    uint256 private constant NET = PRICE - FEE;
    uint256 private constant BOUND = 1_000_000; // gas of a refund, whatever the token does

    uint256 private bond;

    function setUp() public override {
        super.setUp();
        bond = escrow.bond();
        buy(sell(address(0)), address(0), "honest");
        buy(sell(address(token)), address(token), "honest");
    }

    /// @dev Coin of the zoo's disputes is back when this runs.
    modifier othersAreNotHurt() {
        _;
        assertEq(address(escrow).balance, PRICE, "coin");
        assertEq(token.balanceOf(address(escrow)), PRICE, "honest tokens");
        pass(2 days);
        settle(address(0));
        settle(address(token));
        assertEq(publisher.balance, NET, "the publisher's coin");
        assertEq(token.balanceOf(publisher), NET, "the publisher's tokens");
        assertEq(address(escrow).balance, 0, "no coin is left");
        assertEq(token.balanceOf(address(escrow)), 0, "no token is left");
    }

    function test_WhenTransfersAnswerNothing() public othersAreNotHurt {
        NoReturnToken coin = new NoReturnToken();
        endow(address(coin));
        (Bought memory paid, Bought memory back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        escrow.refund(back.leaf);
        assertEq(coin.balanceOf(friend), PRICE, "refunded");
        settle(address(coin));
        assertEq(coin.balanceOf(publisher), NET, "paid");
        assertEq(paid.leaf.amount, PRICE, "amount");
    }

    function test_WhenTransfersAnswerFalse() public othersAreNotHurt {
        FalseToken coin = new FalseToken();
        endow(address(coin));
        (, Bought memory back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        coin.refuse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(coin)));
        this.order(address(coin));
        expectWithdrawFails(address(coin), abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, coin));
        refundToAClaim(back);
        coin.refuse(false);
        settle(address(coin));
        assertEq(coin.balanceOf(publisher), NET, "paid later");
        claimAndCheck(address(coin));
    }

    function test_WhenTransfersTakeAFee() public othersAreNotHurt {
        FeeToken coin = new FeeToken();
        endow(address(coin));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TokenMoved.selector, PRICE - 1, PRICE));
        this.order(address(coin));
        assertEq(coin.balanceOf(address(escrow)), 0, "nothing came in");
    }

    function test_WhenTheBuyerIsBlocked() public othersAreNotHurt {
        BlockingToken coin = blocking(buyer);
        vm.expectRevert(abi.encodeWithSelector(BlockingToken.Blocked.selector, buyer));
        this.order(address(coin));
    }

    function test_WhenThePublisherIsBlocked() public othersAreNotHurt {
        BlockingToken coin = blocking(publisher);
        order(address(coin));
        pass(2 days);
        expectWithdrawFails(address(coin), abi.encodeWithSelector(BlockingToken.Blocked.selector, publisher));
        vm.prank(committee);
        assertEq(escrow.collect(publisher, address(coin), FEE_BPS, committee), FEE, "the committee is not held up");
        vm.prank(publisher);
        assertEq(escrow.withdrawTo(address(coin), committee, FEE_BPS, stranger), NET, "paid elsewhere");
    }

    function test_WhenTheReceiverOfARefundIsBlocked() public othersAreNotHurt {
        BlockingToken coin = blocking(friend);
        Bought memory back = order(address(coin));
        dispute(back);
        pass(2 days);
        refundToAClaim(back);
        claimAndCheck(address(coin));
    }

    function test_WhenTheEscrowIsBlocked() public othersAreNotHurt {
        BlockingToken coin = blocking(stranger);
        (, Bought memory back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        coin.setBlocked(address(escrow), true);
        bytes memory reason = abi.encodeWithSelector(BlockingToken.Blocked.selector, address(escrow));
        vm.expectRevert(reason);
        this.order(address(coin));
        expectWithdrawFails(address(coin), reason);
        refundToAClaim(back);
        coin.setBlocked(address(escrow), false);
        coin.setBlocked(stranger, false);
        claimAndCheck(address(coin));
        settle(address(coin));
        assertEq(coin.balanceOf(publisher), NET, "paid later");
    }

    function test_WhenBalancesShrink() public othersAreNotHurt {
        RebasingToken coin = new RebasingToken();
        endow(address(coin));
        (, Bought memory back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        coin.rebase(500); // two prices become one
        settle(address(coin));
        assertEq(coin.balanceOf(publisher), NET, "the first one out has all");
        refundToAClaim(back); // the last one waits for what is missing
        coin.mint(address(escrow), PRICE);
        claimAndCheck(address(coin));
    }

    function test_WhenBalancesGrow() public othersAreNotHurt {
        RebasingToken coin = new RebasingToken();
        endow(address(coin));
        Bought memory back = order(address(coin));
        dispute(back);
        pass(2 days);
        coin.rebase(2_000);
        escrow.refund(back.leaf);
        assertEq(coin.balanceOf(friend), PRICE, "what was paid");
        assertEq(coin.balanceOf(address(escrow)), PRICE, "what grew is nobody's");
        order(address(coin));
        assertEq(coin.balanceOf(address(escrow)), 2 * PRICE, "and pays for nobody");
    }

    /// @dev The attack: credit in a token that does not exist yet, withdrawn from what others pay in later.
    function test_WhenTheTokenHasNoCodeYet() public othersAreNotHurt {
        bytes memory code = type(TestToken).creationCode;
        address coin = vm.computeCreate2Address(bytes32(0), keccak256(code), address(this));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoToken.selector, coin));
        this.order(coin);
        assertEq(address(new TestToken{salt: 0}()), coin, "the address known beforehand");
        endow(coin);
        order(coin);
        pass(2 days);
        settle(coin);
        assertEq(TestToken(coin).balanceOf(publisher), NET, "one order's money");
    }

    function test_WhenAnswersAreLong() public othersAreNotHurt {
        LongAnswerToken coin = new LongAnswerToken();
        endow(address(coin));
        (, Bought memory back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        escrow.refund(back.leaf);
        assertEq(coin.balanceOf(friend), PRICE, "refunded");
        settle(address(coin));
        assertEq(coin.balanceOf(publisher), NET, "paid");
    }

    /// @dev As long as the token can pay for within the gas it gets; then it runs out, and a claim is left.
    function test_WhenAnswersAreHuge() public othersAreNotHurt {
        LongAnswerToken coin = new LongAnswerToken();
        endow(address(coin));
        (Bought memory first, Bought memory second) = (order(address(coin)), order(address(coin)));
        dispute(first);
        dispute(second);
        pass(2 days);
        coin.answerWith(200_000);
        refundWithin(BOUND, first);
        assertEq(coin.balanceOf(friend), PRICE, "refunded");
        coin.answerWith(10_000_000);
        refundToAClaim(second);
        coin.answerWith(32);
        claimAndCheck(address(coin));
    }

    function test_WhenTransfersBurnAllGas() public othersAreNotHurt {
        GasBurningToken coin = new GasBurningToken();
        endow(address(coin));
        (, Bought memory back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        coin.burnGas(true);
        vm.expectRevert();
        this.order{gas: 1_000_000}(address(coin));
        (bool ok, ) = address(escrow).call{gas: 1_000_000}(withdrawCall(address(coin)));
        assertFalse(ok, "nor can it be withdrawn");
        refundToAClaim(back);
        coin.burnGas(false);
        claimAndCheck(address(coin));
        settle(address(coin));
        assertEq(coin.balanceOf(publisher), NET, "paid later");
    }

    /// @dev Whoever is paid in a token that lies has lost, as he has by holding it.
    function test_WhenATokenIsUpgradedToLie() public othersAreNotHurt {
        (TurncoatToken coin, Bought memory back) = turncoat(TurncoatToken.Mood.Lies);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TokenMoved.selector, 2 * PRICE, 3 * PRICE));
        this.order(address(coin));
        refundWithin(BOUND, back);
        settle(address(coin));
        assertEq(coin.balanceOf(friend) + coin.balanceOf(publisher), 0, "nothing came");
        assertEq(escrow.claims(address(coin), friend), 0, "and nothing is claimed");
    }

    function test_WhenATokenIsUpgradedToKeepHalf() public othersAreNotHurt {
        (TurncoatToken coin, Bought memory back) = turncoat(TurncoatToken.Mood.Keeps);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TokenMoved.selector, 2 * PRICE + PRICE / 2, 3 * PRICE));
        this.order(address(coin));
        refundWithin(BOUND, back);
        settle(address(coin));
        assertEq(coin.balanceOf(friend), PRICE / 2, "refunded");
        assertEq(coin.balanceOf(address(escrow)), 0, "the escrow sent all");
    }

    /// @dev What is not true counts as a failure: money may come twice, the second time as a claim, of this token.
    function test_WhenATokenIsUpgradedToAnswerOddly() public othersAreNotHurt {
        (TurncoatToken coin, Bought memory back) = turncoat(TurncoatToken.Mood.Odd);
        expectWithdrawFails(address(coin), abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, coin));
        refundToAClaim(back);
        assertEq(coin.balanceOf(friend), PRICE, "it came all the same");
    }

    function test_WhenATokenIsUpgradedToRevert() public othersAreNotHurt {
        (TurncoatToken coin, Bought memory back) = turncoat(TurncoatToken.Mood.Reverts);
        vm.expectRevert("upgraded");
        this.order(address(coin));
        expectWithdrawFails(address(coin), abi.encodeWithSignature("Error(string)", "upgraded"));
        refundToAClaim(back);
        coin.become(TurncoatToken.Mood.Honest);
        claimAndCheck(address(coin));
    }

    function test_WhenATokenSeizesWhatTheEscrowHas() public othersAreNotHurt {
        (TurncoatToken coin, Bought memory back) = turncoat(TurncoatToken.Mood.Honest);
        coin.seize(address(escrow));
        expectWithdrawFails(
            address(coin),
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientBalance.selector, address(escrow), 0, NET)
        );
        refundToAClaim(back);
    }

    // --- steps

    /// @dev External, so that a revert is one call's.
    function order(address coin) public returns (Bought memory) {
        return buy(sell(coin), coin, "b");
    }

    function endow(address coin) private {
        TestToken(coin).mint(buyer, 100 * uint256(PRICE));
        vm.prank(buyer);
        (bool ok, ) = coin.call(abi.encodeCall(IERC20.approve, (address(escrow), type(uint256).max)));
        assertTrue(ok, "approve");
    }

    function blocking(address who) private returns (BlockingToken coin) {
        coin = new BlockingToken();
        endow(address(coin));
        coin.setBlocked(who, true);
    }

    /// @dev A token that two orders were paid in before it changed, one of them disputed and overdue.
    function turncoat(TurncoatToken.Mood mood) private returns (TurncoatToken coin, Bought memory back) {
        coin = new TurncoatToken();
        endow(address(coin));
        (, back) = (order(address(coin)), order(address(coin)));
        dispute(back);
        pass(2 days);
        coin.become(mood);
    }

    function withdrawCall(address coin) private view returns (bytes memory) {
        return abi.encodeCall(IEscrow.withdraw, (publisher, coin, committee, FEE_BPS));
    }

    function expectWithdrawFails(address coin, bytes memory reason) private {
        vm.expectRevert(reason);
        escrow.withdraw(publisher, coin, committee, FEE_BPS);
    }

    /// @dev The bond comes back whatever the token does, and the gas is bounded.
    function refundWithin(uint256 gas, Bought memory b) private {
        uint256 before = buyer.balance;
        escrow.refund{gas: gas}(b.leaf);
        assertEq(buyer.balance - before, bond, "the bond is back");
    }

    function refundToAClaim(Bought memory b) private {
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.Undelivered(b.leaf.token, friend, PRICE);
        refundWithin(BOUND, b);
        assertEq(escrow.claims(b.leaf.token, friend), PRICE, "claim");
    }

    function claimAndCheck(address coin) private {
        uint256 before = TestToken(coin).balanceOf(stranger);
        vm.prank(friend);
        assertEq(escrow.claimTo(coin, stranger), PRICE, "claimed");
        assertEq(TestToken(coin).balanceOf(stranger) - before, PRICE, "paid");
    }

    function settle(address coin) private {
        assertEq(escrow.withdraw(publisher, coin, committee, FEE_BPS), NET, "withdrawn");
        vm.prank(committee);
        assertEq(escrow.collect(publisher, coin, FEE_BPS, committee), FEE, "collected");
    }
}
