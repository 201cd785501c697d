// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow, Leaf, OrderState} from "./interfaces/IEscrow.sol";
import {Account, Balance, Pending} from "./libraries/Account.sol";
import {OrderLog} from "./libraries/OrderLog.sol";

/// A dispute: one slot.
struct Dispute {
    address by; // who gets the bond back
    uint40 deadline; // of the answer
    OrderState state;
    uint48 bondGwei;
}

/// @title What the parts of the escrow share: its storage, its lock, and how money leaves
abstract contract EscrowStorage is IEscrow {
    using SafeERC20 for IERC20;
    using Account for Balance;
    using Account for Pending;

    mapping(bytes32 account => Pending) internal pendings; // slot 0
    mapping(bytes32 account => Balance) internal balances; // slot 1
    mapping(bytes32 account => mapping(uint256 height => bytes32)) internal logs; // slot 2
    mapping(bytes32 order => Dispute) internal disputes; // slot 3
    /// @inheritdoc IEscrow
    mapping(address token => mapping(address who => uint256)) public claims; // slot 4

    /// @inheritdoc IEscrow
    uint256 public immutable WINDOW;
    /// @inheritdoc IEscrow
    uint256 public immutable ANSWER;
    /// @inheritdoc IEscrow
    uint256 public immutable BOND_FLOOR;

    bool private transient locked;

    /// @dev One lock over all entry points: whatever they call cannot call back.
    modifier lock() {
        if (locked) revert Escrow_Locked();
        locked = true;
        _;
        locked = false;
    }

    /// @dev A day to dispute and a day to answer on the chains that are hard to stop, and on those for trials. Three
    /// and two elsewhere, where a sequencer may be down for a day. The floor pays for the answer's data there.
    constructor() {
        uint256 id = block.chainid;
        bool first = id == 1 || id == 11155111 || id == 560048 || id == 1337 || id == 31337;
        (WINDOW, ANSWER, BOND_FLOOR) = first ? (1 days, 1 days, 0.0001 ether) : (3 days, 2 days, 0.0005 ether);
    }

    function epochNow() internal view returns (uint256) {
        return block.timestamp / WINDOW;
    }

    /// @dev The account in memory, brought to this epoch; what matured is credited. The caller stores it.
    function rolled(bytes32 account, uint16 feeBps) internal returns (Pending memory pending) {
        pending = pendings[account];
        uint256 matured = pending.roll(epochNow());
        if (matured != 0) balances[account].credit(matured, feeBps);
    }

    /// @dev An order's name, if the path proves it.
    function prove(bytes32 account, Leaf calldata leaf, bytes32[] calldata path) internal view returns (bytes32 order) {
        order = keccak256(abi.encode(leaf));
        (bytes32 node, bytes32 peak) = OrderLog.climb(logs[account], leaf.index, order, path);
        if (node != peak) revert Escrow_NotLogged(order, node, peak);
    }

    function accountOf(Leaf calldata leaf) internal pure returns (bytes32) {
        return Account.id(leaf.publisher, leaf.token, leaf.committee, leaf.feeBps);
    }

    /// @dev Pays, or reverts.
    function pay(address token, address to, uint256 amount) internal {
        if (token != address(0)) return IERC20(token).safeTransfer(to, amount);
        (bool ok,) = to.call{value: amount}("");
        if (!ok) revert Escrow_SendFailed(to, amount);
    }

    /// @dev Pays, or leaves a claim: a payee who cannot receive blocks nobody.
    function payOrOwe(address token, address to, uint256 amount) internal {
        if (amount == 0) return;
        bool ok;
        if (token == address(0)) {
            (ok,) = to.call{value: amount}("");
        } else {
            ok = IERC20(token).trySafeTransfer(to, amount);
        }
        if (ok) return;
        claims[token][to] += amount;
        emit Undelivered(token, to, amount);
    }
}
