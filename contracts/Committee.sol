// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IERC20} from "@openzeppelin/contracts/token/ERC20/IERC20.sol";
import {SafeERC20} from "@openzeppelin/contracts/token/ERC20/utils/SafeERC20.sol";
import {LowLevelCall} from "@openzeppelin/contracts/utils/LowLevelCall.sol";

import {ICommittee} from "./interfaces/ICommittee.sol";
import {IEscrow} from "./interfaces/IEscrow.sol";
import {Release} from "./libraries/Release.sol";

/// @title Operators who together hold one key, and their fees.
contract Committee is ICommittee {
    using SafeERC20 for IERC20;

    /// What the ceremony is made for.
    uint256 private constant MAX_OPERATORS = 32;
    uint256 private constant MAX_FEE_BPS = 1_000;

    /// @inheritdoc ICommittee
    address public immutable ESCROW;
    /// @inheritdoc ICommittee
    uint16 public immutable THRESHOLD;
    /// @inheritdoc ICommittee
    uint16 public immutable FEE_BPS;

    address[] private members; // slot 0, in the order of their shares
    mapping(address operator => bool) private isOperator; // slot 1
    /// @inheritdoc ICommittee
    mapping(address operator => string) public url; // slot 2

    /// @inheritdoc ICommittee
    bytes32 public groupKey; // slot 3
    /// @inheritdoc ICommittee
    mapping(address operator => bytes32 digest) public confirmed; // slot 4
    /// @inheritdoc ICommittee
    mapping(bytes32 digest => uint256) public confirmations; // slot 5

    mapping(address token => uint256) private collectedEach; // slot 6, for every operator the same
    mapping(address token => uint256) private undivided; // slot 7
    mapping(address token => mapping(address operator => uint256)) private pulled; // slot 8

    uint256 private transient locked;

    /// @dev A balance is measured around a call: nothing else may move it meanwhile.
    modifier lock() {
        if (locked != 0) revert Committee_Locked();
        locked = 1;
        _;
        locked = 0;
    }

    modifier onlyOperator() {
        if (!isOperator[msg.sender]) revert Committee_NotOperator(msg.sender);
        _;
    }

    constructor(address escrow, address[] memory operators_, string[] memory urls_, uint16 threshold, uint16 feeBps) {
        uint256 n = operators_.length;
        if (n == 0 || n > MAX_OPERATORS || n != urls_.length) revert Committee_WrongCount(n, urls_.length);
        if (threshold == 0 || threshold > n) revert Committee_BadThreshold(threshold, n);
        if (feeBps > MAX_FEE_BPS) revert Committee_FeeTooHigh(feeBps, MAX_FEE_BPS);
        for (uint256 i = 0; i < n; ++i) {
            address operator = operators_[i];
            if (operator == address(0) || isOperator[operator]) revert Committee_BadOperator(operator);
            isOperator[operator] = true;
            url[operator] = urls_[i];
        }
        (members, ESCROW, THRESHOLD, FEE_BPS) = (operators_, escrow, threshold, feeBps);
    }

    /// @dev Only fees come as bare coin, from the escrow.
    receive() external payable {
        if (msg.sender != ESCROW) revert Committee_NotEscrow(msg.sender, ESCROW);
    }

    /// @inheritdoc ICommittee
    function confirm(
        bytes32[3] calldata P,
        bytes32[6] calldata Q,
        bytes32[6][] calldata V,
        bytes32 transcript
    ) external onlyOperator {
        // Check
        if (groupKey != 0) revert Committee_Active(groupKey);
        if (V.length != members.length) revert Committee_WrongKeys(V.length, members.length);
        bytes32 digest = keccak256(abi.encode(P, Q, V, transcript));
        bytes32 key = keccak256(abi.encodePacked(P, Q));
        bool first = confirmations[digest] == 0;
        if (first && !Release.isGroupKey(P, Q)) revert Committee_NoGroupKey();

        // Effect
        if (first) emit Proposed(digest, key, P, Q, V, transcript);
        bytes32 before = confirmed[msg.sender];
        if (before != 0) --confirmations[before];
        confirmed[msg.sender] = digest;
        emit Confirmed(msg.sender, digest);
        if (++confirmations[digest] == members.length) {
            groupKey = key;
            emit Activated(key, digest);
        }
    }

    /// @inheritdoc ICommittee
    function move(string calldata newUrl) external onlyOperator {
        url[msg.sender] = newUrl;
        emit Moved(msg.sender, newUrl);
    }

    /// @inheritdoc ICommittee
    function collect(address publisher, address token) external lock returns (uint256 amount) {
        // Interaction: what counts is what came, whatever a token says.
        uint256 before = balanceOf(token);
        IEscrow(ESCROW).collect(publisher, token, FEE_BPS, address(this));
        amount = balanceOf(token) - before;

        // Effect
        uint256 whole = undivided[token] + amount;
        collectedEach[token] += whole / members.length;
        undivided[token] = whole % members.length;
    }

    /// @inheritdoc ICommittee
    function pull(address token, address to) external lock onlyOperator returns (uint256 amount) {
        // Check
        amount = due(token, msg.sender);
        if (amount == 0) revert Committee_NothingDue(msg.sender, token);

        // Effect
        pulled[token][msg.sender] += amount;
        emit Pulled(msg.sender, token, to, amount);

        // Interaction
        if (token != address(0)) {
            IERC20(token).safeTransfer(to, amount);
        } else {
            if (!LowLevelCall.callNoReturn(to, amount, "")) revert Committee_SendFailed(to, amount);
        }
    }

    /// @inheritdoc ICommittee
    function due(address token, address operator) public view returns (uint256) {
        return isOperator[operator] ? collectedEach[token] - pulled[token][operator] : 0;
    }

    /// @inheritdoc ICommittee
    function operators() external view returns (address[] memory) {
        return members;
    }

    function balanceOf(address token) private view returns (uint256) {
        return token == address(0) ? address(this).balance : IERC20(token).balanceOf(address(this));
    }
}
