// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {Vm} from "forge-std/Vm.sol";

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {IPaymentRouter} from "../interfaces/IPaymentRouter.sol";
import {Offer} from "../interfaces/IProduct.sol";
import {IProductFactory} from "../interfaces/IProductFactory.sol";
import {Curve} from "./Curve.sol";
import {OrderTree} from "./OrderTree.sol";
import {TestBase} from "./TestBase.sol";
import {TestToken} from "./tokens/TestToken.sol";

/// A degree of a product.
struct Tier {
    uint96 price;
    uint32 supply;
    uint8 confirmations;
}

/// The arguments of IEscrow.buy.
struct Purchase {
    address product;
    uint8 tier;
    bytes32[3] releaseKey;
    uint256 c;
    uint256 z;
    bytes32 offerHash;
    uint96 maxPrice;
    address refundTo;
    bytes data;
}

/// An order, with what its buyer knows.
struct Bought {
    Leaf leaf;
    bytes32 order;
    uint256 c;
    uint256 z;
}

/// @title An escrow, a committee of one secret, a publisher and a buyer.
abstract contract Fixture is TestBase {
    uint96 internal constant PRICE = 0.01 ether;
    uint16 internal constant FEE_BPS = 100;
    uint256 internal constant START = 20_000 days + 1 hours; // one hour into an epoch
    uint256 internal constant SIGNER_KEY = uint256(keccak256("signer"));

    IEscrow internal escrow;
    IPaymentRouter internal router;
    IProductFactory internal factory;
    TestToken internal token;

    uint256 internal s; // the committee's secret
    bytes32[3] internal P;
    bytes32[6] internal Q;
    bytes32 internal groupKey;

    address internal publisher;
    address internal signer;
    address internal committee;
    address internal buyer;
    address internal friend; // who gets refunds
    address internal stranger;

    mapping(bytes32 account => bytes32[]) internal logged;

    function setUp() public virtual {
        vm.chainId(31337);
        vm.warp(START);
        escrow = IEscrow(deploy(vm.getCode("Escrow.sol:Escrow")));
        router = IPaymentRouter(escrow.ROUTER());
        factory = IProductFactory(escrow.FACTORY());
        token = new TestToken();

        s = Curve.scalar("committee");
        (P, Q) = (Curve.inG1(s), Curve.inG2(s));
        groupKey = keccak256(abi.encodePacked(P, Q));

        publisher = named("publisher");
        signer = named("signer");
        committee = named("committee");
        buyer = named("buyer");
        friend = named("friend");
        stranger = named("stranger");
        vm.deal(buyer, 1_000 ether);
        token.mint(buyer, 1e18);
        vm.prank(buyer);
        token.approve(address(escrow), type(uint256).max);
    }

    // --- selling

    function offerIn(address coin) internal view returns (Offer memory) {
        return Offer(publisher, coin, committee, groupKey, FEE_BPS, PRICE, 1);
    }

    function pack(Offer memory o, Tier[] memory tiers) internal view returns (bytes memory terms) {
        bytes32 content = keccak256("content");
        terms = abi.encodePacked(o.publisher, signer, o.token, o.committee, o.groupKey, o.feeBps, content);
        for (uint256 i = 0; i < tiers.length; ++i) {
            terms = abi.encodePacked(terms, tiers[i].price, tiers[i].supply, tiers[i].confirmations);
        }
    }

    /// @dev Terms of one tier, as an offer says.
    function packOne(Offer memory o, uint32 supply) internal view returns (bytes memory) {
        Tier[] memory tiers = new Tier[](1);
        tiers[0] = Tier(o.price, supply, o.confirmations);
        return pack(o, tiers);
    }

    /// @dev A product of one tier without limit.
    function sell(address coin) internal returns (address) {
        return factory.deploy(packOne(offerIn(coin), 0));
    }

    function hashOffer(Offer memory o) internal pure returns (bytes32) {
        return keccak256(abi.encode(o.publisher, o.token, o.committee, o.groupKey, o.feeBps, o.confirmations));
    }

    // --- buying

    function placeOf(address product, uint8 tier) internal view returns (bytes memory) {
        return abi.encodePacked(block.chainid, address(escrow), product, tier);
    }

    /// @dev What a buyer would send who read this offer, with a release key from a label.
    function purchaseOf(
        address product,
        Offer memory o,
        string memory label
    ) internal view returns (Purchase memory p) {
        uint256 b = Curve.scalar(label);
        (p.product, p.releaseKey) = (product, Curve.inG1(b));
        (p.c, p.z) = Curve.prove(b, placeOf(product, 0));
        (p.offerHash, p.maxPrice, p.refundTo) = (hashOffer(o), o.price, friend);
    }

    function buyCall(Purchase memory p) internal pure returns (bytes memory) {
        return
            abi.encodeCall(
                IEscrow.buy,
                (p.product, p.tier, p.releaseKey, p.c, p.z, p.offerHash, p.maxPrice, p.refundTo, p.data)
            );
    }

    function buyForCall(Purchase memory p) internal view returns (bytes memory) {
        return
            abi.encodeCall(
                IEscrow.buyFor,
                (buyer, p.product, p.tier, p.releaseKey, p.c, p.z, p.offerHash, p.maxPrice, p.refundTo, p.data)
            );
    }

    /// @dev Buys as the buyer does. One call, for expectRevert.
    function send(Purchase memory p, uint256 value) internal returns (bytes32) {
        vm.prank(buyer);
        return
            escrow.buy{value: value}(
                p.product,
                p.tier,
                p.releaseKey,
                p.c,
                p.z,
                p.offerHash,
                p.maxPrice,
                p.refundTo,
                p.data
            );
    }

    /// @dev Buys, notes the order in its log, and returns it as the event tells it.
    function buy(Purchase memory p, uint256 value) internal returns (Bought memory bought) {
        vm.recordLogs();
        bytes32 order = send(p, value);
        bought = lastBought();
        assertEq(bought.order, order, "the order's name");
    }

    /// @dev Buys a product of `sell`.
    function buy(address product, address coin, string memory label) internal returns (Bought memory) {
        Purchase memory p = purchaseOf(product, offerIn(coin), label);
        return buy(p, coin == address(0) ? p.maxPrice : 0);
    }

    /// @dev The order of the last PaymentConfirmed since recordLogs.
    function lastBought() internal returns (Bought memory bought) {
        Vm.Log[] memory emitted = vm.getRecordedLogs();
        for (uint256 i = emitted.length; i > 0; --i) {
            Vm.Log memory entry = emitted[i - 1];
            if (entry.topics[0] != IEscrow.PaymentConfirmed.selector || entry.emitter != address(escrow)) continue;
            (bought.leaf, bought.c, bought.z) = abi.decode(entry.data, (Leaf, uint256, uint256));
            bought.order = keccak256(abi.encode(bought.leaf));
            logged[entry.topics[1]].push(bought.order);
            return bought;
        }
        revert("nothing was bought");
    }

    // --- settling

    function accountOf(address coin) internal view returns (bytes32) {
        return keccak256(abi.encode(publisher, coin, committee, FEE_BPS));
    }

    function accountOf(Leaf memory leaf) internal pure returns (bytes32) {
        return keccak256(abi.encode(leaf.publisher, leaf.token, leaf.committee, leaf.feeBps));
    }

    function pathOf(Leaf memory leaf) internal view returns (bytes32[] memory) {
        return OrderTree.path(logged[accountOf(leaf)], leaf.index);
    }

    /// @dev The release of an order.
    function releaseOf(Leaf memory leaf) internal view returns (bytes32[3] memory) {
        return Curve.release(s, placeOf(leaf.product, leaf.tier), leaf.releaseKey);
    }

    /// @dev A call of each function that changes state.
    function entryPoints(Bought memory b, Purchase memory p) internal view returns (bytes[] memory calls) {
        calls = new bytes[](11);
        Leaf[] memory leaves = new Leaf[](1);
        bytes32[3][] memory releases = new bytes32[3][](1);
        bytes32[] memory path = pathOf(b.leaf);
        (leaves[0], releases[0]) = (b.leaf, releaseOf(b.leaf));
        calls[0] = buyCall(p);
        calls[1] = buyForCall(p);
        calls[2] = abi.encodeCall(IEscrow.withdraw, (publisher, address(0), committee, FEE_BPS));
        calls[3] = abi.encodeCall(IEscrow.withdrawTo, (address(0), committee, FEE_BPS, stranger));
        calls[4] = abi.encodeCall(IEscrow.collect, (publisher, address(0), FEE_BPS, stranger));
        calls[5] = abi.encodeCall(IEscrow.dispute, (b.leaf, path, b.c, b.z));
        calls[6] = abi.encodeCall(IEscrow.answer, (b.leaf, P, Q, releases[0]));
        calls[7] = abi.encodeCall(IEscrow.answerMany, (leaves, P, Q, releases));
        calls[8] = abi.encodeCall(IEscrow.refund, (b.leaf));
        calls[9] = abi.encodeCall(IEscrow.refundByPublisher, (b.leaf, path));
        calls[10] = abi.encodeCall(IEscrow.claimTo, (address(0), stranger));
    }

    function dispute(Bought memory bought) internal {
        bytes32[] memory path = pathOf(bought.leaf);
        uint256 bond = escrow.bond();
        vm.prank(buyer);
        escrow.dispute{value: bond}(bought.leaf, path, bought.c, bought.z);
    }

    function stateOf(bytes32 order) internal view returns (OrderState state) {
        (state, , , ) = escrow.orderState(order);
    }

    function maturedOf(bytes32 account) internal view returns (uint128 matured) {
        (, , , , matured, ) = escrow.accountState(account);
    }

    function feesOf(bytes32 account) internal view returns (uint128 fees) {
        (, , , , , fees) = escrow.accountState(account);
    }
}
