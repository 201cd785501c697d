// SPDX-License-Identifier: MIT
pragma solidity >=0.8.4;

/// @notice One order. Its name is keccak256(abi.encode(leaf)), sixteen words.
/// @param product The contract that made the offer.
/// @param tier The degree of the product that was bought.
/// @param index The order's number in its account's log, from 0.
/// @param time Unix seconds of the purchase.
/// @param payer Who paid. Information: no rule uses it.
/// @param refundTo Who gets the money back.
/// @param publisher Who is paid.
/// @param token What was paid with, zero for the native coin.
/// @param committee Who earns the fee.
/// @param feeBps The fee, in hundredths of a percent.
/// @param confirmations The depth that the offer asked for, 0 meaning 1 and 255 meaning finalised.
/// @param groupKey keccak256(P ‖ Q) of the committee whose release is owed.
/// @param amount What was paid, in the token's base units.
/// @param releaseKey The buyer's one-time key B, affine.
struct Leaf {
    address product;
    uint8 tier;
    uint32 index;
    uint40 time;
    address payer;
    address refundTo;
    address publisher;
    address token;
    address committee;
    uint16 feeBps;
    uint8 confirmations;
    bytes32 groupKey;
    uint96 amount;
    bytes32[3] releaseKey;
}

/// @notice What became of an order. None leads to Disputed or Refunded, Disputed to Answered or Refunded.
enum OrderState {
    None,
    Disputed,
    Answered,
    Refunded
}

/// @title Holds the money of all orders, logs them, and settles them.
/// @notice A buyer pays, a committee releases the key of what was paid for, and the money becomes the publisher's after
/// one to two windows. Whoever sees no release disputes while the money is pending: then the committee answers with the
/// release on chain, or the money goes back.
///
/// Money is kept by account, keccak256(abi.encode(publisher, token, committee, feeBps)): pending in two buckets, one
/// for each epoch of WINDOW seconds, then matured, less the committee's fee. Each account logs its orders in a Merkle
/// mountain range, so that nothing is stored for a single order until it is disputed.
///
/// Points are affine and big-endian without padding: G1 is x ‖ y in 96 bytes, G2 is x.c0 ‖ x.c1 ‖ y.c0 ‖ y.c1 in 192.
///
/// @dev One lock over all functions that change state, a product's `offer` included.
///
/// Tokens are assumed to:
/// - revert or answer false when a transfer fails; answering nothing is success if there is code,
/// - move exactly the amount they are told to (checked at each purchase: a fee on transfers makes it revert),
/// - not change a holder's balance by themselves. If one does, the shortfall stays within that token.
/// A token that blocks a receiver blocks that receiver alone. One of which more than 2^96 base units exist can have an
/// account's bucket filled for a window: purchases then revert, and nothing is lost.
interface IEscrow {
    /// @notice A contract that the escrow called, called back.
    error Escrow_Locked();
    /// @notice The chain lacks the precompiles of EIP-2537.
    error Escrow_NoPairing();
    /// @notice There is no contract at the product's address.
    error Escrow_NoProduct(address product);
    /// @notice The product answered fewer bytes than an offer has.
    error Escrow_ShortOffer(uint256 length, uint256 least);
    /// @notice The offer is not the one that the buyer agreed to.
    error Escrow_OfferChanged(bytes32 offered, bytes32 agreed);
    /// @notice The price is above the highest that the buyer named.
    error Escrow_TooDear(uint256 price, uint256 maxPrice);
    /// @notice The committee's fee is too high.
    error Escrow_FeeTooHigh(uint256 feeBps, uint256 most);
    /// @notice The purchase names nobody to refund.
    error Escrow_NoRefundTo();
    /// @notice Too little coin came with the call.
    error Escrow_TooLittle(uint256 value, uint256 least);
    /// @notice Coin came with a purchase in a token.
    error Escrow_CoinWithToken(uint256 value);
    /// @notice There is no contract at the token's address.
    error Escrow_NoToken(address token);
    /// @notice The token did not move exactly the price.
    error Escrow_TokenMoved(uint256 balance, uint256 expected);
    /// @notice An account cannot take more in this epoch.
    error Escrow_BucketFull(uint256 amount, uint256 most);
    /// @notice An account's log cannot take more orders.
    error Escrow_LogFull(uint256 orders);
    /// @notice Coin could not be sent.
    error Escrow_SendFailed(address to, uint256 amount);
    /// @notice What gas is left might not be enough to deliver money.
    error Escrow_GasTooLow(uint256 left, uint256 least);
    /// @notice Somebody else than the router called.
    error Escrow_NotRouter(address caller, address router);
    /// @notice Nothing in the account has matured, or no fee.
    error Escrow_NothingDue(bytes32 account);
    /// @notice There is no undelivered money of the owner's.
    error Escrow_NothingToClaim(address token, address owner);
    /// @notice The path does not lead from the order to a peak of its account's log.
    error Escrow_NotLogged(bytes32 account, bytes32 order);
    /// @notice The order's money belongs to the publisher already.
    error Escrow_Matured(uint256 orderEpoch, uint256 epoch);
    /// @notice The order is not in the state that the call needs.
    error Escrow_WrongState(bytes32 order, OrderState state, OrderState needed);
    /// @notice The proof of knowledge does not verify.
    error Escrow_WrongProof(bytes32 order);
    /// @notice P and Q are not those of the order's group key.
    error Escrow_WrongGroupKey(bytes32 given, bytes32 needed);
    /// @notice The release does not verify.
    error Escrow_WrongRelease(bytes32 order);
    /// @notice Not all releases of a batch verify.
    error Escrow_WrongReleases(uint256 orders);
    /// @notice No order of a batch is open to an answer.
    error Escrow_NoneOpen(uint256 orders);
    /// @notice The deadline for an answer has passed.
    error Escrow_TooLate(uint256 time, uint256 deadline);
    /// @notice The deadline for an answer has not passed.
    error Escrow_TooEarly(uint256 time, uint256 deadline);
    /// @notice Somebody else than the publisher called.
    error Escrow_NotPublisher(address caller, address publisher);
    /// @notice There is not one release for each order.
    error Escrow_LengthsDiffer(uint256 orders, uint256 releases);

    /// @notice An order was paid. The key is the first word of the release key. (c, z) is what the payer gave as proof
    /// of knowledge of its logarithm; the escrow did not look at it.
    event PaymentConfirmed(
        bytes32 indexed account,
        address indexed product,
        bytes32 indexed key,
        Leaf leaf,
        uint256 c,
        uint256 z
    );

    /// @notice An order is disputed until the deadline, Unix seconds, with a proof (c, z) that verified.
    event Disputed(bytes32 indexed order, address by, uint256 deadline, uint256 c, uint256 z);

    /// @notice A dispute was answered with the release U = s·(id + B).
    event KeyReleased(bytes32 indexed order, bytes32[3] U);

    /// @notice An order's money went back.
    event Refunded(bytes32 indexed order, address by);

    /// @notice A publisher's matured money was paid out.
    event Withdrawn(bytes32 indexed account, address indexed to, uint256 amount);

    /// @notice A committee's fees were paid out.
    event Collected(bytes32 indexed account, address indexed to, uint256 amount);

    /// @notice Money that could not be delivered waits for its owner.
    event Undelivered(address indexed token, address indexed owner, uint256 amount);

    /// @notice Undelivered money was paid out.
    event Claimed(address indexed token, address indexed owner, address indexed to, uint256 amount);

    /// @notice Buys one tier of a product for the sender.
    /// @dev The price is taken from `msg.value`, whose surplus goes back to the sender, or from the sender's allowance.
    /// Emits PaymentConfirmed.
    ///
    /// Requirements:
    /// - The product has code and makes an offer, whose hash keccak256(abi.encode(publisher, token, committee,
    ///   groupKey, feeBps, confirmations)) is `offerHash` and whose price is at most `maxPrice`.
    /// - The offer's fee is at most 1,000 hundredths of a percent.
    /// - `refundTo` is not zero.
    /// - In coin: `msg.value` covers the price. In a token: the token has code, `msg.value` is zero, and the escrow's
    ///   balance grows by exactly the price.
    ///
    /// Warning: neither the release key nor its proof is checked. No release can be had, and no dispute opened, for a
    /// key whose owner cannot prove to know its logarithm.
    ///
    /// Warning: a release key must never be used for a second product or tier, nor one that differs by a known sum.
    /// @param product What is bought.
    /// @param tier Which degree of it.
    /// @param releaseKey The buyer's one-time key B.
    /// @param c The proof's challenge.
    /// @param z The proof's answer.
    /// @param offerHash The offer that the buyer agreed to.
    /// @param maxPrice The highest price that the buyer agreed to.
    /// @param refundTo Who gets the money if no release comes.
    /// @param data Passed on to the product.
    /// @return order The order's hash.
    function buy(
        address product,
        uint8 tier,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z,
        bytes32 offerHash,
        uint96 maxPrice,
        address refundTo,
        bytes calldata data
    ) external payable returns (bytes32 order);

    /// @notice Buys for a payer whom the router authenticated. The price comes from the router, the surplus goes there.
    /// @dev Requirements: those of `buy`, and the sender is ROUTER.
    function buyFor(
        address payer,
        address product,
        uint8 tier,
        bytes32[3] calldata releaseKey,
        uint256 c,
        uint256 z,
        bytes32 offerHash,
        uint96 maxPrice,
        address refundTo,
        bytes calldata data
    ) external payable returns (bytes32 order);

    /// @notice Pays a publisher all that has matured in an account. Anyone may. Emits Withdrawn.
    /// @dev Requirements: something is due, and the publisher can receive it (else see `withdrawTo`).
    function withdraw(
        address publisher,
        address token,
        address committee,
        uint16 feeBps
    ) external returns (uint256 amount);

    /// @notice Pays all that has matured in an account of the sender's to another address. Emits Withdrawn.
    /// @dev Requirements: something is due, and `to` can receive it.
    function withdrawTo(address token, address committee, uint16 feeBps, address to) external returns (uint256 amount);

    /// @notice Pays the fees of an account, whose committee is the sender, to an address. Emits Collected.
    /// @dev Requirements: something is due, and `to` can receive it.
    function collect(address publisher, address token, uint16 feeBps, address to) external returns (uint256 amount);

    /// @notice Demands an answer, on chain, for an order whose money is pending. Anyone may.
    /// @dev Takes the order's money out of its account and a bond out of `msg.value`, whose surplus goes back to the
    /// sender. The bond comes back with the refund, or is the committee's if the order is answered. Emits Disputed.
    ///
    /// Requirements:
    /// - `path` proves the order (see `proven`), which was neither disputed nor refunded before.
    /// - The order was made in this epoch or the one before.
    /// - (c, z) proves knowledge of the release key's logarithm at the order's place.
    /// - `msg.value` is at least `bond()`.
    function dispute(Leaf calldata leaf, bytes32[] calldata path, uint256 c, uint256 z) external payable;

    /// @notice Answers a dispute with the release. Anyone may. The publisher is credited at once, and the committee's
    /// fee balance of the publisher's account in coin gets the bond. Emits KeyReleased.
    /// @dev Requirements:
    /// - The order is disputed and its deadline has not passed.
    /// - keccak256(P ‖ Q) is the order's groupKey.
    /// - U is not the identity and e(U, h) = e(id + B, Q).
    function answer(Leaf calldata leaf, bytes32[3] calldata P, bytes32[6] calldata Q, bytes32[3] calldata U) external;

    /// @notice Answers many disputes of one group key with one pairing check.
    /// @dev Orders that are no longer open to an answer are passed over, so that one of them cannot hold up the rest.
    /// Orders of one tier that stand together share the computation of its identity. Emits KeyReleased for each.
    ///
    /// Requirements:
    /// - At least one of the orders is open to an answer.
    /// - All of those meet the requirements of `answer`.
    function answerMany(
        Leaf[] calldata leaves,
        bytes32[3] calldata P,
        bytes32[6] calldata Q,
        bytes32[3][] calldata U
    ) external;

    /// @notice Gives back an order's money and the bond of its dispute, which nobody answered in time. Anyone may.
    /// @dev What a receiver does not take within 200,000 gas waits for it as a claim. Emits Refunded.
    /// Requirements: the order is disputed, its deadline has passed.
    function refund(Leaf calldata leaf) external;

    /// @notice Gives back an order's money by its publisher's will, while it is pending or disputed; the bond of a
    /// dispute goes back with it.
    /// @dev What a receiver does not take within 200,000 gas waits for it as a claim. Emits Refunded.
    ///
    /// Requirements:
    /// - The sender is the order's publisher, and `path` proves the order.
    /// - The order was neither answered nor refunded before.
    /// - Unless disputed, it was made in this epoch or the one before.
    function refundByPublisher(Leaf calldata leaf, bytes32[] calldata path) external;

    /// @notice Pays what could not be delivered to the sender to another address. Emits Claimed.
    /// @dev Requirements: something is due, and `to` can receive it.
    function claimTo(address token, address to) external returns (uint256 amount);

    /// @notice What became of an order: its state, who disputed it, until when an answer is in time, and the bond.
    function orderState(
        bytes32 order
    ) external view returns (OrderState state, address by, uint40 deadline, uint256 bondPaid);

    /// @notice An account as it was last written: the epoch of that, the number of its orders, what that epoch and the
    /// one before brought in, and what is due to publisher and committee.
    /// @dev With now = block.timestamp / WINDOW: `previous` has matured if epoch < now, `current` if epoch + 1 < now.
    function accountState(
        bytes32 account
    )
        external
        view
        returns (uint32 epoch, uint32 count, uint96 current, uint96 previous, uint128 matured, uint128 fees);

    /// @notice The newest node of each height in an account's log, zero where there never was one.
    function peaks(bytes32 account) external view returns (bytes32[32] memory);

    /// @notice Undelivered money that waits for its owner.
    function claims(address token, address owner) external view returns (uint256);

    /// @notice The hash of an order that was truly paid here; reverts for any other.
    /// @dev A path of length h is accepted if it leads from the order, left and right by the bits of its index, to the
    /// peak of height h. Peaks are overwritten, never cleared, so that paths outlive later orders.
    ///
    /// Warning: a refunded order is proven as well. See `orderState`.
    function proven(Leaf calldata leaf, bytes32[] calldata path) external view returns (bytes32 order);

    /// @notice What a dispute costs now beside its gas: max(BOND_FLOOR, 2 · basefee · 200,000), in whole gwei.
    /// @dev Warning: many endpoints run calls with a base fee of zero. Compute it from the block's, or add to it.
    function bond() external view returns (uint256);

    /// @notice The length of an epoch, in seconds.
    function WINDOW() external view returns (uint256);

    /// @notice How long a dispute waits for its answer, in seconds.
    function ANSWER() external view returns (uint256);

    /// @notice The smallest bond, in wei.
    function BOND_FLOOR() external view returns (uint256);

    /// @notice The contract that may name a payer.
    function ROUTER() external view returns (address);

    /// @notice The factory of products that trust this escrow.
    function FACTORY() external view returns (address);
}
