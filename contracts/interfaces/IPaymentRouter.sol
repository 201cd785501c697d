// SPDX-License-Identifier: MIT
pragma solidity >=0.8.4;

/// @title Buys in ways that need more than one call.
/// @notice Everything that calls out on a payer's behalf stands here, apart from the money. The escrow trusts its
/// router with one thing: to name a payer that it authenticated. Between two transactions the router holds nothing.
interface IPaymentRouter {
    /// @notice Coin came from somebody else than the escrow.
    error PaymentRouter_NotEscrow(address caller, address escrow);
    /// @notice Coin could not be sent back.
    error PaymentRouter_SendFailed(address to, uint256 amount);
    /// @notice The router was called back while it paid.
    error PaymentRouter_Locked();

    /// @notice There is no contract at the token's address.
    error PaymentRouter_NoToken(address token);

    /// @notice The escrow that deployed this router.
    function ESCROW() external view returns (address);

    /// @notice The escrow's product factory.
    function FACTORY() external view returns (address);

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
}
