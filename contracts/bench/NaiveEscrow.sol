// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

/// @title The escrow that one would write first
/// @notice One slot for each order, and a withdrawal for each. For the gas benchmark alone: what our escrow's log and
/// buckets are measured against.
contract NaiveEscrow {
    using SafeERC20 for IERC20;

    /// One order, one slot.
    struct Order {
        address payer;
        uint96 amount;
    }

    uint256 public constant WINDOW = 1 days;

    /// The order's key is keccak256(abi.encode(publisher, token, releaseKey, time)).
    mapping(bytes32 key => Order) public orders;

    event Paid(
        bytes32 indexed key,
        address indexed publisher,
        address indexed token,
        address payer,
        uint256 amount,
        uint256 time,
        bytes32[3] releaseKey,
        uint256 c,
        uint256 z
    );

    error NaiveEscrow_Known(bytes32 key);
    error NaiveEscrow_NotYet(uint256 time, uint256 due);
    error NaiveEscrow_Unknown(bytes32 key);
    error NaiveEscrow_SendFailed(address to);

    /// @notice Pays coin for a release key.
    function buy(address publisher, bytes32[3] calldata releaseKey, uint256 c, uint256 z) external payable {
        record(publisher, address(0), msg.value, releaseKey, c, z);
    }

    /// @notice Pays a token for a release key, by allowance.
    function buyWithToken(
        address publisher,
        address token,
        uint256 amount,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z
    ) external {
        record(publisher, token, amount, releaseKey, c, z);
        IERC20(token).safeTransferFrom(msg.sender, address(this), amount);
    }

    /// @notice Pays a publisher for one order once its window is over.
    function withdraw(address publisher, address token, bytes32[3] calldata releaseKey, uint256 time) external {
        if (block.timestamp < time + WINDOW) revert NaiveEscrow_NotYet(block.timestamp, time + WINDOW);
        bytes32 key = keccak256(abi.encode(publisher, token, releaseKey, time));
        uint256 amount = orders[key].amount;
        if (amount == 0) revert NaiveEscrow_Unknown(key);
        delete orders[key];
        if (token != address(0)) return IERC20(token).safeTransfer(publisher, amount);
        (bool ok, ) = publisher.call{value: amount}("");
        if (!ok) revert NaiveEscrow_SendFailed(publisher);
    }

    function record(
        address publisher,
        address token,
        uint256 amount,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z
    ) private {
        bytes32 key = keccak256(abi.encode(publisher, token, releaseKey, block.timestamp));
        if (orders[key].payer != address(0)) revert NaiveEscrow_Known(key);
        orders[key] = Order(msg.sender, uint96(amount));
        emit Paid(key, publisher, token, msg.sender, amount, block.timestamp, releaseKey, c, z);
    }
}
