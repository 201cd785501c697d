// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {OrderLog} from "../libraries/OrderLog.sol";
import {OrderTree} from "./OrderTree.sol";
import {TestBase} from "./TestBase.sol";

/// @title The log of orders held against a plain array.
contract OrderLogTest is TestBase {
    using OrderLog for bytes32[32];
    using OrderTree for bytes32[];

    uint256 private constant MOST = 70;

    bytes32[32] private peaks;
    bytes32[] private orders;
    mapping(uint256 index => bytes32[][]) private built; // one path for each length of the log

    function testFuzz_PeaksAreTheArrays(uint256 count) public {
        grow(bound(count, 0, MOST));
        for (uint256 height = 0; height < 32; ++height) {
            assertEq(peaks[height], orders.peak(height), "peak");
        }
    }

    function testFuzz_EveryPathProves(uint256 count) public {
        grow(bound(count, 1, MOST));
        for (uint256 i = 0; i < orders.length; ++i) {
            assertTrue(this.proves(i, orders[i], orders.path(i)), "proves");
        }
    }

    /// @dev A path of height h lives until the peak that it leads to, node number k of that height, is overwritten by
    /// node number k + 2.
    function testFuzz_PathsOutliveLaterOrders(uint256 count, uint256 index) public {
        grow(bound(count, 1, MOST / 2));
        index = bound(index, 0, orders.length - 1);
        bytes32[] memory path = orders.path(index);
        uint256 later = orders.length - 1 - index;
        uint256 dies = ((index >> path.length) + 3) << path.length;
        uint256 further = dies - 1 - orders.length;
        assertGe(2 * further, later + 2, "half as many orders as came after it, and one, do no harm");
        for (; further > 0; --further) {
            grow(1);
            assertTrue(this.proves(index, orders[index], path), "still good");
        }
        grow(1);
        assertFalse(this.proves(index, orders[index], path), "stale");
        assertTrue(this.proves(index, orders[index], orders.path(index)), "the new one is good");
    }

    /// @dev All histories of up to 32 orders: at every length each order is proven by the path from the whole log, by
    /// every path that was ever built for it and is not worn out, and by no path of any other order.
    function test_EveryHistoryOf32Orders() public {
        for (uint256 count = 1; count <= 32; ++count) {
            grow(1);
            for (uint256 i = 0; i < count; ++i) {
                built[i].push(orders.path(i));
                for (uint256 k = 0; k < built[i].length; ++k) {
                    // Built when k orders stood behind order i, so many more ago:
                    uint256 further = count - 1 - i - k;
                    if (further <= (k + 1) / 2 + 1) assertTrue(this.proves(i, orders[i], built[i][k]), "an old path");
                }
                uint256 other = (i + 1) % count;
                if (other != i) assertFalse(this.proves(other, orders[other], orders.path(i)), "another's path");
            }
        }
    }

    /// @dev The same bound is reached: there are paths that are good for no more.
    function test_TheBoundIsReached() public {
        grow(3);
        bytes32[] memory path = orders.path(0); // two orders old: good for two more
        grow(2);
        assertTrue(this.proves(0, orders[0], path), "two more");
        grow(1);
        assertFalse(this.proves(0, orders[0], path), "and no other");
    }

    function testFuzz_ForeignOrdersAreRefused(uint256 count, uint256 index, bytes32 order) public {
        grow(bound(count, 1, MOST));
        index = bound(index, 0, orders.length - 1);
        vm.assume(order != orders[index]);
        assertFalse(this.proves(index, order, orders.path(index)), "another order");
    }

    function testFuzz_OtherNumbersAreRefused(uint256 count, uint256 index, uint256 other) public {
        grow(bound(count, 2, MOST));
        index = bound(index, 0, orders.length - 1);
        other = bound(other, 0, orders.length - 1);
        bytes32[] memory path = orders.path(index);
        uint256 below = (1 << path.length) - 1; // only these bits of the number say left and right
        vm.assume((index ^ other) & below != 0);
        assertFalse(this.proves(other, orders[index], path), "another number");
    }

    function testFuzz_ChangedPathsAreRefused(uint256 count, uint256 index, uint256 offset, bytes32 node) public {
        grow(bound(count, 2, MOST));
        index = bound(index, 0, orders.length - 1);
        bytes32[] memory path = orders.path(index);
        vm.assume(path.length > 0);
        offset = bound(offset, 0, path.length - 1);
        vm.assume(path[offset] != node);
        path[offset] = node;
        assertFalse(this.proves(index, orders[index], path), "another path");
    }

    /// @dev The attack: show an inner node as an order.
    function testFuzz_InnerNodesAreNoOrders(uint256 count, uint256 height) public {
        grow(bound(count, 2, MOST));
        height = bound(height, 1, 6);
        bytes32 inner = orders.peak(height);
        vm.assume(inner != 0);
        for (uint256 length = 0; length < 8; ++length) {
            for (uint256 i = 0; i < 8; ++i) assertFalse(this.proves(i, inner, new bytes32[](length)), "no order");
        }
    }

    function test_NothingIsInAnEmptyLog() public view {
        for (uint256 length = 0; length < 34; ++length) {
            assertFalse(this.proves(0, keccak256("order"), new bytes32[](length)), "empty");
        }
    }

    /// @dev A path of length 32 would read beyond the peaks.
    function test_LongPathsAreRefused() public {
        grow(1);
        for (uint256 length = 31; length < 40; ++length) {
            assertFalse(this.proves(0, orders[0], new bytes32[](length)), "too long");
        }
    }

    /// @dev The last numbers of a log: those below 2^32 − 1.
    function test_TheLogHasRoomForItsLastOrder() public {
        peaks.append(type(uint32).max - 1, keccak256("last"));
        assertEq(peaks[0], keccak256("last"), "an even number stays at the bottom");
        peaks.append((1 << 31) - 1, keccak256("high"));
        assertTrue(peaks[31] != 0, "thirty-one bits carry to the last peak");
    }

    function proves(uint256 index, bytes32 order, bytes32[] calldata path) external view returns (bool) {
        return peaks.proves(index, order, path);
    }

    function grow(uint256 count) private {
        for (uint256 i = 0; i < count; ++i) {
            bytes32 order = keccak256(abi.encode("order", orders.length));
            peaks.append(orders.length, order);
            orders.push(order);
        }
    }
}
