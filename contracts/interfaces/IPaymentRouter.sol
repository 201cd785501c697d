// SPDX-License-Identifier: MIT
pragma solidity >=0.8.4;

/// @notice What the payer agrees to of an offer: all but the price. keccak256 of its encoding is the offer's hash.
/// @dev Each field as in Offer.
struct Conditions {
    address publisher;
    address token;
    address committee;
    bytes32 groupKey;
    uint16 feeBps;
    uint8 confirmations;
}

/// @notice A purchase that a payer signs and somebody else sends.
/// @param product What is bought.
/// @param tier Which degree of it.
/// @param releaseKey The buyer's one-time key B, affine. Whoever holds b opens the product: in a gift that is not the payer.
/// @param offer What the product has to offer; its token is what is paid with.
/// @param maxPrice The most that the product may cost. What the price leaves goes back to the payer.
/// @param refundTo Who gets the money if no release comes. In a gift that is the giver, unless he says otherwise.
/// @param data Whatever the product asks of a buyer.
/// @param tip What whoever sends the request gets, on top of the price, in the same token.
/// @param deadline The last second in which the request may be sent; an authorization ends a second earlier.
struct Request {
    address product;
    uint8 tier;
    bytes32[3] releaseKey;
    Conditions offer;
    uint96 maxPrice;
    address refundTo;
    bytes data;
    uint96 tip;
    uint40 deadline;
}

/// @title Buys in ways that need more than one call.
/// @notice Everything that calls out on a payer's behalf stands here, apart from the money. The escrow trusts its
/// router with one thing: to name a payer that it authenticated. Between two transactions the router holds nothing.
///
/// A signed request can be sent by anybody who sees it. All that he can choose is who sends it, which earns the tip,
/// and the proof (c, z), which is a witness: nodes and disputes take any valid one. So a copier does the sender's work.
interface IPaymentRouter {
    /// @notice Coin came from somebody else than the escrow.
    error PaymentRouter_NotEscrow(address caller, address escrow);
    /// @notice Coin could not be sent back.
    error PaymentRouter_SendFailed(address to, uint256 amount);
    /// @notice The router was called back while it paid.
    error PaymentRouter_Locked();

    /// @notice There is no contract at the token's address.
    error PaymentRouter_NoToken(address token);
    /// @notice The token moved another amount than it was told to.
    error PaymentRouter_TokenMoved(uint256 held, uint256 expected);

    /// @notice The request came after its deadline.
    error PaymentRouter_Expired(uint256 time, uint256 deadline);
    /// @notice The request is not signed by its payer.
    error PaymentRouter_NotSigned(address payer, bytes32 digest);
    /// @notice What was signed has bought already.
    error PaymentRouter_Used(bytes32 digest);
    /// @notice An authorization to transfer nothing does not show who gave it.
    error PaymentRouter_NothingAuthorized();

    /// @notice The escrow that deployed this router.
    function ESCROW() external view returns (address);

    /// @notice The escrow's product factory.
    function FACTORY() external view returns (address);

    /// @notice Whether a request that was signed for `buyWithPermit` has bought.
    /// @param digest The request's, see there.
    function used(bytes32 digest) external view returns (bool);

    /// @notice Deploys the product of these terms, if need be, and buys one of its tiers for the sender.
    /// @dev A product priced in coin takes it from `msg.value`; one priced in a token draws `maxPrice` from the
    /// sender's allowance to this router. What the price leaves of either goes back to the sender.
    ///
    /// Requirements:
    /// - Those of IProductFactory.deploy and of IEscrow.buy; the sender is the payer.
    /// - A token moves exactly what it was told to: see IEscrow.buy.
    /// @param terms The product's packed terms.
    /// @return product The product.
    /// @return order The order's hash.
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
    ) external payable returns (address product, bytes32 order);

    /// @notice Buys for a payer who signed the request, out of his allowance to this router, which he may have signed, too.
    /// @dev The request is signed by EIP-712 under {name "Shrinkwrap", version "1", chainId, verifyingContract: this router}:
    ///
    ///     Request(address payer,address product,uint8 tier,bytes32[3] releaseKey,Conditions offer,uint96 maxPrice,address refundTo,bytes data,uint96 tip,uint40 deadline)
    ///     Conditions(address publisher,address token,address committee,bytes32 groupKey,uint16 feeBps,uint8 confirmations)
    ///
    /// v, r and s sign EIP-2612's permit for this router, of `maxPrice` + `tip` until `deadline`. If the token refuses it,
    /// for instance since somebody copied and sent it before, or if v is 0, so that none is sent, the allowance decides.
    ///
    /// Requirements:
    /// - The time is not after the deadline.
    /// - The signature is the payer's: 64 bytes (EIP-2098) by his key, or whatever his account takes (EIP-1271).
    /// - The same request was not sent before: one signature buys once.
    /// - `maxPrice` + `tip` are there and allowed, and the token moves exactly what it was told to.
    /// - Those of IEscrow.buy, and of IProductFactory.deploy if there are terms.
    /// @param c The proof of knowledge of b, with `z`: a witness, which nobody signs.
    /// @param terms The product's packed terms if it has to be deployed, else nothing.
    /// @return order The order's hash.
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
    ) external returns (bytes32 order);

    /// @notice Buys for a payer who authorized this router to receive what it takes (EIP-3009).
    /// @dev He signs the token's ReceiveWithAuthorization, by which nobody but this router can take it, with `to` this
    /// router, `value` `maxPrice` + `tip`, `validAfter` 0, `validBefore` `deadline` and the request as its `nonce`:
    ///
    ///     keccak256(abi.encode(chainId, escrow, product, tier, releaseKey, keccak256(abi.encode(offer)), maxPrice, refundTo, keccak256(data), tip, deadline))
    ///
    /// Requirements:
    /// - The time is before the deadline.
    /// - The signature is the payer's, as the token sees it, and was not used or cancelled.
    /// - `maxPrice` + `tip` are not 0 and there, and the token moves exactly what it was told to.
    /// - Those of IEscrow.buy, and of IProductFactory.deploy if there are terms.
    /// @param c The proof of knowledge of b, with `z`: a witness, which nobody signs.
    /// @param terms The product's packed terms if it has to be deployed, else nothing.
    /// @return order The order's hash.
    function buyWithAuthorization(
        Request calldata request,
        address payer,
        uint256 c,
        uint256 z,
        uint8 v,
        bytes32 r,
        bytes32 s,
        bytes calldata terms
    ) external returns (bytes32 order);
}
