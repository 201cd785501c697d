// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";
import {FixedPointMathLib} from "solady/src/utils/FixedPointMathLib.sol";

import {IEscrow, Leaf, OrderState} from "../interfaces/IEscrow.sol";
import {Account, Balance, Pending, nameAccount} from "../libraries/Account.sol";

/// The only slot of an order, written when it is disputed or refunded.
struct Dispute {
    address by; // who gets the bond back
    uint40 deadline; // of the answer
    OrderState state;
    uint48 bondGwei;
}

/// @title What the parts of the escrow share: its storage, its lock, its clock, and how money leaves.
abstract contract Ledger is IEscrow {
    /// @dev The bytes of abi.encode(leaf): sixteen words.
    uint256 internal constant LEAF_SIZE = 16 * 32;

    /// How much gas a receiver gets who must not hold up others, and how much must be left before it is called, so
    /// that its 63/64 are no less. A caller cannot make a delivery fail by being stingy.
    uint256 private constant PUSH_GAS = 200_000;
    uint256 private constant PUSH_NEEDS = 225_000;

    mapping(bytes32 account => Account) internal accounts; // slot 0
    mapping(bytes32 order => Dispute) internal disputes; // slot 1
    /// @inheritdoc IEscrow
    mapping(address token => mapping(address owner => uint256)) public claims; // slot 2

    /// @inheritdoc IEscrow
    uint256 public immutable WINDOW;
    /// @inheritdoc IEscrow
    uint256 public immutable ANSWER;
    /// @inheritdoc IEscrow
    uint256 public immutable BOND_FLOOR;

    uint256 private transient locked;

    /// @dev One lock over all entry points: nothing that they call can call back.
    modifier lock() {
        if (locked != 0) revert Escrow_Locked();
        locked = 1;
        _;
        locked = 0;
    }

    /// @dev A day to dispute and a day to answer on the main net and its test nets. Three and two elsewhere, where a
    /// sequencer may be down for a day, and where the bond has to cover the cost of data that no base fee shows.
    constructor() {
        uint256 id = block.chainid;
        bool layerOne = id == 1 || id == 11155111 || id == 560048 || id == 1337 || id == 31337;
        (WINDOW, ANSWER, BOND_FLOOR) = layerOne ? (1 days, 1 days, 0.0001 ether) : (3 days, 2 days, 0.0005 ether);
    }

    /// @dev What an account has pending in this epoch. What matured before it is credited; the caller stores the rest.
    /// WINDOW is not zero: a raw division will do.
    function mature(Account storage account, uint256 feeBps) internal returns (Pending pending) {
        uint256 matured;
        (pending, matured) = account.pending.roll(FixedPointMathLib.rawDiv(block.timestamp, WINDOW));
        if (matured != 0) credit(account, matured, feeBps);
    }

    /// @dev Makes an amount due, less the committee's fee. At most 2^32 amounts below 2^96 ever come to an account:
    /// their sum fits.
    function credit(Account storage account, uint256 amount, uint256 feeBps) internal {
        uint256 fee = (amount * feeBps) / 10_000;
        Balance memory balance = account.balance;
        account.balance = Balance(balance.matured + uint128(amount - fee), balance.fees + uint128(fee));
    }

    /// @dev The name of an order, keccak256(abi.encode(leaf)). A field that is not clean makes it no order's name.
    function hash(Leaf calldata leaf) internal pure returns (bytes32 order) {
        assembly ("memory-safe") {
            let free := mload(0x40)
            calldatacopy(free, leaf, LEAF_SIZE)
            order := keccak256(free, LEAF_SIZE)
        }
    }

    function accountOf(Leaf calldata leaf) internal pure returns (bytes32) {
        return nameAccount(leaf.publisher, leaf.token, leaf.committee, leaf.feeBps);
    }

    /// @dev Pays, or reverts.
    function pay(address token, address to, uint256 amount) internal {
        if (token != address(0)) return SafeERC20.safeTransfer(IERC20(token), to, amount);
        if (!LowLevelCall.callNoReturn(to, amount, "")) revert Escrow_SendFailed(to, amount);
    }

    /// @dev Pays, or leaves a claim: a receiver who cannot be paid holds up nobody.
    function payOrOwe(address token, address to, uint256 amount) internal {
        if (amount == 0) return;
        if (gasleft() < PUSH_NEEDS) revert Escrow_GasTooLow(gasleft(), PUSH_NEEDS);
        if (token == address(0) ? pushCoin(to, amount) : pushToken(token, to, amount)) return;
        claims[token][to] += amount;
        emit Undelivered(token, to, amount);
    }

    function pushCoin(address to, uint256 amount) private returns (bool ok) {
        assembly ("memory-safe") {
            ok := call(PUSH_GAS, to, amount, 0, 0, 0, 0)
        }
    }

    function pushToken(address token, address to, uint256 amount) private returns (bool) {
        (bool ok, bytes memory answer) = token.call{gas: PUSH_GAS}(abi.encodeCall(IERC20.transfer, (to, amount)));
        return ok && (answer.length == 0 ? token.code.length != 0 : bytes32(answer) == bytes32(uint256(1)));
    }
}
