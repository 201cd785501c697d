// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow} from "../interfaces/IEscrow.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {FalseToken} from "./mocks/FalseToken.sol";
import {FeeToken} from "./mocks/FeeToken.sol";
import {Gift} from "./mocks/Gift.sol";
import {NoReturnToken} from "./mocks/NoReturnToken.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";
import {ReenteringToken} from "./mocks/ReenteringToken.sol";
import {TestToken} from "./tokens/TestToken.sol";

/// @title Purchases in tokens: BuyToken.tree.
contract BuyTokenTest is Fixture {
    OpenProduct private open;

    function test_RevertWhen_CoinIsAttached() public {
        Purchase memory p = saleIn(address(token));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_CoinWithToken.selector, 1));
        this.pay(p, 1);
    }

    /// @dev The attack: a credit in a token that comes into being later, at an address known beforehand.
    function test_RevertWhen_TokenHasNoCode() public {
        address phantom = named("phantom");
        Purchase memory p = saleIn(phantom);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_NoToken.selector, phantom));
        this.pay(p, 0);
    }

    function test_RevertWhen_TokenTakesAFee() public {
        FeeToken fee = new FeeToken();
        Purchase memory p = saleIn(endow(fee));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TokenMoved.selector, PRICE - 1, PRICE));
        this.pay(p, 0);
    }

    function test_RevertWhen_TokenAnswersFalse() public {
        FalseToken refusing = new FalseToken();
        Purchase memory p = saleIn(endow(refusing));
        refusing.refuse(true);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(refusing)));
        this.pay(p, 0);
    }

    function test_RevertWhen_AllowanceIsTooSmall() public {
        Purchase memory p = saleIn(address(token));
        vm.prank(buyer);
        token.approve(address(escrow), PRICE - 1);
        vm.expectRevert(
            abi.encodeWithSelector(IERC20Errors.ERC20InsufficientAllowance.selector, address(escrow), PRICE - 1, PRICE)
        );
        this.pay(p, 0);
    }

    function test_RevertWhen_TokenCallsBack() public {
        ReenteringToken calling = new ReenteringToken();
        Purchase memory p = saleIn(endow(calling));
        Bought memory bought = buy(p, 0);
        bytes[] memory calls = entryPoints(bought, p);
        for (uint256 i = 0; i < calls.length; ++i) {
            calling.arm(address(escrow), calls[i]);
            vm.expectRevert(IEscrow.Escrow_Locked.selector);
            this.pay(p, 0);
        }
    }

    function test_RevertWhen_TokenMovesMore() public {
        ReenteringToken calling = new ReenteringToken();
        Purchase memory p = saleIn(endow(calling));
        // In the transfer, one unit more comes to the escrow from somebody else.
        Gift gift = new Gift(calling, address(escrow));
        calling.mint(address(gift), 1);
        calling.arm(address(gift), abi.encodeCall(Gift.give, ()));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TokenMoved.selector, PRICE + 1, PRICE));
        this.pay(p, 0);
    }

    function test_WhenTokenAnswersNothing() public {
        NoReturnToken old = new NoReturnToken();
        old.mint(buyer, PRICE);
        vm.prank(buyer);
        old.approve(address(escrow), PRICE);
        buy(saleIn(address(old)), 0);
        assertEq(old.balanceOf(address(escrow)), PRICE, "the escrow holds");
        assertEq(old.balanceOf(buyer), 0, "the buyer paid");
    }

    function test_WhenPriceHasFallen() public {
        Purchase memory p = saleIn(address(token));
        Offer memory cheaper = offerIn(address(token));
        cheaper.price = 1;
        open.change(cheaper);
        uint256 before = token.balanceOf(buyer);
        assertEq(buy(p, 0).leaf.amount, 1, "amount");
        assertEq(before - token.balanceOf(buyer), 1, "the buyer paid");
    }

    /// @dev Pays as the buyer. External, so that a revert is one call's.
    function pay(Purchase memory p, uint256 value) external returns (bytes32) {
        return send(p, value);
    }

    /// @dev Gives the buyer tokens, and the escrow their allowance.
    function endow(TestToken coin) private returns (address) {
        coin.mint(buyer, 100 * uint256(PRICE));
        vm.prank(buyer);
        coin.approve(address(escrow), type(uint256).max);
        return address(coin);
    }

    function saleIn(address coin) private returns (Purchase memory) {
        open = new OpenProduct(offerIn(coin));
        return purchaseOf(address(open), offerIn(coin), "b");
    }
}
