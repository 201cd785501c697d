// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow} from "../interfaces/IEscrow.sol";
import {IPaymentRouter} from "../interfaces/IPaymentRouter.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Relayed, Vrs} from "./Relayed.sol";
import {BurningToken} from "./mocks/BurningToken.sol";
import {FalseToken} from "./mocks/FalseToken.sol";
import {FeeToken} from "./mocks/FeeToken.sol";
import {NoReturnToken} from "./mocks/NoReturnToken.sol";
import {NotifyingToken} from "./mocks/NotifyingToken.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";
import {PhantomToken} from "./mocks/PhantomToken.sol";
import {ReenteringToken} from "./mocks/ReenteringToken.sol";
import {Relayer} from "./mocks/Relayer.sol";

/// @title Tokens and senders of all kinds, for both ways to sign: RouterTokens.tree.
contract RouterTokensTest is Relayed {
    /// @dev Which of the two ways.
    enum By {
        Permit,
        Authorization
    }

    function test_RevertWhen_TokenHasNoCode() public {
        address[2] memory phantoms = [address(0), named("phantom")];
        for (uint256 i = 0; i < phantoms.length; ++i) {
            request.offer.token = phantoms[i];
            refusesBoth(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NoToken.selector, phantoms[i]));
        }
    }

    /// @dev A sender who could choose the token would name anybody as the payer.
    function test_RevertWhen_TokenIsNotTheProducts() public {
        request.product = sell(address(token));
        bytes32 offered = hashOffer(offerIn(address(token)));
        bytes32 agreed = hashOffer(offerIn(address(coin)));
        refusesBoth(abi.encodeWithSelector(IEscrow.Escrow_OfferChanged.selector, offered, agreed));
        assertEq(coin.balanceOf(payer), FUNDS, "nothing was paid");
    }

    function test_WhenTokenKnowsNoSignatures() public {
        sellPlain(address(token));
        token.mint(payer, FUNDS);
        vm.expectRevert(bytes(""));
        this.relay(authorizedCall(request, Vrs(27, "", "")));

        bytes memory call = signedBeside(27);
        vm.expectRevert(
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(router),
                0,
                valueOf(request)
            )
        );
        this.relay(call);
        vm.prank(payer);
        token.approve(address(router), valueOf(request));
        assertEq(relayAndRead(call).leaf.payer, payer, "payer");
        assertEq(token.balanceOf(payer), FUNDS - PRICE - TIP, "the payer paid");
        assertEq(token.balanceOf(sender), TIP, "the tip");
    }

    function test_WhenTokenAnswersNothing() public {
        NoReturnToken old = new NoReturnToken();
        sellPlain(address(old));
        old.mint(payer, FUNDS);
        vm.prank(payer);
        old.approve(address(router), FUNDS);
        assertEq(relayAndRead(signedBeside(27)).leaf.payer, payer, "payer");
        assertEq(old.balanceOf(payer), FUNDS - PRICE - TIP, "the payer paid");
        assertEq(old.balanceOf(sender), TIP, "the tip");
    }

    function test_WhenTokenBurnsGasOnAPermit() public {
        BurningToken burning = new BurningToken();
        sellPlain(address(burning));
        burning.mint(payer, FUNDS);
        vm.prank(payer);
        burning.approve(address(router), FUNDS);
        bytes memory call = signedBeside(27);
        vm.expectRevert();
        this.relay{gas: 1_000_000}(call);
        this.relay{gas: 1_000_000}(signedBeside(0));
        assertEq(burning.balanceOf(payer), FUNDS - PRICE - TIP, "the payer paid");
    }

    /// @dev With an authorization such a token would show anybody as the payer, and pay with what the router has.
    function test_RevertWhen_TokenTakesAnyCall() public {
        PhantomToken phantom = new PhantomToken();
        sellPlain(address(phantom));
        phantom.mint(payer, FUNDS);
        phantom.mint(address(router), FUNDS);
        bytes memory call = signedBeside(27);
        vm.expectPartialRevert(IERC20Errors.ERC20InsufficientAllowance.selector);
        this.relay(call);
        vm.expectRevert(
            abi.encodeWithSelector(IPaymentRouter.PaymentRouter_TokenMoved.selector, FUNDS, FUNDS + valueOf(request))
        );
        this.relay(authorizedCall(request, Vrs(27, "", "")));

        (request.maxPrice, request.tip) = (0, 0);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NothingAuthorized.selector));
        this.relay(authorizedCall(request, Vrs(27, "", "")));
    }

    function test_RevertWhen_TokenTakesAFee() public {
        use(new FeeToken());
        uint256 value = valueOf(request);
        refusesBoth(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_TokenMoved.selector, value - 1, value));
    }

    function test_RevertWhen_TokenAnswersFalse() public {
        FalseToken refusing = new FalseToken();
        sellPlain(address(refusing));
        refusing.refuse(true);
        bytes memory call = signedBeside(27);
        vm.expectRevert(abi.encodeWithSelector(SafeERC20.SafeERC20FailedOperation.selector, address(refusing)));
        this.relay(call);
    }

    function test_RevertWhen_TokenCallsBack() public {
        for (uint256 i = 0; i < 4; ++i) {
            ReenteringToken calling = new ReenteringToken();
            use(calling);
            bytes memory outer = signed(By(i / 2));
            calling.arm(address(router), signed(By(i % 2)));
            vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_Locked.selector));
            this.relay(outer);
        }
    }

    function test_RevertWhen_SenderCallsBackOnItsTip() public {
        NotifyingToken telling = new NotifyingToken();
        use(telling);
        Relayer relayer = new Relayer();
        telling.tell(address(relayer));
        for (uint256 i = 0; i < 4; ++i) {
            bytes memory outer = signed(By(i / 2));
            relayer.arm(address(router), signed(By(i % 2)));
            vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_Locked.selector));
            relayer.relay(address(router), outer);
        }
        relayer.arm(address(0), "");
        relayer.relay(address(router), signed(By.Permit));
        assertEq(coin.balanceOf(address(relayer)), TIP, "without that he gets it");
    }

    function test_WhenTheRouterWasGivenMoney() public {
        coin.mint(address(router), 77);
        vm.deal(address(router), 77);
        buysWhole(signed(By.Permit));
        buysWhole(signed(By.Authorization));
        assertEq(coin.balanceOf(address(router)), 77, "still there");
        assertEq(address(router).balance, 77, "still there");
    }

    function test_RevertWhen_CoinIsAttached() public {
        vm.deal(sender, 2);
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory call = signed(By(i));
            vm.prank(sender);
            (bool ok, ) = address(router).call{value: 1}(call);
            assertFalse(ok, "refused");
        }
    }

    function testFuzz_CostsPriceAndTip(uint96 price, uint96 above, uint96 tip, uint96 stray, bool permitted) public {
        Offer memory o = offerIn(address(coin));
        o.price = price;
        request.product = address(new OpenProduct(o));
        request.maxPrice = uint96(bound(above, price, type(uint96).max));
        request.tip = uint96(bound(tip, request.maxPrice == 0 ? 1 : 0, type(uint96).max));
        coin.mint(payer, valueOf(request));
        coin.mint(address(router), stray);
        bytes memory call = signed(permitted ? By.Permit : By.Authorization);
        assertEq(buysWhole(call).leaf.amount, price, "the price");
    }

    // --- helpers

    function sellPlain(address of_) private {
        request.product = sell(of_);
        request.offer = conditionsOf(offerIn(of_));
    }

    /// @dev Signed beside a permit with this v.
    function signedBeside(uint8 v) private view returns (bytes memory) {
        return permittedCall(request, payer, sign(PAYER_KEY, digestOf(request, payer)), Vrs(v, 0, 0));
    }

    function signed(By way) private view returns (bytes memory) {
        if (way == By.Authorization) return authorizedCall(request, authorizationFor(PAYER_KEY, request));
        bytes memory signature = sign(PAYER_KEY, digestOf(request, payer));
        return permittedCall(request, payer, signature, permitFor(PAYER_KEY, request));
    }

    function refusesBoth(bytes memory reason) private {
        for (uint256 i = 0; i < 2; ++i) {
            bytes memory call = signed(By(i));
            vm.expectRevert(reason);
            this.relay(call);
        }
    }
}
