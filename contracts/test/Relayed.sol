// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Conditions, IPaymentRouter, Request} from "../interfaces/IPaymentRouter.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {Curve} from "./Curve.sol";
import {Bought, Fixture} from "./Fixture.sol";
import {SignedToken} from "./tokens/SignedToken.sol";

/// The two halves of a signature as most tokens take it.
struct Vrs {
    uint8 v;
    bytes32 r;
    bytes32 s;
}

/// @title A payer who signs, and somebody else who sends.
abstract contract Relayed is Fixture {
    uint256 internal constant PAYER_KEY = uint256(keccak256("payer"));
    uint96 internal constant TIP = 3;
    uint256 internal constant FUNDS = 1e20;

    SignedToken internal coin;
    address internal payer;
    address internal sender;

    bytes internal terms; // empty: the product is deployed
    Request internal request;
    uint256 internal c;
    uint256 internal z;

    function setUp() public virtual override {
        super.setUp();
        payer = named("payer");
        sender = named("sender");
        use(new SignedToken());
    }

    /// @dev Sells for a token of which the payer has enough, and makes out a request.
    function use(SignedToken token_) internal {
        coin = token_;
        coin.mint(payer, FUNDS);
        address product = sell(address(coin));
        (c, z) = Curve.prove(Curve.scalar("b"), placeOf(product, 0));
        request = Request({
            product: product,
            tier: 0,
            releaseKey: Curve.inG1(Curve.scalar("b")),
            offer: conditionsOf(offerIn(address(coin))),
            maxPrice: PRICE + 7,
            refundTo: payer,
            data: "",
            tip: TIP,
            deadline: uint40(block.timestamp + 1 hours)
        });
    }

    function conditionsOf(Offer memory o) internal pure returns (Conditions memory) {
        return Conditions(o.publisher, o.token, o.committee, o.groupKey, o.feeBps, o.confirmations);
    }

    /// How many things are signed.
    uint256 internal constant CHANGES = 14;

    /// @dev The request with one thing changed that was signed, by a number below CHANGES.
    function changed(uint256 what) internal view returns (Request memory q) {
        q = request;
        if (what == 0) q.product = address(uint160(q.product) + 1);
        if (what == 1) q.tier = 1;
        if (what == 2) q.releaseKey = Curve.inG1(Curve.scalar("thief"));
        if (what == 3) q.maxPrice -= 1;
        if (what == 4) q.refundTo = stranger;
        if (what == 5) q.data = hex"00";
        if (what == 6) q.tip -= 1;
        if (what == 7) q.deadline += 1;
        changeOffer(q.offer, what);
        assertNotEq(keccak256(abi.encode(q)), keccak256(abi.encode(request)), "something was changed");
    }

    function changeOffer(Conditions memory offer, uint256 what) private view {
        if (what == 8) offer.publisher = stranger;
        if (what == 9) offer.token = address(token);
        if (what == 10) offer.committee = stranger;
        if (what == 11) offer.groupKey = keccak256("another committee");
        if (what == 12) offer.feeBps += 1;
        if (what == 13) offer.confirmations += 1;
    }

    // --- signing

    /// @dev The nonce of EIP-3009.
    function hashOf(Request memory q) internal view returns (bytes32) {
        bytes memory first = abi.encode(block.chainid, address(escrow), q.product, q.tier, q.releaseKey);
        bytes32 offerHash = keccak256(abi.encode(q.offer));
        bytes memory rest = abi.encode(offerHash, q.maxPrice, q.refundTo, keccak256(q.data), q.tip, q.deadline);
        return keccak256(abi.encodePacked(first, rest));
    }

    /// @dev What is signed beside a permit.
    function digestOf(Request memory q, address by) internal view returns (bytes32) {
        bytes32 domain = keccak256(
            abi.encode(
                keccak256("EIP712Domain(string name,string version,uint256 chainId,address verifyingContract)"),
                keccak256("Shrinkwrap"),
                keccak256("1"),
                block.chainid,
                address(router)
            )
        );
        return keccak256(abi.encodePacked(hex"1901", domain, contentOf(q, by)));
    }

    function contentOf(Request memory q, address by) private pure returns (bytes32) {
        string memory offerType =
            "Conditions(address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations)";
        string memory ownType =
            "Request(address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline)";
        bytes32 offer = keccak256(bytes.concat(keccak256(bytes(offerType)), abi.encode(q.offer)));
        bytes32 kind = keccak256(abi.encodePacked(ownType, offerType));
        bytes32 key = keccak256(abi.encodePacked(q.releaseKey));
        bytes memory first = abi.encode(kind, by, q.product, q.tier, key, offer);
        bytes memory rest = abi.encode(q.maxPrice, q.refundTo, keccak256(q.data), q.tip, q.deadline);
        return keccak256(abi.encodePacked(first, rest));
    }

    /// @dev EIP-2098.
    function sign(uint256 key, bytes32 digest) internal pure returns (bytes memory) {
        (uint8 v, bytes32 r, bytes32 s_) = vm.sign(key, digest);
        return abi.encodePacked(r, bytes32(uint256(s_) | (uint256(v - 27) << 255)));
    }

    /// @dev A signature under the token's domain.
    function signForToken(uint256 key, bytes memory content) internal view returns (Vrs memory sig) {
        bytes32 digest = keccak256(abi.encodePacked(hex"1901", coin.DOMAIN_SEPARATOR(), keccak256(content)));
        (sig.v, sig.r, sig.s) = vm.sign(key, digest);
    }

    function valueOf(Request memory q) internal pure returns (uint256) {
        return uint256(q.maxPrice) + q.tip;
    }

    /// @dev EIP-2612.
    function permitFor(uint256 key, Request memory q) internal view returns (Vrs memory) {
        bytes32 kind = keccak256("Permit(address owner,address spender,uint256 value,uint256 nonce,uint256 deadline)");
        address owner = vm.addr(key);
        return
            signForToken(
                key,
                abi.encode(kind, owner, address(router), valueOf(q), coin.nonces(owner), uint256(q.deadline))
            );
    }

    /// @dev EIP-3009.
    function authorizationFor(uint256 key, Request memory q) internal view returns (Vrs memory) {
        bytes32 kind = keccak256(
            "ReceiveWithAuthorization(address from,address to,uint256 value,uint256 validAfter,uint256 validBefore,bytes32 nonce)"
        );
        return
            signForToken(
                key,
                abi.encode(kind, vm.addr(key), address(router), valueOf(q), 0, uint256(q.deadline), hashOf(q))
            );
    }

    // --- sending

    function authorizedCall(Request memory q, Vrs memory sig) internal view returns (bytes memory) {
        return abi.encodeCall(IPaymentRouter.buyWithAuthorization, (q, payer, c, z, sig.v, sig.r, sig.s, terms));
    }

    function permittedCall(
        Request memory q,
        address by,
        bytes memory signature,
        Vrs memory permit
    ) internal view returns (bytes memory) {
        return
            abi.encodeCall(IPaymentRouter.buyWithPermit, (q, by, c, z, signature, permit.v, permit.r, permit.s, terms));
    }

    /// @dev Calls the router as the sender. External, so that a revert is one call's.
    function relay(bytes memory call) external {
        vm.prank(sender);
        (bool ok, bytes memory reason) = address(router).call(call);
        if (ok) return;
        assembly ("memory-safe") {
            revert(add(reason, 0x20), mload(reason))
        }
    }

    function relayAndRead(bytes memory call) internal returns (Bought memory) {
        vm.recordLogs();
        this.relay(call);
        return lastBought();
    }

    /// @dev Sends, and sees what became of everybody's tokens.
    function buysWhole(bytes memory call) internal returns (Bought memory bought) {
        uint256 stray = coin.balanceOf(address(router));
        uint256 had = coin.balanceOf(address(escrow));
        uint256 tips = coin.balanceOf(sender);
        uint256 before = coin.balanceOf(payer);
        bought = relayAndRead(call);
        assertEq(bought.leaf.payer, payer, "payer");
        assertEq(before - coin.balanceOf(payer), uint256(bought.leaf.amount) + request.tip, "the payer paid");
        assertEq(coin.balanceOf(sender) - tips, request.tip, "the tip");
        assertEq(coin.balanceOf(address(escrow)) - had, bought.leaf.amount, "the escrow holds");
        assertEq(coin.balanceOf(address(router)), stray, "the router keeps nothing");
    }
}
