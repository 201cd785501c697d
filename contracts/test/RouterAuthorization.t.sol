// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf} from "../interfaces/IEscrow.sol";
import {IPaymentRouter, Request} from "../interfaces/IPaymentRouter.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Curve} from "./Curve.sol";
import {Bought} from "./Fixture.sol";
import {Relayed, Vrs} from "./Relayed.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";

/// @title Purchases that a payer authorized: RouterAuthorization.tree.
contract RouterAuthorizationTest is Relayed {
    function test_BuysForThePayer() public {
        Leaf memory leaf = buysWhole(signed()).leaf;
        assertEq(leaf.product, request.product, "product");
        assertEq(leaf.refundTo, payer, "refundTo");
        assertEq(leaf.amount, PRICE, "amount");
        assertTrue(coin.authorizationState(payer, hashOf(request)), "the request is the nonce");
    }

    function test_WhenTermsComeWithIt() public {
        Offer memory o = offerIn(address(coin));
        o.confirmations = 9;
        terms = packOne(o, 0);
        (request.product, request.offer) = (factory.addressOf(terms), conditionsOf(o));
        assertEq(request.product.code.length, 0, "not yet there");
        assertEq(buysWhole(signed()).leaf.product, request.product, "product");
        assertGt(request.product.code.length, 0, "deployed");
    }

    function test_WhenTheSenderGivesAnotherWitness() public {
        bytes memory good = signed();
        uint256 state = vm.snapshotState();
        Bought memory one = buysWhole(good);
        vm.revertToState(state);
        (c, z) = (1, 2);
        Bought memory other = buysWhole(signed());
        assertEq(other.order, one.order, "order");
        assertEq(other.c, 1, "the witness is the sender's");
    }

    function test_WhenDataComesWithIt() public {
        OpenProduct product = new OpenProduct(offerIn(address(coin)));
        (request.product, request.data) = (address(product), hex"c0ffee");
        buysWhole(signed());
        assertEq(product.lastData(), hex"c0ffee", "data");
        assertEq(product.lastPayer(), payer, "payer");
    }

    function test_RevertWhen_AnythingIsChanged() public {
        Vrs memory sig = authorizationFor(PAYER_KEY, request);
        for (uint256 i = 0; i < CHANGES; ++i) {
            Request memory q = changed(i);
            // Another token knows no authorizations at all.
            if (q.offer.token == address(coin)) vm.expectRevert("invalid signature");
            else vm.expectRevert(bytes(""));
            this.relay(authorizedCall(q, sig));
        }
        this.relay(authorizedCall(request, sig));
    }

    function test_RevertWhen_ForAnotherChain() public {
        bytes memory call = signed();
        vm.chainId(1);
        vm.expectRevert("invalid signature");
        this.relay(call);
        vm.chainId(31337);
        this.relay(call);
    }

    /// @dev The authorization is for the first router, and its nonce for the first escrow.
    function test_RevertWhen_ForAnotherEscrow() public {
        IEscrow other = IEscrow(deploy(vm.getCode("Escrow.sol:Escrow")));
        bytes memory call = signed();
        (IEscrow ownEscrow, IPaymentRouter ownRouter) = (escrow, router);
        router = IPaymentRouter(other.ROUTER());
        vm.expectRevert("invalid signature");
        this.relay(call);

        (escrow, router) = (other, ownRouter);
        bytes memory nonceOfOther = signed();
        vm.expectRevert("invalid signature");
        this.relay(nonceOfOther);
        escrow = ownEscrow;
        this.relay(call);
    }

    function test_RevertWhen_SignedBySomebodyElse() public {
        coin.mint(stranger, FUNDS);
        bytes memory call = authorizedCall(request, authorizationFor(uint256(keccak256("stranger")), request));
        vm.expectRevert("invalid signature");
        this.relay(call);
    }

    function test_RevertWhen_SentAgain() public {
        bytes memory call = signed();
        buysWhole(call);
        vm.expectRevert("authorization is used");
        this.relay(call);
    }

    function test_WhenInTheLastSecond() public {
        bytes memory call = signed();
        vm.warp(request.deadline - 1);
        buysWhole(call);
    }

    function test_RevertWhen_AtTheDeadline() public {
        bytes memory call = signed();
        vm.warp(request.deadline);
        vm.expectRevert("authorization is expired");
        this.relay(call);
    }

    function test_RevertWhen_AfterTheDeadline() public {
        bytes memory call = signed();
        uint256 late = uint256(request.deadline) + 1;
        vm.warp(late);
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_Expired.selector, late, request.deadline));
        this.relay(call);
    }

    function test_WhenSendingFailsFirst() public {
        OpenProduct product = new OpenProduct(offerIn(address(token)));
        request.product = address(product);
        bytes memory call = signed();
        vm.expectPartialRevert(IEscrow.Escrow_OfferChanged.selector);
        this.relay(call);
        product.change(offerIn(address(coin)));
        buysWhole(call);
    }

    function test_WhenAllIsCopied() public {
        bytes memory call = signed();
        address honest = sender;
        uint256 state = vm.snapshotState();
        bytes32 order = buysWhole(call).order;
        vm.revertToState(state);
        sender = stranger;
        assertEq(buysWhole(call).order, order, "the same order");
        sender = honest;
        vm.expectRevert("authorization is used");
        this.relay(call);
    }

    /// @dev Else the money could be moved to the router without an order.
    function test_RevertWhen_SentToTheTokenItself() public {
        Vrs memory sig = authorizationFor(PAYER_KEY, request);
        (bytes32 nonce, uint256 value, uint256 until) = (hashOf(request), valueOf(request), request.deadline);
        vm.expectRevert("caller must be the payee");
        coin.receiveWithAuthorization(payer, address(router), value, 0, until, nonce, sig.v, sig.r, sig.s);
        vm.expectRevert("invalid signature");
        coin.transferWithAuthorization(payer, address(router), value, 0, until, nonce, sig.v, sig.r, sig.s);
        this.relay(authorizedCall(request, sig));
    }

    function test_RevertWhen_OfNothing() public {
        (request.maxPrice, request.tip) = (0, 0);
        bytes memory call = signed();
        vm.expectRevert(abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NothingAuthorized.selector));
        this.relay(call);
    }

    /// @dev The release key is the friend's, so that he opens what the payer bought; the money is the giver's.
    function test_WhenThePayerGivesToAnother() public {
        (c, z) = Curve.prove(Curve.scalar("friend's"), placeOf(request.product, 0));
        request.releaseKey = Curve.inG1(Curve.scalar("friend's"));
        Bought memory bought = buysWhole(signed());
        assertEq(bought.leaf.releaseKey[0], Curve.inG1(Curve.scalar("friend's"))[0], "the friend's key");
        dispute(bought);
        pass(1 days + 1);
        uint256 before = coin.balanceOf(payer);
        escrow.refund(bought.leaf);
        assertEq(coin.balanceOf(payer) - before, PRICE, "the giver has his money back");
    }

    function signed() private view returns (bytes memory) {
        return authorizedCall(request, authorizationFor(PAYER_KEY, request));
    }
}
