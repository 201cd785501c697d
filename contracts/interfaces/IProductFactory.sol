// SPDX-License-Identifier: MIT
pragma solidity >=0.8.4;

/// @title Deploys products at addresses known beforehand.
/// @notice A product's address follows from its terms alone, so that a publisher can print it before it exists and any
/// buyer can deploy it. The terms' layout is ITermsProduct's.
interface IProductFactory {
    /// @notice The terms do not hold 1 to 64 whole tiers.
    error ProductFactory_WrongLength(uint256 length);
    /// @notice The terms name nobody to pay.
    error ProductFactory_NoPublisher();
    /// @notice The terms name nobody who signs.
    error ProductFactory_NoSigner();
    /// @notice The committee's fee is too high.
    error ProductFactory_FeeTooHigh(uint256 feeBps, uint256 most);

    /// @notice A product was deployed.
    event ProductDeployed(address indexed product, address indexed signer);

    /// @notice The contract that every product delegates to.
    function TEMPLATE() external view returns (address);

    /// @notice Deploys the product of these terms, or finds it already deployed.
    /// @dev Emits ProductDeployed, unless the product exists.
    ///
    /// Requirements:
    /// - The terms hold 1 to 64 tiers and nothing more.
    /// - Publisher and signer are not zero.
    /// - The fee is at most 1,000 hundredths of a percent.
    /// @param terms The packed terms.
    /// @return product CREATE2(this factory, salt 0, clone with immutable arguments of TEMPLATE ‖ terms).
    function deploy(bytes calldata terms) external returns (address product);

    /// @notice The address of the product of these terms, deployed or not.
    /// @dev Requirements: those of `deploy`.
    function addressOf(bytes calldata terms) external view returns (address product);
}
