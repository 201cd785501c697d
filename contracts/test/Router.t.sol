// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf} from "../interfaces/IEscrow.sol";
import {IPaymentRouter} from "../interfaces/IPaymentRouter.sol";
import {IProductFactory} from "../interfaces/IProductFactory.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {FeeToken} from "./mocks/FeeToken.sol";
import {Payee} from "./mocks/Payee.sol";
import {ReenteringToken} from "./mocks/ReenteringToken.sol";
import {TestToken} from "./tokens/TestToken.sol";

/// @title The router: Router.tree.
contract RouterTest is Fixture {
    bytes private terms;
    Purchase private purchase;

    function setUp() public override {
        super.setUp();
        sellIn(address(0));
    }

    function test_RevertWhen_AnybodyElseCallsBuyFor() public {
        address[4] memory others = [stranger, buyer, address(factory), publisher];
        factory.deploy(terms);
        vm.deal(stranger, PRICE);
        bytes memory call = buyForCall(purchase);
        for (uint256 i = 0; i < others.length; ++i) {
            vm.prank(others[i]);
            (bool ok, bytes memory reason) = address(escrow).call(call);
            assertFalse(ok, "refused");
            assertEq(
                reason,
                abi.encodeWithSelector(IEscrow.Escrow_NotRouter.selector, others[i], address(router)),
                "reason"
            );
        }
    }

    function test_RevertWhen_CoinComesFromSomebodyElse() public {
        vm.prank(buyer);
        (bool ok, bytes memory reason) = address(router).call{value: 1}("");
        assertFalse(ok, "refused");
        assertEq(
            reason,
            abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NotEscrow.selector, buyer, address(escrow)),
            "reason"
        );
    }

    function test_RevertWhen_TermsAreNotWellFormed() public {
        terms = hex"00";
        vm.expectRevert(abi.encodeWithSelector(IProductFactory.ProductFactory_WrongLength.selector, 1));
        this.pay(PRICE);
    }

    function test_WhenProductIsNew() public {
        assertEq(purchase.product.code.length, 0, "not yet there");
        Leaf memory leaf = payAndRead(PRICE).leaf;
        assertGt(purchase.product.code.length, 0, "deployed");
        assertEq(leaf.payer, buyer, "payer");
        assertEq(leaf.refundTo, friend, "refundTo");
        assertEq(leaf.amount, PRICE, "amount");
    }

    function test_WhenProductExists() public {
        factory.deploy(terms);
        assertEq(payAndRead(PRICE).leaf.index, 0, "index");
        assertEq(payAndRead(PRICE).leaf.index, 1, "index");
    }

    function test_WhenMoreCoinIsSent() public {
        uint256 before = buyer.balance;
        payAndRead(PRICE + 1 ether);
        assertEq(before - buyer.balance, PRICE, "the buyer paid");
        assertEq(address(router).balance, 0, "the router holds nothing");
        assertEq(address(escrow).balance, PRICE, "the escrow holds");
    }

    function test_RevertWhen_SurplusIsRefused() public {
        Payee payee = new Payee();
        payee.become(Payee.Mood.Refuses);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_SendFailed.selector, address(payee), 1));
        payee.act{value: PRICE + 1}(address(router), routed());
    }

    function test_RevertWhen_SurplusCallsBack() public {
        Payee payee = new Payee();
        payee.become(Payee.Mood.Calls);
        payee.arm(address(router), routed());
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_SendFailed.selector, address(payee), 1));
        payee.act{value: PRICE + 1}(address(router), routed());
    }

    function test_RevertWhen_TheEscrowRefuses() public {
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TooLittle.selector, PRICE - 1, PRICE));
        this.pay(PRICE - 1);
        assertEq(purchase.product.code.length, 0, "nothing was deployed");
    }

    function test_RevertWhen_TokenHasNoCode() public {
        sellIn(named("phantom"));
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NoToken.selector, named("phantom")));
        this.pay(0);
    }

    function test_RevertWhen_CoinIsAttachedToAToken() public {
        sellIn(address(token));
        allow(token);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_CoinWithToken.selector, 1));
        this.pay(1);
    }

    function test_WhenTokenPriceIsBelowMaxPrice() public {
        sellIn(address(token));
        allow(token);
        purchase.maxPrice = 3 * PRICE;
        uint256 before = token.balanceOf(buyer);
        for (uint256 i = 1; i <= 2; ++i) {
            Leaf memory leaf = payAndRead(0).leaf;
            assertEq(leaf.amount, PRICE, "amount");
            assertEq(leaf.payer, buyer, "payer");
            assertEq(before - token.balanceOf(buyer), i * PRICE, "the buyer paid");
            assertEq(token.balanceOf(address(router)), 0, "the router holds nothing");
            assertEq(token.balanceOf(address(escrow)), i * PRICE, "the escrow holds");
        }
    }

    function test_RevertWhen_TokenCallsBack() public {
        ReenteringToken calling = new ReenteringToken();
        sellIn(address(calling));
        allow(calling);
        calling.arm(address(router), routed());
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_Locked.selector));
        this.pay(0);
    }

    function test_RevertWhen_TokenTakesAFee() public {
        FeeToken fee = new FeeToken();
        sellIn(address(fee));
        allow(fee);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_TokenMoved.selector, PRICE - 1, PRICE));
        this.pay(0);
        assertEq(fee.balanceOf(address(escrow)), 0, "nothing was bought");
    }

    /// @dev Whoever comes next must not get what somebody lost here.
    function test_WhenTheRouterWasGivenMoney() public {
        token.mint(address(router), 77);
        vm.deal(address(router), 77);
        sellIn(address(token));
        allow(token);
        purchase.maxPrice = PRICE + 5;
        uint256 before = token.balanceOf(buyer);
        payAndRead(0);
        assertEq(before - token.balanceOf(buyer), PRICE, "the buyer paid");
        assertEq(token.balanceOf(address(router)), 77, "still there");

        sellIn(address(0));
        before = buyer.balance;
        payAndRead(PRICE + 5);
        assertEq(before - buyer.balance, PRICE, "the buyer paid");
        assertEq(address(router).balance, 77, "still there");
    }

    function test_FollowsFromTheEscrow() public view {
        assertEq(router.ESCROW(), address(escrow), "escrow");
        assertEq(router.FACTORY(), address(factory), "factory");
    }

    /// @dev Pays through the router as the buyer. External, so that a revert is one call's.
    function pay(uint256 value) external {
        bytes memory call = routed();
        vm.prank(buyer);
        (bool ok, bytes memory reason) = address(router).call{value: value}(call);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }

    function payAndRead(uint256 value) private returns (Bought memory) {
        vm.recordLogs();
        this.pay(value);
        return lastBought();
    }

    function routed() private view returns (bytes memory) {
        Purchase memory p = purchase;
        return
            abi.encodeCall(
                IPaymentRouter.deployAndBuy,
                (terms, p.tier, p.releaseKey, p.c, p.z, p.offerHash, p.maxPrice, p.refundTo, p.data)
            );
    }

    function sellIn(address coin) private {
        terms = packOne(offerIn(coin), 0);
        purchase = purchaseOf(factory.addressOf(terms), offerIn(coin), "b");
    }

    function allow(TestToken coin) private {
        coin.mint(buyer, 100 * uint256(PRICE));
        vm.prank(buyer);
        coin.approve(address(router), type(uint256).max);
    }
}
