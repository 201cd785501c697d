// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow} from "../interfaces/IEscrow.sol";
import {Bought, Fixture} from "./Fixture.sol";
import {Prober} from "./mocks/Prober.sol";
import {ProbingPayee} from "./mocks/ProbingPayee.sol";
import {ProbingProduct} from "./mocks/ProbingProduct.sol";
import {ProbingToken} from "./mocks/ProbingToken.sol";

/// A call in which the escrow calls somebody, and who that is.
struct Site {
    string name;
    Prober prober;
    address caller;
    bytes call;
    uint256 value;
}

/// @title Everything that the escrow calls calls back into everything that the escrow has: Reentry.tree.
/// @notice The payee is publisher, committee, disputer, receiver of refunds and owner of claims at once, and something is
/// due to it in each of these: without the lock the calls would not fail for want of a reason.
contract ReentryTest is Fixture {
    ProbingPayee private payee;
    ProbingToken private coin;
    ProbingProduct private inCoin;
    ProbingProduct private inTokens;
    Bought private overdue;
    Bought private overdueInTokens;
    Bought private fresh;
    Bought private freshInTokens;
    Site[] private sites;
    bytes[] private calls;

    function setUp() public override {
        super.setUp();
        payee = new ProbingPayee();
        coin = new ProbingToken();
        (publisher, committee, friend) = (address(payee), address(payee), address(payee));
        inCoin = new ProbingProduct(offerIn(address(0)));
        inTokens = new ProbingProduct(offerIn(address(coin)));
        coin.mint(buyer, 100 * uint256(PRICE));
        vm.prank(buyer);
        coin.approve(address(escrow), type(uint256).max);

        order(address(0)); // to mature
        order(address(coin));
        pass(1 days);
        (overdue, overdueInTokens) = (disputed(address(0)), disputed(address(coin)));
        (Bought memory lost, Bought memory lostInTokens) = (disputed(address(0)), disputed(address(coin)));
        pass(1 days + 1);
        leaveClaims(lost, lostInTokens);
        (fresh, freshInTokens) = (order(address(0)), order(address(coin)));
        calls = entryPoints(disputed(address(0)), purchaseOf(address(inCoin), offerIn(address(0)), "again"));
        listPurchases();
        listSettlements();
        listRefunds();
    }

    function test_WhenTheProductCallsBack() public {
        checkAll(inCoin);
        checkAll(inTokens);
    }

    function test_WhenTheTokenCallsBack() public {
        checkAll(coin);
    }

    function test_WhenAReceiverCallsBack() public {
        checkAll(payee);
    }

    /// @dev What the probes would see if they got in.
    function test_ProbesAreNoticed() public {
        bytes memory view_ = abi.encodeCall(IEscrow.bond, ());
        for (uint256 i = 0; i < sites.length; ++i) {
            uint256 snapshot = vm.snapshotState();
            uint256 before = sites[i].prober.tries();
            sites[i].prober.arm(address(escrow), view_);
            bool ok = this.go(sites[i]);
            // In a purchase the token's balanceOf says no; elsewhere a try is noted that was not refused.
            assertEq(ok, sites[i].prober != coin || sites[i].caller != buyer, sites[i].name);
            if (ok) assertGt(sites[i].prober.tries(), before, sites[i].name);
            assertEq(sites[i].prober.refusals(), 0, sites[i].name);
            vm.revertToState(snapshot);
        }
    }

    // --- every site with every call

    function checkAll(Prober prober) private {
        uint256 checked = 0;
        for (uint256 i = 0; i < sites.length; ++i) {
            if (sites[i].prober != prober) continue;
            uint256 snapshot = vm.snapshotState();
            assertTrue(this.go(sites[i]), sites[i].name);
            bytes32 expected = money();
            vm.revertToState(snapshot);
            for (uint256 j = 0; j < calls.length; ++j) {
                check(sites[i], calls[j], expected);
                vm.revertToState(snapshot);
                snapshot = vm.snapshotState();
                ++checked;
            }
        }
        assertGe(checked, calls.length, "at least one site");
    }

    /// @dev The call is refused by the lock, and all ends as if it had not been made.
    function check(Site memory site, bytes memory call, bytes32 expected) private {
        site.prober.arm(address(escrow), call);
        assertTrue(this.go(site), site.name);
        site.prober.arm(address(0), "");
        assertGt(site.prober.tries(), 0, site.name);
        assertEq(site.prober.refusals(), site.prober.tries(), site.name);
        assertEq(money(), expected, site.name);
    }

    function go(Site calldata site) external returns (bool ok) {
        vm.deal(site.caller, site.caller.balance + site.value);
        vm.prank(site.caller);
        (ok, ) = address(escrow).call{value: site.value}(site.call);
    }

    /// @dev What everybody has and is owed.
    function money() private view returns (bytes32) {
        address[3] memory who = [address(escrow), address(payee), buyer];
        uint256[12] memory has;
        for (uint256 i = 0; i < 3; ++i) {
            (has[i], has[3 + i]) = (who[i].balance, coin.balanceOf(who[i]));
            (has[6 + i], has[9 + i]) = (escrow.claims(address(0), who[i]), escrow.claims(address(coin), who[i]));
        }
        return keccak256(abi.encode(has, accountIn(address(0)), accountIn(address(coin))));
    }

    function accountIn(address what) private view returns (bytes memory) {
        (uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees) = escrow
            .accountState(accountOf(what));
        return abi.encode(epoch, count, current, previous, matured, fees);
    }

    // --- the sites

    function listPurchases() private {
        bytes memory buying = buyCall(purchaseOf(address(inCoin), offerIn(address(0)), "b"));
        add("offer of a purchase in coin", inCoin, buyer, buying, PRICE);
        add("surplus of a purchase", payee, address(payee), buying, PRICE + 1);
        buying = buyCall(purchaseOf(address(inTokens), offerIn(address(coin)), "b"));
        add("offer of a purchase in tokens", inTokens, buyer, buying, 0);
        add("transferFrom and balanceOf", coin, buyer, buying, 0);
    }

    function listSettlements() private {
        for (uint256 i = 0; i < 2; ++i) {
            address what = i == 0 ? address(0) : address(coin);
            Prober who = i == 0 ? Prober(payee) : Prober(coin);
            address p = address(payee);
            add("withdraw", who, stranger, abi.encodeCall(IEscrow.withdraw, (p, what, p, FEE_BPS)), 0);
            add("withdrawTo", who, p, abi.encodeCall(IEscrow.withdrawTo, (what, p, FEE_BPS, p)), 0);
            add("collect", who, p, abi.encodeCall(IEscrow.collect, (p, what, FEE_BPS, p)), 0);
            add("claimTo", who, p, abi.encodeCall(IEscrow.claimTo, (what, p)), 0);
        }
    }

    function listRefunds() private {
        bytes memory back = abi.encodeCall(IEscrow.refundByPublisher, (fresh.leaf, pathOf(fresh.leaf)));
        add("refundByPublisher", payee, publisher, back, 0);
        back = abi.encodeCall(IEscrow.refundByPublisher, (freshInTokens.leaf, pathOf(freshInTokens.leaf)));
        add("refundByPublisher in tokens", coin, publisher, back, 0);
        add("refund and bond", payee, stranger, abi.encodeCall(IEscrow.refund, (overdue.leaf)), 0);
        back = abi.encodeCall(IEscrow.refund, (overdueInTokens.leaf));
        add("refund in tokens", coin, stranger, back, 0);
        add("bond of a refund in tokens", payee, stranger, back, 0);
        add("surplus of a dispute", payee, address(payee), disputeCall(fresh), escrow.bond() + 1);
    }

    function add(string memory name, Prober prober, address caller, bytes memory call, uint256 value) private {
        sites.push(Site(name, prober, caller, call, value));
    }

    // --- what stands before

    function order(address what) private returns (Bought memory) {
        address product = what == address(0) ? address(inCoin) : address(inTokens);
        return buy(purchaseOf(product, offerIn(what), "b"), what == address(0) ? PRICE : 0);
    }

    function disputed(address what) private returns (Bought memory b) {
        b = order(what);
        assertTrue(payee.act{value: escrow.bond()}(address(escrow), disputeCall(b)), "dispute");
    }

    function disputeCall(Bought memory b) private view returns (bytes memory) {
        return abi.encodeCall(IEscrow.dispute, (b.leaf, pathOf(b.leaf), b.c, b.z));
    }

    function leaveClaims(Bought memory lost, Bought memory lostInTokens) private {
        payee.refuse(true);
        coin.refuse(true);
        escrow.refund(lost.leaf);
        escrow.refund(lostInTokens.leaf);
        payee.refuse(false);
        coin.refuse(false);
        assertGt(escrow.claims(address(0), address(payee)), 0, "a claim in coin");
        assertGt(escrow.claims(address(coin), address(payee)), 0, "a claim in tokens");
    }
}
