// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";

import {IEscrow} from "./interfaces/IEscrow.sol";
import {IPaymentRouter} from "./interfaces/IPaymentRouter.sol";
import {IProductFactory} from "./interfaces/IProductFactory.sol";

/// @title Ways to pay that call other contracts than the escrow
/// @notice The escrow trusts the router to name a payer that it authenticated, and nothing more. The router holds no
/// money between calls.
contract PaymentRouter is IPaymentRouter {
    using SafeERC20 for IERC20;

    /// @inheritdoc IPaymentRouter
    address public immutable ESCROW;
    /// @inheritdoc IPaymentRouter
    address public immutable FACTORY;

    bool private transient locked;

    modifier lock() {
        if (locked) revert PaymentRouter_Locked();
        locked = true;
        _;
        locked = false;
    }

    /// @dev The escrow creates the router first and the factory second (CREATE, nonces 1 and 2).
    constructor() {
        ESCROW = msg.sender;
        FACTORY = address(uint160(uint256(keccak256(abi.encodePacked(hex"d694", msg.sender, hex"02")))));
    }

    /// @inheritdoc IPaymentRouter
    function deployAndBuy(
        bytes calldata terms,
        uint8 tier,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z,
        bytes32 offerHash,
        uint96 maxPrice,
        address refundTo,
        bytes calldata data
    ) external payable lock returns (address product, bytes32 order) {
        // Interaction: the factory refuses malformed terms, so that the token stands where it is read.
        product = IProductFactory(FACTORY).deploy(terms);
        IERC20 token = IERC20(address(bytes20(terms[40:60])));
        uint256 tokenBefore = pull(token, maxPrice);
        uint256 coinBefore = address(this).balance - msg.value;

        // Interaction: the escrow takes the price and returns the rest.
        order = IEscrow(ESCROW).buyFor{value: msg.value}(
            msg.sender, product, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data
        );

        // Interaction
        giveBack(token, tokenBefore, coinBefore);
    }

    /// @dev Coin comes back from the escrow alone.
    receive() external payable {
        if (msg.sender != ESCROW) revert PaymentRouter_NotEscrow(msg.sender, ESCROW);
    }

    function pull(IERC20 token, uint256 amount) private returns (uint256 balance) {
        if (address(token) == address(0)) return 0;
        balance = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        token.forceApprove(ESCROW, amount);
    }

    function giveBack(IERC20 token, uint256 tokenBefore, uint256 coinBefore) private {
        if (address(token) != address(0)) {
            token.forceApprove(ESCROW, 0);
            uint256 left = token.balanceOf(address(this)) - tokenBefore;
            if (left != 0) token.safeTransfer(msg.sender, left);
        }
        uint256 coin = address(this).balance - coinBefore;
        if (coin == 0) return;
        (bool ok,) = msg.sender.call{value: coin}("");
        if (!ok) revert PaymentRouter_SendFailed(msg.sender, coin);
    }
}
