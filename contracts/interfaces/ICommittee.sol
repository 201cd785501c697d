// SPDX-License-Identifier: MIT
pragma solidity >=0.8.4;

/// @title The operators who together hold one key.
/// @notice A committee forms off chain by distributed key generation, with this contract as its bulletin board: every
/// operator confirms the same result, and the committee is active once all of them did. Its list, threshold and fee
/// never change. What it earns is split equally, and each operator pulls its own part.
///
/// State: forming, until all confirmed; then active, for good.
interface ICommittee {
    /// @notice There are no operators, more than 32, or not one URL for each.
    error Committee_WrongCount(uint256 operators, uint256 urls);
    /// @notice The threshold is not from 1 to the number of operators.
    error Committee_BadThreshold(uint256 threshold, uint256 operators);
    /// @notice The fee is too high.
    error Committee_FeeTooHigh(uint256 feeBps, uint256 most);
    /// @notice An operator is zero or named twice.
    error Committee_BadOperator(address operator);
    /// @notice Somebody else than an operator called.
    error Committee_NotOperator(address caller);
    /// @notice The committee is active: its keys are fixed.
    error Committee_Active(bytes32 groupKey);
    /// @notice There is not one verification key for each operator.
    error Committee_WrongKeys(uint256 keys, uint256 operators);
    /// @notice P and Q have not the same logarithm, or are no points.
    error Committee_NoGroupKey();
    /// @notice Coin came from somebody else than the escrow.
    error Committee_NotEscrow(address caller, address escrow);
    /// @notice The operator has nothing to pull.
    error Committee_NothingDue(address operator, address token);
    /// @notice Coin could not be sent.
    error Committee_SendFailed(address to, uint256 amount);
    /// @notice The committee was called back while it paid.
    error Committee_Locked();

    /// @notice A result was put forward for the first time: the group key (P, Q), each operator's V_i = s_i·h in the
    /// order of the list, and the hash of the ceremony's transcript. The digest names it.
    event Proposed(
        bytes32 indexed digest,
        bytes32 indexed groupKey,
        bytes32[3] P,
        bytes32[6] Q,
        bytes32[6][] V,
        bytes32 transcript
    );

    /// @notice An operator confirmed a result, and no longer the one before.
    event Confirmed(address indexed operator, bytes32 indexed digest);

    /// @notice All operators confirmed the same result.
    event Activated(bytes32 indexed groupKey, bytes32 indexed digest);

    /// @notice An operator can be reached elsewhere.
    event Moved(address indexed operator, string url);

    /// @notice An operator took its part.
    event Pulled(address indexed operator, address indexed token, address indexed to, uint256 amount);

    /// @notice The escrow that fees come from.
    function ESCROW() external view returns (address);

    /// @notice How many operators a release needs.
    function THRESHOLD() external view returns (uint16);

    /// @notice The fee, in hundredths of a percent of a price.
    function FEE_BPS() external view returns (uint16);

    /// @notice All operators, share 1 first.
    function operators() external view returns (address[] memory);

    /// @notice Where an operator's node is reached.
    function url(address operator) external view returns (string memory);

    /// @notice keccak256(P ‖ Q) once the committee is active, zero before.
    function groupKey() external view returns (bytes32);

    /// @notice The digest that an operator confirmed, zero if none.
    function confirmed(address operator) external view returns (bytes32);

    /// @notice How many operators stand by a digest.
    function confirmations(bytes32 digest) external view returns (uint256);

    /// @notice What an operator could pull now.
    function due(address token, address operator) external view returns (uint256);

    /// @notice Confirms the result of the key generation, in the operator's own name.
    /// @dev An operator may change its mind until all agree, so that a mistake or a false first confirmation blocks
    /// nobody. Emits Proposed for a result not seen before, Confirmed, and Activated with the last confirmation.
    ///
    /// Requirements:
    /// - The sender is an operator and the committee is forming.
    /// - There is one V for each operator.
    /// - The first time that a result is seen: e(P, h) = e(g, Q), neither P nor Q the identity. Each operator checks
    ///   the V itself before it confirms.
    /// @param P The group key in G1, affine.
    /// @param Q The group key in G2, affine.
    /// @param V What verifies each operator's shares, in the order of the list.
    /// @param transcript The hash of the ceremony's messages.
    function confirm(
        bytes32[3] calldata P,
        bytes32[6] calldata Q,
        bytes32[6][] calldata V,
        bytes32 transcript
    ) external;

    /// @notice Says where the sender's node is now. Emits Moved.
    /// @dev Requirements: the sender is an operator.
    function move(string calldata newUrl) external;

    /// @notice Fetches the fees of one of a publisher's accounts from the escrow. Anyone may.
    /// @dev Requirements: those of IEscrow.collect.
    function collect(address publisher, address token) external returns (uint256 amount);

    /// @notice Pays the sender its part of all fees that were collected in a token. Emits Pulled.
    /// @dev Parts are equal; what does not divide waits for the next collection. Coin or tokens that somebody sent here
    /// are no fees, and nobody's.
    ///
    /// Requirements: the sender is an operator to whom something is due, and `to` can receive it.
    /// @param token Zero for the native coin.
    /// @param to Where it goes.
    function pull(address token, address to) external returns (uint256 amount);
}
