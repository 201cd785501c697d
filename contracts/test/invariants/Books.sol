// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";

import {Leaf, OrderState} from "../../interfaces/IEscrow.sol";
import {Bought, Fixture} from "../Fixture.sol";
import {OrderTree} from "../OrderTree.sol";

/// An account, and what is due in it since it was last written.
struct Lane {
    address publisher;
    address token;
    address committee;
    uint16 feeBps;
    uint256 matured;
    uint256 fees;
}

/// Where an order's money is. It moves down this list only.
enum Place {
    Pending,
    Disputed,
    Credited, // due to the publisher and the committee, or paid out to them
    Returned // with refundTo, or claimed for it
}

/// An order, and what is to be found of it in the escrow.
struct Entry {
    Bought bought;
    uint256 lane;
    Place place;
    OrderState state;
    address by; // who disputed it
    uint256 deadline;
    uint256 bond;
}

/// A path that was built when the account had logged so many orders.
struct Kept {
    uint256 entry;
    uint256 builtAt;
    bytes32[] path;
}

/// @title The escrow's books, kept order by order by somebody who watches: see README.md.
/// @notice There are no buckets here and nothing is read from the escrow. What is due follows from the list of orders.
abstract contract Books is Fixture {
    uint256 internal constant WINDOW = 1 days;

    Lane[] internal lanes;
    Entry[] internal entries;
    Kept[] internal kept;
    mapping(address coin => mapping(address who => uint256)) internal has; // in the hands of everybody else
    mapping(address coin => mapping(address who => uint256)) internal owed; // claims
    mapping(address coin => uint256) internal gifts;
    mapping(bytes32 account => uint256) private laneOf; // and one

    function open(address publisher_, address coin, address committee_, uint16 feeBps) internal {
        lanes.push(Lane(publisher_, coin, committee_, feeBps, 0, 0));
        laneOf[nameOf(lanes[lanes.length - 1])] = lanes.length;
    }

    // --- what moves money

    function enter(uint256 lane, Bought memory bought) internal {
        touch(lane);
        entries.push(Entry(bought, lane, Place.Pending, OrderState.None, address(0), 0, 0));
    }

    /// @dev Writing an account makes due what was paid in it two epochs ago or earlier; the fee is cut of the sum.
    function touch(uint256 lane) internal {
        uint256 sum = 0;
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i].lane != lane || !isRipe(entries[i])) continue;
            assertGt(now_(), entries[i].bought.leaf.time + WINDOW, "nothing matures within a window");
            entries[i].place = Place.Credited;
            sum += entries[i].bought.leaf.amount;
        }
        makeDue(lane, sum);
    }

    function makeDue(uint256 lane, uint256 amount) internal {
        uint256 fee = (amount * lanes[lane].feeBps) / 10_000;
        lanes[lane].matured += amount - fee;
        lanes[lane].fees += fee;
    }

    function noteDispute(Entry storage e, address by, uint256 bond) internal {
        touch(e.lane);
        assertEq(uint256(e.place), uint256(Place.Pending), "disputed while pending");
        (e.place, e.state) = (Place.Disputed, OrderState.Disputed);
        (e.by, e.deadline, e.bond) = (by, now_() + 1 days, bond);
    }

    /// @dev The bond, which is coin, becomes the committee's in the publisher's account in coin.
    function noteAnswer(Entry storage e) internal {
        assertEq(uint256(e.place), uint256(Place.Disputed), "answered while disputed");
        (e.place, e.state) = (Place.Credited, OrderState.Answered);
        makeDue(e.lane, e.bought.leaf.amount);
        Lane memory inCoin = lanes[e.lane];
        inCoin.token = address(0);
        lanes[laneOf[nameOf(inCoin)] - 1].fees += e.bond;
    }

    /// @dev Whole, without a fee, and once.
    function noteRefund(Entry storage e) internal {
        if (e.place == Place.Pending) touch(e.lane);
        assertTrue(e.place == Place.Pending || e.place == Place.Disputed, "refunded while the money is there");
        (e.place, e.state) = (Place.Returned, OrderState.Refunded);
        deliver(e.bought.leaf.token, e.bought.leaf.refundTo, e.bought.leaf.amount);
        deliver(address(0), e.by, e.bond);
    }

    function deliver(address coin, address to, uint256 amount) private {
        if (receives(coin, to)) has[coin][to] += amount;
        else owed[coin][to] += amount;
    }

    /// @dev Whether a receiver takes what it is sent.
    function receives(address coin, address to) internal view virtual returns (bool);

    // --- what may happen

    function isRipe(Entry storage e) private view returns (bool) {
        return e.place == Place.Pending && e.bought.leaf.time / WINDOW + 2 <= now_() / WINDOW;
    }

    /// @dev Whether an order's money is in its account still, if nobody wrote it since.
    function isPending(Entry storage e) internal view returns (bool) {
        return e.place == Place.Pending && !isRipe(e);
    }

    function isOpen(Entry storage e) internal view returns (bool) {
        return e.place == Place.Disputed && now_() <= e.deadline;
    }

    function isOverdue(Entry storage e) internal view returns (bool) {
        return e.place == Place.Disputed && now_() > e.deadline;
    }

    /// @dev What would be due if the account were written now.
    function dueNow(uint256 lane) internal view returns (uint256 matured, uint256 fees) {
        uint256 sum = 0;
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i].lane == lane && isRipe(entries[i])) sum += entries[i].bought.leaf.amount;
        }
        uint256 fee = (sum * lanes[lane].feeBps) / 10_000;
        return (lanes[lane].matured + sum - fee, lanes[lane].fees + fee);
    }

    // --- what the escrow is held against

    /// @dev All that the escrow owes in coin or in a token.
    function liabilities(address coin) public view virtual returns (uint256 sum) {
        for (uint256 i = 0; i < lanes.length; ++i) {
            if (lanes[i].token == coin) sum += lanes[i].matured + lanes[i].fees;
        }
        for (uint256 i = 0; i < entries.length; ++i) {
            Entry storage e = entries[i];
            if (e.bought.leaf.token == coin && e.place <= Place.Disputed) sum += e.bought.leaf.amount;
            if (coin == address(0) && e.place == Place.Disputed) sum += e.bond;
        }
        address[] memory all = parties();
        for (uint256 i = 0; i < all.length; ++i) sum += owed[coin][all[i]];
    }

    /// @dev Everybody who ever gets money.
    function parties() internal view virtual returns (address[] memory);

    /// @dev What an account has pending, order by order.
    function pendingIn(uint256 lane) internal view returns (uint256 sum, uint256 count) {
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i].lane != lane) continue;
            ++count;
            if (entries[i].place == Place.Pending) sum += entries[i].bought.leaf.amount;
        }
    }

    /// @dev Every order ever logged is proven by the path from the whole log, and by each path that was built when
    /// it was k orders old and has seen no more than ⌊(k + 1) / 2⌋ + 1 further ones.
    function checkProofs(uint256 lane) internal view {
        bytes32[] storage log_ = logged[nameOf(lanes[lane])];
        for (uint256 i = 0; i < entries.length; ++i) {
            if (entries[i].lane != lane) continue;
            Leaf memory leaf = entries[i].bought.leaf;
            bytes32 order = escrow.proven(leaf, OrderTree.path(log_, leaf.index));
            assertEq(order, entries[i].bought.order, "proven by the whole log");
        }
        for (uint256 i = 0; i < kept.length; ++i) {
            Entry storage e = entries[kept[i].entry];
            if (e.lane != lane) continue;
            uint256 old = kept[i].builtAt - 1 - e.bought.leaf.index;
            if (log_.length - kept[i].builtAt > (old + 1) / 2 + 1) continue;
            assertEq(escrow.proven(e.bought.leaf, kept[i].path), e.bought.order, "proven by an old path");
        }
    }

    function nameOf(Lane memory lane) internal pure returns (bytes32) {
        return keccak256(abi.encode(lane.publisher, lane.token, lane.committee, lane.feeBps));
    }

    function balanceIn(address coin, address who) internal view returns (uint256) {
        return coin == address(0) ? who.balance : IERC20(coin).balanceOf(who);
    }

    /// @dev The compiler may read block.timestamp once a function, and time passes within one here.
    function now_() internal view returns (uint256) {
        return vm.getBlockTimestamp();
    }
}
