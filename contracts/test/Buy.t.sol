// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, Leaf} from "../interfaces/IEscrow.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {DirtyProduct} from "./mocks/DirtyProduct.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";
import {Payee} from "./mocks/Payee.sol";
import {RefusingProduct} from "./mocks/RefusingProduct.sol";
import {ShortProduct} from "./mocks/ShortProduct.sol";

/// @title Purchases in coin: Buy.tree.
contract BuyTest is Fixture {
    Offer private offer;
    Purchase private purchase;
    OpenProduct private open;

    function setUp() public override {
        super.setUp();
        offer = offerIn(address(0));
        open = new OpenProduct(offer);
        purchase = purchaseOf(address(open), offer, "b");
    }

    function test_RevertWhen_RefundToIsZero() public {
        purchase.refundTo = address(0);
        refuses(abi.encodeWithSelector(IEscrow.Escrow_NoRefundTo.selector));
    }

    function test_RevertWhen_ProductHasNoCode() public {
        purchase.product = stranger;
        refuses(abi.encodeWithSelector(IEscrow.Escrow_NoProduct.selector, stranger));
    }

    function test_RevertWhen_ProductRefuses() public {
        purchase.product = address(new RefusingProduct());
        refuses(abi.encodeWithSelector(RefusingProduct.NotOnTheList.selector, buyer));
    }

    function test_RevertWhen_OfferIsShort() public {
        for (uint256 length = 0; length < 7 * 32; length += 7) {
            purchase.product = address(new ShortProduct(length));
            refuses(abi.encodeWithSelector(IEscrow.Escrow_ShortOffer.selector, length, 7 * 32));
        }
        purchase.product = address(new ShortProduct(7 * 32 - 1));
        refuses(abi.encodeWithSelector(IEscrow.Escrow_ShortOffer.selector, 7 * 32 - 1, 7 * 32));
    }

    function test_WhenOfferIsLongerThanNeeded() public {
        Offer memory nothing;
        for (uint256 more = 0; more < 3; ++more) {
            purchase.product = address(new ShortProduct(7 * 32 + more));
            (purchase.offerHash, purchase.maxPrice) = (hashOffer(nothing), 0);
            assertEq(buy(purchase, 0).leaf.amount, 0, "amount");
        }
    }

    function test_WhenFieldExceedsItsType() public {
        uint256[7] memory words = wordsOf(offer);
        uint8[7] memory bits = [160, 160, 160, 0, 16, 96, 8];
        for (uint256 i = 0; i < 7; ++i) {
            if (bits[i] != 0) words[i] |= type(uint256).max << bits[i]; // groupKey is a whole word
        }
        purchase.product = address(new DirtyProduct(words));
        vm.recordLogs();
        this.pay(purchase, PRICE);
        bytes memory data = vm.getRecordedLogs()[0].data;
        assertEq(data, abi.encode(expected(purchase), purchase.c, purchase.z), "no bit of it gets into the order");
        assertEq(address(escrow).balance, PRICE, "nor into the price");
    }

    function test_RevertWhen_ProductCallsBack() public {
        Bought memory bought = buy(purchase, PRICE);
        bytes[] memory calls = entryPoints(bought, purchase);
        for (uint256 i = 0; i < calls.length; ++i) {
            open.arm(address(escrow), calls[i]);
            refuses(abi.encodeWithSelector(IEscrow.Escrow_Locked.selector));
        }
    }

    function test_WhenProductReadsAView() public {
        Bought memory bought = buy(purchase, PRICE);
        open.arm(address(escrow), abi.encodeCall(IEscrow.proven, (bought.leaf, pathOf(bought.leaf))));
        assertEq(buy(purchase, PRICE).leaf.index, 1, "index");
    }

    function test_RevertWhen_AnyTermChanges() public {
        bytes32 agreed = purchase.offerHash;
        for (uint256 i = 0; i < 6; ++i) {
            Offer memory o = offer;
            if (i == 0) o.publisher = stranger;
            if (i == 1) o.token = address(token);
            if (i == 2) o.committee = stranger;
            if (i == 3) o.groupKey = bytes32(uint256(groupKey) ^ 1);
            if (i == 4) o.feeBps += 1;
            if (i == 5) o.confirmations += 1;
            open.change(o);
            refuses(abi.encodeWithSelector(IEscrow.Escrow_OfferChanged.selector, hashOffer(o), agreed));
        }
    }

    function test_RevertWhen_PriceIsAboveMaxPrice() public {
        offer.price = PRICE + 1;
        open.change(offer);
        refuses(abi.encodeWithSelector(IEscrow.Escrow_TooDear.selector, PRICE + 1, PRICE));
    }

    function test_RevertWhen_FeeIsTooHigh() public {
        offer.feeBps = 1_001;
        open.change(offer);
        purchase.offerHash = hashOffer(offer);
        refuses(abi.encodeWithSelector(IEscrow.Escrow_FeeTooHigh.selector, 1_001, 1_000));

        offer.feeBps = 1_000;
        open.change(offer);
        purchase.offerHash = hashOffer(offer);
        assertEq(buy(purchase, PRICE).leaf.feeBps, 1_000, "feeBps");
    }

    function test_RevertWhen_TooLittleIsSent() public {
        Purchase memory p = purchase;
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TooLittle.selector, PRICE - 1, PRICE));
        this.pay(p, PRICE - 1);
    }

    function test_RevertWhen_SurplusIsRefused() public {
        Payee payee = new Payee();
        payee.become(Payee.Mood.Refuses);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), 1));
        payee.act{value: PRICE + 1}(address(escrow), buyCall(purchase));
        payee.act{value: PRICE}(address(escrow), buyCall(purchase));
        assertEq(address(escrow).balance, PRICE, "the exact price");
    }

    function test_RevertWhen_SurplusCallsBack() public {
        Payee payee = new Payee();
        payee.become(Payee.Mood.Calls);
        payee.arm(address(escrow), buyCall(purchase));
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_SendFailed.selector, address(payee), 1));
        payee.act{value: PRICE + 1}(address(escrow), buyCall(purchase));
    }

    function test_WhenMoreIsSent() public {
        uint256 before = buyer.balance;
        buy(purchase, PRICE + 1 ether);
        assertEq(before - buyer.balance, PRICE, "the buyer paid");
        assertEq(address(escrow).balance, PRICE, "the escrow holds");
    }

    function test_WhenPriceHasFallen() public {
        offer.price = PRICE / 2;
        open.change(offer);
        uint256 before = buyer.balance;
        assertEq(buy(purchase, PRICE).leaf.amount, PRICE / 2, "amount");
        assertEq(before - buyer.balance, PRICE / 2, "the buyer paid");
    }

    function test_RevertWhen_BucketIsFull() public {
        uint96 most = type(uint96).max;
        vm.deal(buyer, 2 * uint256(most));
        offer.price = most;
        open.change(offer);
        purchase.maxPrice = most;
        buy(purchase, most);

        offer.price = 1;
        open.change(offer);
        Purchase memory p = purchase;
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_BucketFull.selector, uint256(most) + 1, most));
        this.pay(p, 1);

        vm.warp(START + 1 days);
        assertEq(buy(purchase, 1).leaf.index, 1, "the next epoch has room");
    }

    /// @dev 2^32 − 1 orders fit; nobody waits for them here.
    function test_RevertWhen_TheLogIsFull() public {
        buy(purchase, PRICE);
        bytes32 slot = keccak256(abi.encode(accountOf(address(0)), uint256(0)));
        uint256 count = uint256(type(uint32).max) << 32; // the field's bits
        uint256 pending = uint256(vm.load(address(escrow), slot)) & ~count;
        vm.store(address(escrow), slot, bytes32(pending | count));
        refuses(abi.encodeWithSelector(IEscrow.Escrow_LogFull.selector, type(uint32).max));

        vm.store(address(escrow), slot, bytes32(pending | (count - (1 << 32))));
        assertEq(buy(purchase, PRICE).leaf.index, type(uint32).max - 1, "the last order");
    }

    function test_GivenAPriceOfZero() public {
        offer.price = 0;
        open.change(offer);
        Bought memory bought = buy(purchase, 0);
        assertEq(escrow.proven(bought.leaf, pathOf(bought.leaf)), bought.order, "proven");
    }

    function test_ProductIsAskedInThePayersName() public {
        purchase.data = "anything";
        buy(purchase, PRICE);
        assertEq(open.lastPayer(), buyer, "payer");
        assertEq(open.lastData(), bytes("anything"), "data");
    }

    // --- what an event tells

    function test_EventIsTheLeafAndItsProof() public {
        Leaf memory leaf = expected(purchase);
        vm.expectEmit(true, true, true, true, address(escrow));
        emit IEscrow.PaymentConfirmed(
            accountOf(address(0)),
            address(open),
            purchase.releaseKey[0],
            leaf,
            purchase.c,
            purchase.z
        );
        bytes32 order = this.pay(purchase, PRICE);
        assertEq(order, keccak256(abi.encode(leaf)), "order");
    }

    function test_EventsDataIsAbiEncoded() public {
        vm.recordLogs();
        this.pay(purchase, PRICE);
        bytes memory data = vm.getRecordedLogs()[0].data;
        assertEq(data, abi.encode(expected(purchase), purchase.c, purchase.z), "data");
        assertEq(data.length, 18 * 32, "sixteen words of the leaf, and the proof");
    }

    /// @dev Pays as the buyer. External, so that a revert is one call's.
    function pay(Purchase memory p, uint256 value) external returns (bytes32) {
        return send(p, value);
    }

    function refuses(bytes memory reason) private {
        Purchase memory p = purchase;
        vm.expectRevert(reason);
        this.pay(p, PRICE);
    }

    function expected(Purchase memory p) private view returns (Leaf memory) {
        return
            Leaf({
                product: p.product,
                tier: p.tier,
                index: 0,
                time: uint40(block.timestamp),
                payer: buyer,
                refundTo: friend,
                publisher: publisher,
                token: address(0),
                committee: committee,
                feeBps: FEE_BPS,
                confirmations: 1,
                groupKey: groupKey,
                amount: PRICE,
                releaseKey: p.releaseKey
            });
    }

    function wordsOf(Offer memory o) private pure returns (uint256[7] memory) {
        return abi.decode(abi.encode(o), (uint256[7]));
    }
}
