// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20Errors} from "@openzeppelin/contracts/interfaces/draft-IERC6093.sol";

import {IEscrow, Leaf} from "../interfaces/IEscrow.sol";
import {IPaymentRouter, Request} from "../interfaces/IPaymentRouter.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Curve} from "./Curve.sol";
import {Bought} from "./Fixture.sol";
import {Relayed, Vrs} from "./Relayed.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";

/// @title Purchases that a payer signed beside a permit: RouterPermit.tree.
contract RouterPermitTest is Relayed {
    function test_BuysForThePayer() public {
        Leaf memory leaf = buysWhole(signed()).leaf;
        assertEq(leaf.product, request.product, "product");
        assertEq(leaf.refundTo, payer, "refundTo");
        assertEq(leaf.amount, PRICE, "amount");
        assertEq(coin.allowance(payer, address(router)), 0, "the permit is used up");
        assertTrue(router.used(digestOf(request, payer)), "used");
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
        allowAll(payer);
        bytes memory signature = sign(PAYER_KEY, digestOf(request, payer));
        for (uint256 i = 0; i < CHANGES; ++i) {
            Request memory q = changed(i);
            refuses(permittedCall(q, payer, signature, Vrs(0, 0, 0)), notSigned(q, payer));
        }
        this.relay(permittedCall(request, payer, signature, Vrs(0, 0, 0)));
    }

    function test_RevertWhen_ForAnotherChain() public {
        bytes memory call = signed();
        vm.chainId(1);
        refuses(call, notSigned(request, payer));
        vm.chainId(31337);
        this.relay(call);
    }

    function test_RevertWhen_ForAnotherEscrow() public {
        bytes memory call = signed();
        IPaymentRouter own = router;
        router = IPaymentRouter(IEscrow(deploy(vm.getCode("Escrow.sol:Escrow"))).ROUTER());
        refuses(call, notSigned(request, payer));
        router = own;
        this.relay(call);
    }

    function test_RevertWhen_SignedBySomebodyElse() public {
        allowAll(payer);
        bytes memory signature = sign(uint256(keccak256("stranger")), digestOf(request, payer));
        refuses(permittedCall(request, payer, signature, Vrs(0, 0, 0)), notSigned(request, payer));
        signature = sign(PAYER_KEY, digestOf(request, stranger));
        refuses(permittedCall(request, stranger, signature, Vrs(0, 0, 0)), notSigned(request, stranger));
    }

    function test_RevertWhen_SignatureHasAnotherForm() public {
        allowAll(payer);
        (uint8 v, bytes32 r, bytes32 s_) = vm.sign(PAYER_KEY, digestOf(request, payer));
        uint256 high = 0xFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFFEBAAEDCE6AF48A03BBFD25E8CD0364141 - uint256(s_);
        bytes[5] memory wrong = [
            bytes(""),
            abi.encodePacked(r, bytes31(s_)),
            abi.encodePacked(r, s_, v),
            abi.encodePacked(r, high | (uint256(28 - v) << 255)),
            new bytes(64)
        ];
        for (uint256 i = 0; i < wrong.length; ++i) {
            refuses(permittedCall(request, payer, wrong[i], Vrs(0, 0, 0)), notSigned(request, payer));
        }
    }

    function test_RevertWhen_SentAgain() public {
        bytes memory call = signed();
        buysWhole(call);
        allowAll(payer);
        refuses(call, used(request, payer));
        (c, z) = (1, 2);
        refuses(signed(), used(request, payer));
    }

    function test_WhenInTheLastSecond() public {
        bytes memory call = signed();
        vm.warp(request.deadline);
        buysWhole(call);
    }

    function test_RevertWhen_AfterTheDeadline() public {
        allowAll(payer);
        bytes memory call = signed();
        vm.warp(uint256(request.deadline) + 1);
        refuses(
            call,
            abi.encodeWithSelector(
                IPaymentRouter.PaymentRouter_Expired.selector,
                uint256(request.deadline) + 1,
                request.deadline
            )
        );
    }

    function test_WhenSendingFailsFirst() public {
        OpenProduct product = new OpenProduct(offerIn(address(token)));
        request.product = address(product);
        bytes memory call = signed();
        vm.expectPartialRevert(IEscrow.Escrow_OfferChanged.selector);
        this.relay(call);
        assertFalse(router.used(digestOf(request, payer)), "not used");
        product.change(offerIn(address(coin)));
        buysWhole(call);
    }

    function test_WhenThePermitIsCopied() public {
        bytes memory call = signed();
        Vrs memory p = permitFor(PAYER_KEY, request);
        vm.prank(stranger);
        coin.permit(payer, address(router), valueOf(request), request.deadline, p.v, p.r, p.s);
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
        refuses(call, used(request, payer));
    }

    function test_WhenThePermitIsBadAndThereIsAnAllowance() public {
        allowAll(payer);
        Vrs memory bad = permitFor(uint256(keccak256("stranger")), request);
        buysWhole(permittedCall(request, payer, sign(PAYER_KEY, digestOf(request, payer)), bad));
    }

    function test_RevertWhen_ThePermitIsBadAndNothingIsAllowed() public {
        Vrs memory bad = permitFor(uint256(keccak256("stranger")), request);
        refuses(
            permittedCall(request, payer, sign(PAYER_KEY, digestOf(request, payer)), bad),
            abi.encodeWithSelector(
                IERC20Errors.ERC20InsufficientAllowance.selector,
                address(router),
                0,
                valueOf(request)
            )
        );
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

    // --- helpers

    function signed() private view returns (bytes memory) {
        bytes memory signature = sign(PAYER_KEY, digestOf(request, payer));
        return permittedCall(request, payer, signature, permitFor(PAYER_KEY, request));
    }

    function allowAll(address by) private {
        vm.prank(by);
        coin.approve(address(router), type(uint256).max);
    }

    function notSigned(Request memory q, address by) private view returns (bytes memory) {
        return abi.encodeWithSelector(IPaymentRouter.PaymentRouter_NotSigned.selector, by, digestOf(q, by));
    }

    function used(Request memory q, address by) private view returns (bytes memory) {
        return abi.encodeWithSelector(IPaymentRouter.PaymentRouter_Used.selector, digestOf(q, by));
    }

    function refuses(bytes memory call, bytes memory reason) private {
        vm.expectRevert(reason);
        this.relay(call);
    }
}
