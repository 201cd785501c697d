// SPDX-License-Identifier: MIT
pragma solidity 0.8.37;

import {IEscrow, OrderState} from "../../interfaces/IEscrow.sol";
import {Offer} from "../../interfaces/IProduct.sol";
import {Bought, Purchase} from "../Fixture.sol";
import {BlockingToken} from "../mocks/BlockingToken.sol";
import {GasBurningToken} from "../mocks/GasBurningToken.sol";
import {FalseToken} from "../mocks/FalseToken.sol";
import {FeeToken} from "../mocks/FeeToken.sol";
import {LongAnswerToken} from "../mocks/LongAnswerToken.sol";
import {NoReturnToken} from "../mocks/NoReturnToken.sol";
import {OpenProduct} from "../mocks/OpenProduct.sol";
import {RebasingToken} from "../mocks/RebasingToken.sol";
import {ReenteringToken} from "../mocks/ReenteringToken.sol";
import {TurncoatToken} from "../mocks/TurncoatToken.sol";
import {TestToken} from "../tokens/TestToken.sol";
import {Trader} from "./Trader.t.sol";

/// @title The same, and beside everybody a zoo: tokens that turn at any time, in which others trade.
/// @notice What the escrow makes of their orders is not foretold, only that it is nobody else's affair: the books of coin
/// and of the honest tokens stay exact, the zoo's bonds included, which are coin.
contract ZooTrader is Trader {
    uint256 private constant GAS = 3_000_000; // what a call in a token that burns it may cost

    address[9] private zoo;
    OpenProduct private stall;
    Bought[] private sold;
    address private keeper; // sells
    address private visitor; // buys and disputes
    address private warden; // earns fees

    function setUp() public override {
        super.setUp();
        (keeper, visitor, warden) = (named("keeper"), named("visitor"), named("warden"));
        stall = new OpenProduct(offerIn(address(0)));
        zoo[0] = address(new NoReturnToken());
        zoo[1] = address(new FalseToken());
        zoo[2] = address(new FeeToken());
        zoo[3] = address(new BlockingToken());
        zoo[4] = address(new RebasingToken());
        zoo[5] = address(new GasBurningToken());
        zoo[6] = address(new LongAnswerToken());
        zoo[7] = address(new TurncoatToken());
        zoo[8] = address(new ReenteringToken());
    }

    function buyInZoo(uint256 kind, uint96 price, bool toHonest) external {
        address coin = zoo[bound(kind, 0, zoo.length - 1)];
        Offer memory o = Offer(keeper, coin, warden, groupKey, 333, uint96(bound(price, 0, 1 ether)), 1);
        stall.change(o);
        Purchase memory p = purchaseOf(address(stall), o, vm.toString(sold.length));
        p.refundTo = toHonest ? friend : visitor;
        (bool ok, ) = coin.call{gas: GAS}(abi.encodeCall(TestToken.mint, (visitor, o.price)));
        vm.prank(visitor);
        (ok, ) = coin.call{gas: GAS}(abi.encodeWithSignature("approve(address,uint256)", address(escrow), 1e30));
        vm.recordLogs();
        if (send(visitor, buyCall(p), 0)) sold.push(lastBought());
    }

    /// @dev Anything that can be done with an order, whether allowed or not.
    function settleInZoo(uint256 which, uint8 how) external {
        if (sold.length == 0) return;
        Bought memory b = sold[which % 2 == 0 ? sold.length - 1 : bound(which, 0, sold.length - 1)];
        address coin = b.leaf.token;
        settle(coin, how % 8);
        if (how % 8 == 3) send(keeper, abi.encodeCall(IEscrow.refundByPublisher, (b.leaf, pathOf(b.leaf))), 0);
        if (how % 8 == 5) send(visitor, abi.encodeCall(IEscrow.answer, (b.leaf, P, Q, releaseOf(b.leaf))), 0);
        if (how % 8 == 6) send(visitor, abi.encodeCall(IEscrow.refund, (b.leaf)), 0);
        if (how % 8 == 7) send(visitor, disputeCall(b), escrow.bond());
    }

    function settle(address coin, uint8 how) private {
        if (how == 0) send(visitor, abi.encodeCall(IEscrow.withdraw, (keeper, coin, warden, 333)), 0);
        if (how == 1) send(warden, abi.encodeCall(IEscrow.collect, (keeper, coin, 333, warden)), 0);
        if (how == 2) send(warden, abi.encodeCall(IEscrow.collect, (keeper, address(0), 333, warden)), 0);
        if (how == 4) send(visitor, abi.encodeCall(IEscrow.claimTo, (coin, visitor)), 0);
    }

    /// @dev A token becomes another.
    function turn(uint256 kind, uint256 how) external {
        address[4] memory who = [visitor, keeper, address(escrow), friend];
        kind = bound(kind, 0, 6);
        if (kind == 0) FalseToken(zoo[1]).refuse(how % 2 == 0);
        if (kind == 1) BlockingToken(zoo[3]).setBlocked(who[how % 4], how % 8 < 4);
        if (kind == 2) RebasingToken(zoo[4]).rebase(1 + (how % 2_000));
        if (kind == 3) GasBurningToken(zoo[5]).burnGas(how % 2 == 0);
        if (kind == 4) LongAnswerToken(zoo[6]).answerWith(32 + (how % 250_000));
        if (kind == 5) TurncoatToken(zoo[7]).become(TurncoatToken.Mood(how % 5));
        if (kind == 6) ReenteringToken(zoo[8]).arm(how % 2 == 0 ? address(escrow) : address(0), theft(how));
    }

    function seize() external {
        TurncoatToken(zoo[7]).seize(address(escrow));
    }

    /// @dev A call on somebody else's account.
    function theft(uint256 how) private view returns (bytes memory) {
        if (how % 4 == 0) return abi.encodeCall(IEscrow.withdraw, (publisher, address(0), committee, 333));
        return abi.encodeCall(IEscrow.withdraw, (publisher, address(token), committee, 333));
    }

    /// @dev The zoo has no coin but for bonds: those of its open disputes, and those that its answers earned.
    function liabilities(address coin) public view override returns (uint256 sum) {
        sum = super.liabilities(coin);
        if (coin != address(0)) return sum;
        for (uint256 i = 0; i < sold.length; ++i) {
            (OrderState state, , , uint256 bond) = escrow.orderState(sold[i].order);
            if (state == OrderState.Disputed) sum += bond;
        }
        bytes32 account = keccak256(abi.encode(keeper, address(0), warden, uint16(333)));
        return sum + feesOf(account);
    }

    /// @dev How many of the zoo's orders have come to a state.
    function zooCountOf(OrderState state) external view returns (uint256 n) {
        for (uint256 i = 0; i < sold.length; ++i) {
            if (stateOf(sold[i].order) == state) ++n;
        }
    }

    function disputeCall(Bought memory b) private view returns (bytes memory) {
        return abi.encodeCall(IEscrow.dispute, (b.leaf, pathOf(b.leaf), b.c, b.z));
    }

    function send(address who, bytes memory call, uint256 value) private returns (bool ok) {
        vm.deal(who, who.balance + value);
        vm.prank(who);
        (ok, ) = address(escrow).call{value: value, gas: GAS}(call);
    }
}
