// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC3009} from "@openzeppelin/contracts/interfaces/draft-IERC3009.sol";
import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {IERC20Permit} from "@openzeppelin/contracts/token/ERC20/extensions/IERC20Permit.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {ECDSA} from "@openzeppelin/contracts/utils/cryptography/ECDSA.sol";
import {SignatureChecker} from "@openzeppelin/contracts/utils/cryptography/SignatureChecker.sol";
import {LibRLP} from "solady/src/utils/LibRLP.sol";

import {IEscrow} from "./interfaces/IEscrow.sol";
import {IPaymentRouter, Request} from "./interfaces/IPaymentRouter.sol";
import {IProductFactory} from "./interfaces/IProductFactory.sol";
import {Signing} from "./libraries/Signing.sol";
import {Terms} from "./libraries/Terms.sol";

/// @title Pays the escrow where that takes more than one call.
/// @notice Three ways to come by the money, and one to spend it: draw, see that it is there, buy, return the rest.
contract PaymentRouter is IPaymentRouter {
    using SafeERC20 for IERC20;
    using Signing for Request;

    /// @inheritdoc IPaymentRouter
    address public immutable ESCROW;
    /// @inheritdoc IPaymentRouter
    address public immutable FACTORY;

    /// @inheritdoc IPaymentRouter
    mapping(bytes32 digest => bool) public used; // slot 0

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
        uint256 before;
        if (address(token) != address(0)) {
            before = balanceOf(token);
            token.safeTransferFrom(msg.sender, address(this), maxPrice);
            admit(token, before, maxPrice);
        }
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
        if (address(token) != address(0)) returnToken(token, before, msg.sender);
    }

    /// @inheritdoc IPaymentRouter
    function buyWithPermit(
        Request calldata request,
        address payer,
        uint256 c,
        uint256 z,
        bytes calldata signature,
        uint8 v,
        bytes32 r,
        bytes32 s,
        bytes calldata terms
    ) external lock returns (bytes32 order) {
        // Check
        inTime(request);
        bytes32 digest = request.digest(payer, block.chainid, address(this));
        if (used[digest]) revert PaymentRouter_Used(digest);
        if (!isSigned(payer, digest, signature)) revert PaymentRouter_NotSigned(payer, digest);

        // Effect
        used[digest] = true;

        // Interaction: whatever becomes of the permit, what is drawn has to be allowed, and was signed for above.
        (IERC20 token, uint256 before, uint256 value) = open(request, terms);
        if (v != 0) {
            LowLevelCall.callNoReturn(
                address(token),
                abi.encodeCall(IERC20Permit.permit, (payer, address(this), value, request.deadline, v, r, s))
            );
        }
        token.safeTransferFrom(payer, address(this), value);
        return spend(request, payer, c, z, token, before, value);
    }

    /// @inheritdoc IPaymentRouter
    function buyWithAuthorization(
        Request calldata request,
        address payer,
        uint256 c,
        uint256 z,
        uint8 v,
        bytes32 r,
        bytes32 s,
        bytes calldata terms
    ) external lock returns (bytes32 order) {
        // Check
        inTime(request);

        // Interaction: what comes from the payer shows that the token knew his signature. That nothing came would show
        // nothing, for there are tokens that take any call and do nothing.
        (IERC20 token, uint256 before, uint256 value) = open(request, terms);
        if (value == 0) revert PaymentRouter_NothingAuthorized();
        bytes32 nonce = request.hash(block.chainid, ESCROW);
        IERC3009(address(token)).receiveWithAuthorization(
            payer,
            address(this),
            value,
            0,
            request.deadline,
            nonce,
            v,
            r,
            s
        );
        return spend(request, payer, c, z, token, before, value);
    }

    /// @dev Whether a payer signed, by his key or by his account's code. Keys come first: one may have lent its address
    /// code (EIP-7702) that knows nothing of signatures.
    function isSigned(address payer, bytes32 digest, bytes calldata signature) private view returns (bool) {
        if (signature.length == 64) {
            (bytes32 r, bytes32 vs) = abi.decode(signature, (bytes32, bytes32));
            (address by, ECDSA.RecoverError failure, ) = ECDSA.tryRecover(digest, r, vs);
            if (failure == ECDSA.RecoverError.NoError && by == payer) return true;
        }
        return SignatureChecker.isValidERC1271SignatureNowCalldata(payer, digest, signature);
    }

    function inTime(Request calldata request) private view {
        if (block.timestamp > request.deadline) revert PaymentRouter_Expired(block.timestamp, request.deadline);
    }

    /// @dev Deploys the product, if there are terms. Says what it is paid with, how much of that the router holds before,
    /// and how much the request takes. The token is the product's own, or the escrow will refuse the offer's hash.
    function open(
        Request calldata request,
        bytes calldata terms
    ) private returns (IERC20 token, uint256 before, uint256 value) {
        if (terms.length != 0) IProductFactory(FACTORY).deploy(terms);
        token = IERC20(request.offer.token);
        return (token, balanceOf(token), uint256(request.maxPrice) + request.tip);
    }

    /// @dev Buys with what was drawn, pays the sender's tip, and returns the rest to the payer.
    function spend(
        Request calldata request,
        address payer,
        uint256 c,
        uint256 z,
        IERC20 token,
        uint256 before,
        uint256 value
    ) private returns (bytes32 order) {
        admit(token, before, value);
        order = IEscrow(ESCROW).buyFor(
            payer,
            request.product,
            request.tier,
            request.releaseKey,
            c,
            z,
            Signing.offerHash(request.offer),
            request.maxPrice,
            request.refundTo,
            request.data
        );
        if (request.tip != 0) token.safeTransfer(msg.sender, request.tip);
        returnToken(token, before, payer);
    }

    function balanceOf(IERC20 token) private view returns (uint256) {
        if (address(token).code.length == 0) revert PaymentRouter_NoToken(address(token));
        return token.balanceOf(address(this));
    }

    /// @dev Sees that exactly an amount was drawn, and lets the escrow have it. Its allowance is a standing one: the
    /// router holds nothing between purchases, and the escrow draws from it only in them.
    function admit(IERC20 token, uint256 before, uint256 amount) private {
        uint256 held = token.balanceOf(address(this));
        if (held != before + amount) revert PaymentRouter_TokenMoved(held, before + amount);
        if (token.allowance(address(this), ESCROW) < amount) token.forceApprove(ESCROW, type(uint256).max);
    }

    function returnCoin(uint256 amount) private {
        if (amount == 0) return;
        if (!LowLevelCall.callNoReturn(msg.sender, amount, "")) revert PaymentRouter_SendFailed(msg.sender, amount);
    }

    function returnToken(IERC20 token, uint256 before, address to) private {
        uint256 left = token.balanceOf(address(this)) - before;
        if (left != 0) token.safeTransfer(to, left);
    }
}
