// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {LibRLP} from "solady/src/utils/LibRLP.sol";

import {IEscrow} from "./interfaces/IEscrow.sol";
import {IPaymentRouter} from "./interfaces/IPaymentRouter.sol";
import {IProductFactory} from "./interfaces/IProductFactory.sol";
import {Terms} from "./libraries/Terms.sol";

/// @title Pays the escrow where that takes more than one call.
contract PaymentRouter is IPaymentRouter {
    using SafeERC20 for IERC20;

    /// @inheritdoc IPaymentRouter
    address public immutable ESCROW;
    /// @inheritdoc IPaymentRouter
    address public immutable FACTORY;

    uint256 private transient locked;

    /// @dev What is left after a purchase is the payer's only because nothing else happened meanwhile.
    modifier lock() {
        if (locked != 0) revert PaymentRouter_Locked();
        locked = 1;
        _;
        locked = 0;
    }

    /// @dev The escrow creates this router first and its factory second.
    constructor() {
        ESCROW = msg.sender;
        FACTORY = LibRLP.computeAddress(msg.sender, 2);
    }

    /// @dev Only the escrow's surplus comes as bare coin.
    receive() external payable {
        if (msg.sender != ESCROW) revert PaymentRouter_NotEscrow(msg.sender, ESCROW);
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
        // Check: the factory refuses terms that are not well formed.
        product = IProductFactory(FACTORY).deploy(terms);
        IERC20 token = IERC20(Terms.token(terms));

        // Interaction
        uint256 coinBefore = address(this).balance - msg.value;
        uint256 tokenBefore = draw(token, maxPrice);
        order = IEscrow(ESCROW).buyFor{value: msg.value}(
            msg.sender,
            product,
            tier,
            releaseKey,
            c,
            z,
            offerHash,
            maxPrice,
            refundTo,
            data
        );
        returnCoin(address(this).balance - coinBefore);
        returnToken(token, tokenBefore);
    }

    /// @dev Draws tokens from the sender. The escrow's allowance is a standing one: the router holds nothing between
    /// purchases, and the escrow draws from it only in them. Returns what was there before.
    function draw(IERC20 token, uint256 amount) private returns (uint256 balance) {
        if (address(token) == address(0)) return 0;
        if (address(token).code.length == 0) revert PaymentRouter_NoToken(address(token));
        balance = token.balanceOf(address(this));
        token.safeTransferFrom(msg.sender, address(this), amount);
        if (token.allowance(address(this), ESCROW) < amount) token.forceApprove(ESCROW, type(uint256).max);
    }

    function returnCoin(uint256 amount) private {
        if (amount == 0) return;
        if (!LowLevelCall.callNoReturn(msg.sender, amount, "")) revert PaymentRouter_SendFailed(msg.sender, amount);
    }

    function returnToken(IERC20 token, uint256 balance) private {
        if (address(token) == address(0)) return;
        uint256 left = token.balanceOf(address(this)) - balance;
        if (left != 0) token.safeTransfer(msg.sender, left);
    }
}
