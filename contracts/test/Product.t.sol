// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {ITermsProduct, Offer} from "../interfaces/IProduct.sol";
import {Curve} from "./Curve.sol";
import {Bought, Fixture, Purchase, Tier} from "./Fixture.sol";

/// @title Products of the template: Product.tree, its first half.
contract ProductTest is Fixture {
    uint96[3] private prices = [PRICE, 2 * PRICE, 3 * PRICE];
    bytes private terms;
    ITermsProduct private product;

    function setUp() public override {
        super.setUp();
        Tier[] memory tiers = new Tier[](3);
        tiers[0] = Tier(prices[0], 2, 1); // two for sale
        tiers[1] = Tier(prices[1], 0, 12);
        tiers[2] = Tier(prices[2], 1, 255);
        terms = pack(offerIn(address(0)), tiers);
        product = ITermsProduct(factory.deploy(terms));
    }

    function test_RevertWhen_AnybodyElseAsks() public {
        bytes32[3] memory key = Curve.inG1(7);
        vm.expectRevert(abi.encodeWithSelector(ITermsProduct.Product_NotEscrow.selector, stranger, address(escrow)));
        vm.prank(stranger);
        product.offer(0, buyer, key, "");

        vm.expectRevert(
            abi.encodeWithSelector(ITermsProduct.Product_NotEscrow.selector, address(router), address(escrow))
        );
        vm.prank(address(router));
        product.offer(0, buyer, key, "");
    }

    function test_RevertWhen_TierIsBeyondTheLast() public {
        uint8[3] memory beyond = [3, 4, 255];
        for (uint256 i = 0; i < beyond.length; ++i) {
            Purchase memory p = purchaseAt(2, "b");
            p.tier = beyond[i];
            vm.expectRevert(abi.encodeWithSelector(ITermsProduct.Product_NoTier.selector, beyond[i], 3));
            this.pay(p, 3 * PRICE);
        }
    }

    function test_EachTierHasItsTerms() public {
        for (uint8 tier = 0; tier < 3; ++tier) {
            Bought memory bought = buy(purchaseAt(tier, "b"), 3 * PRICE);
            assertEq(bought.leaf.tier, tier, "tier");
            assertEq(bought.leaf.amount, prices[tier], "amount");
            assertEq(bought.leaf.confirmations, confirmationsOf(tier), "confirmations");
            assertEq(bought.leaf.publisher, publisher, "publisher");
            assertEq(bought.leaf.committee, committee, "committee");
            assertEq(bought.leaf.groupKey, groupKey, "groupKey");
            assertEq(bought.leaf.feeBps, FEE_BPS, "feeBps");
        }
        assertEq(product.terms(), terms, "terms");
        assertEq(product.ESCROW(), address(escrow), "escrow");
    }

    function test_RevertWhen_SoldOut() public {
        buy(purchaseAt(0, "b1"), PRICE);
        buy(purchaseAt(0, "b2"), PRICE);
        assertEq(product.sold(0), 2, "sold");
        Purchase memory third = purchaseAt(0, "b3");
        vm.expectRevert(abi.encodeWithSelector(ITermsProduct.Product_SoldOut.selector, 0, 2));
        this.pay(third, PRICE);

        buy(purchaseAt(1, "b4"), 2 * PRICE);
        buy(purchaseAt(2, "b5"), 3 * PRICE);
        assertEq(product.sold(1), 0, "a tier without limit counts nothing");
        assertEq(product.sold(2), 1, "sold");
    }

    /// @dev A purchase that reverts after the product was asked gives the place back.
    function test_SupplyIsNotLostByARevert() public {
        Purchase memory poor = purchaseAt(0, "b1");
        for (uint256 i = 0; i < 3; ++i) {
            vm.expectRevert();
            this.pay(poor, PRICE - 1);
        }
        assertEq(product.sold(0), 0, "sold");
    }

    /// @dev Pays as the buyer. External, so that a revert is one call's.
    function pay(Purchase memory p, uint256 value) external returns (bytes32) {
        return send(p, value);
    }

    function purchaseAt(uint8 tier, string memory label) private view returns (Purchase memory p) {
        Offer memory o = offerIn(address(0));
        (o.price, o.confirmations) = (prices[tier], confirmationsOf(tier));
        p = purchaseOf(address(product), o, label);
        p.tier = tier;
    }

    function confirmationsOf(uint8 tier) private pure returns (uint8) {
        return
            tier == 0
                ? 1
                : tier == 1
                    ? 12
                    : 255;
    }
}
