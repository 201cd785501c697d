// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Offer} from "../interfaces/IProduct.sol";
import {Bought, Fixture, Purchase} from "./Fixture.sol";
import {OpenProduct} from "./mocks/OpenProduct.sol";

/// @title One order's money, for any price, surplus and fee.
contract ConservationTest is Fixture {
    function testFuzz_CoinGoesToPublisherAndCommittee(
        uint96 price,
        uint96 above,
        uint96 surplus,
        uint16 feeBps
    ) public {
        Offer memory o = offerOf(address(0), price, feeBps);
        Purchase memory p = purchaseOf(address(new OpenProduct(o)), o, "b");
        p.maxPrice = uint96(bound(above, price, type(uint96).max));
        vm.deal(buyer, uint256(price) + surplus);
        assertEq(buy(p, uint256(price) + surplus).leaf.amount, price, "amount");
        assertEq(address(escrow).balance, price, "the escrow holds the price");
        assertEq(buyer.balance, surplus, "the buyer has the rest");

        settle(o);
        assertEq(publisher.balance + committee.balance, price, "both parts");
        assertEq(committee.balance, (uint256(price) * o.feeBps) / 10_000, "the fee");
        assertEq(address(escrow).balance, 0, "nothing is left");
    }

    function testFuzz_TokensGoToPublisherAndCommittee(uint96 price, uint16 feeBps) public {
        Offer memory o = offerOf(address(token), price, feeBps);
        token.mint(buyer, price);
        uint256 before = token.balanceOf(buyer);
        buy(purchaseOf(address(new OpenProduct(o)), o, "b"), 0);
        assertEq(token.balanceOf(address(escrow)), price, "the escrow holds the price");
        assertEq(before - token.balanceOf(buyer), price, "the buyer paid");

        settle(o);
        assertEq(token.balanceOf(publisher) + token.balanceOf(committee), price, "both parts");
        assertEq(token.balanceOf(address(escrow)), 0, "nothing is left");
    }

    function testFuzz_RefundsAreWhole(uint96 price, uint16 feeBps, uint64 basefee) public {
        Offer memory o = offerOf(address(0), price, feeBps);
        vm.fee(bound(basefee, 0, 10_000 gwei));
        vm.deal(buyer, uint256(price) + 100 ether);
        Bought memory bought = buy(purchaseOf(address(new OpenProduct(o)), o, "b"), price);
        dispute(bought);
        assertEq(address(escrow).balance, price + escrow.bond(), "price and bond");
        pass(1 days + 1);
        escrow.refund(bought.leaf);
        assertEq(friend.balance, price, "the price");
        assertEq(buyer.balance, 100 ether, "the bond");
        assertEq(address(escrow).balance, 0, "nothing is left");
    }

    function offerOf(address coin, uint96 price, uint16 feeBps) private view returns (Offer memory o) {
        o = offerIn(coin);
        (o.price, o.feeBps) = (price, uint16(bound(feeBps, 0, 1_000)));
    }

    function settle(Offer memory o) private {
        pass(2 days);
        uint256 fee = (uint256(o.price) * o.feeBps) / 10_000;
        if (o.price > fee) escrow.withdraw(o.publisher, o.token, o.committee, o.feeBps);
        if (fee == 0) return;
        vm.prank(committee);
        escrow.collect(o.publisher, o.token, o.feeBps, committee);
    }
}
