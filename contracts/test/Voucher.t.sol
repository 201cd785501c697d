// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {ITermsProduct} from "../interfaces/IProduct.sol";
import {Bought, Fixture, Purchase, Tier} from "./Fixture.sol";

/// @title Vouchers: Voucher.tree.
contract VoucherTest is Fixture {
    struct Voucher {
        address key;
        uint8 tier;
        uint96 price;
        uint32 uses;
        uint40 expiry;
    }

    uint256 private constant VOUCHER_KEY = uint256(keccak256("voucher"));

    ITermsProduct private product;
    Voucher private voucher;
    Purchase private purchase;

    function setUp() public override {
        super.setUp();
        Tier[] memory tiers = new Tier[](2);
        tiers[0] = Tier(PRICE, 0, 1);
        tiers[1] = Tier(PRICE, 0, 1);
        product = ITermsProduct(factory.deploy(pack(offerIn(address(0)), tiers)));
        voucher = Voucher(vm.addr(VOUCHER_KEY), 0, PRICE / 4, 0, 0);
        purchase = purchaseOf(address(product), offerIn(address(0)), "b");
    }

    function test_GivesItsPrice() public {
        uint96[3] memory prices = [0, PRICE / 4, 4 * PRICE];
        for (uint256 i = 0; i < 3; ++i) {
            (voucher.price, purchase.maxPrice) = (prices[i], prices[i]);
            purchase.data = signed(voucher);
            Bought memory bought = buy(purchase, 5 * PRICE);
            assertEq(bought.leaf.amount, prices[i], "amount");
        }
        assertEq(product.used(voucher.key), 0, "without a limit nothing is counted");
    }

    function test_MaxPriceStillHolds() public {
        voucher.price = PRICE + 1;
        purchase.data = signed(voucher);
        vm.expectRevert(abi.encodeWithSelector(IEscrow.Escrow_TooDear.selector, PRICE + 1, PRICE));
        this.pay(purchase);
    }

    function test_RevertWhen_ForAnotherTier() public {
        voucher.tier = 1;
        refuses(abi.encodeWithSelector(ITermsProduct.Product_OtherTier.selector, 0, 1));
    }

    function test_RevertWhen_Expired() public {
        voucher.expiry = uint40(block.timestamp);
        purchase.data = signed(voucher);
        this.pay(purchase);
        pass(1);
        refuses(
            abi.encodeWithSelector(ITermsProduct.Product_Expired.selector, uint256(voucher.expiry) + 1, voucher.expiry)
        );
    }

    function test_RevertWhen_UsedUp() public {
        voucher.uses = 2;
        purchase.data = signed(voucher);
        this.pay(purchase);
        this.pay(purchase);
        assertEq(product.used(voucher.key), 2, "used");
        refuses(abi.encodeWithSelector(ITermsProduct.Product_UsedUp.selector, voucher.key, 2));
    }

    function test_RevertWhen_FieldIsChanged() public {
        for (uint256 i = 0; i < 4; ++i) {
            Voucher memory v = voucher;
            bytes memory publisherSig = sign(SIGNER_KEY, voucherHash(v));
            if (i == 0) v.key = vm.addr(uint256(keccak256("other key")));
            if (i == 1) v.price = 0;
            if (i == 2) v.uses = 1;
            if (i == 3) v.expiry = type(uint40).max;
            uint256 key = i == 0 ? uint256(keccak256("other key")) : VOUCHER_KEY;
            purchase.data = encode(v, publisherSig, sign(key, redeemHash(0, purchase.releaseKey)));
            expectPartialRevert(ITermsProduct.Product_NotSigner.selector);
        }
    }

    function test_RevertWhen_MadeBySomebodyElse() public {
        uint256 wrong = uint256(keccak256("stranger"));
        purchase.data = encode(
            voucher,
            sign(wrong, voucherHash(voucher)),
            sign(VOUCHER_KEY, redeemHash(0, purchase.releaseKey))
        );
        refusesData(abi.encodeWithSelector(ITermsProduct.Product_NotSigner.selector, stranger, signer));
    }

    function test_RevertWhen_MadeForAnotherProduct() public {
        bytes memory data = signed(voucher); // under the first product's domain
        address other = sell(address(0));
        Purchase memory p = purchaseOf(other, offerIn(address(0)), "b");
        purchase = p;
        purchase.data = data;
        expectPartialRevert(ITermsProduct.Product_NotSigner.selector);
    }

    /// @dev The attack: take a voucher out of a pending purchase and send it first, with a release key of one's own.
    function test_RevertWhen_CopiedForAnotherReleaseKey() public {
        bytes memory data = signed(voucher);
        purchase = purchaseOf(address(product), offerIn(address(0)), "thief");
        purchase.data = data;
        expectPartialRevert(ITermsProduct.Product_NotKey.selector);
    }

    function test_RevertWhen_KeyIsNotTheVouchers() public {
        uint256 wrong = uint256(keccak256("stranger"));
        purchase.data = encode(
            voucher,
            sign(SIGNER_KEY, voucherHash(voucher)),
            sign(wrong, redeemHash(0, purchase.releaseKey))
        );
        refusesData(abi.encodeWithSelector(ITermsProduct.Product_NotKey.selector, stranger, voucher.key));
    }

    function test_RevertWhen_SignatureHasAnotherLength() public {
        uint8[3] memory lengths = [0, 63, 65];
        for (uint256 i = 0; i < 3; ++i) {
            bytes memory wrong = new bytes(lengths[i]);
            bytes memory good = sign(SIGNER_KEY, voucherHash(voucher));
            bytes memory reason = abi.encodeWithSelector(
                ITermsProduct.Product_SignatureLength.selector,
                lengths[i],
                64
            );
            purchase.data = encode(voucher, wrong, sign(VOUCHER_KEY, redeemHash(0, purchase.releaseKey)));
            refusesData(reason);
            purchase.data = encode(voucher, good, wrong);
            refusesData(reason);
        }
    }

    function test_RevertWhen_DataIsNoVoucher() public {
        purchase.data = hex"01";
        vm.expectRevert();
        this.pay(purchase);
        purchase.data = new bytes(32 * 7);
        vm.expectRevert();
        this.pay(purchase);
    }

    /// @dev Pays as the buyer. External, so that a revert is one call's.
    function pay(Purchase memory p) external returns (bytes32) {
        return send(p, 5 * PRICE);
    }

    // --- signing

    function signed(Voucher memory v) private view returns (bytes memory) {
        return encode(v, sign(SIGNER_KEY, voucherHash(v)), sign(VOUCHER_KEY, redeemHash(v.tier, purchase.releaseKey)));
    }

    function encode(
        Voucher memory v,
        bytes memory publisherSig,
        bytes memory keySig
    ) private pure returns (bytes memory) {
        return abi.encode(v.key, v.tier, v.price, v.uses, v.expiry, publisherSig, keySig);
    }

    function voucherHash(Voucher memory v) private pure returns (bytes32) {
        bytes32 name = keccak256("Voucher(address key,uint8 tier,uint96 price,uint32 uses,uint40 expiry)");
        return keccak256(abi.encode(name, v.key, v.tier, v.price, v.uses, v.expiry));
    }

    function redeemHash(uint8 tier, bytes32[3] memory releaseKey) private pure returns (bytes32) {
        bytes32 name = keccak256("Redeem(uint8 tier,bytes32 releaseKey)");
        return keccak256(abi.encode(name, tier, keccak256(abi.encode(releaseKey))));
    }

    /// @dev EIP-712 under the product's domain, EIP-2098.
    function sign(uint256 key, bytes32 content) private view returns (bytes memory) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Shrinkwrap"),
                keccak256("1"),
                block.chainid,
                address(product)
            )
        );
        (uint8 v, bytes32 r, bytes32 vs) = vm.sign(key, keccak256(abi.encodePacked(hex"1901", domain, content)));
        return abi.encodePacked(r, bytes32(uint256(vs) | (uint256(v - 27) << 255)));
    }

    // --- expecting

    function refuses(bytes memory reason) private {
        purchase.data = signed(voucher);
        refusesData(reason);
    }

    function refusesData(bytes memory reason) private {
        Purchase memory p = purchase;
        vm.expectRevert(reason);
        this.pay(p);
    }

    /// @dev A wrong message recovers to some address, which nobody can name beforehand.
    function expectPartialRevert(bytes4 selector) private {
        Purchase memory p = purchase;
        vm.expectPartialRevert(selector);
        this.pay(p);
    }
}
