// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package bindings

import (
	"bytes"
	"errors"
	"math/big"

	"github.com/ethereum/go-ethereum/accounts/abi"
	"github.com/ethereum/go-ethereum/accounts/abi/bind/v2"
	"github.com/ethereum/go-ethereum/common"
	"github.com/ethereum/go-ethereum/core/types"
)

// Reference imports to suppress errors if they are not otherwise used.
var (
	_ = bytes.Equal
	_ = errors.New
	_ = big.NewInt
	_ = common.Big1
	_ = types.BloomLookup
	_ = abi.ConvertType
)

// Conditions is an auto generated low-level Go binding around an user-defined struct.
type Conditions struct {
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	GroupKey      [32]byte
	FeeBps        uint16
	Confirmations uint8
}

// Request is an auto generated low-level Go binding around an user-defined struct.
type Request struct {
	Product    common.Address
	Tier       uint8
	ReleaseKey [3][32]byte
	Offer      Conditions
	MaxPrice   *big.Int
	RefundTo   common.Address
	Data       []byte
	Tip        *big.Int
	Deadline   *big.Int
}

// PaymentRouterMetaData contains all meta data concerning the PaymentRouter contract.
var PaymentRouterMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"time\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"deadline\",\"type\":\"uint256\"}],\"name\":\"PaymentRouter_Expired\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"PaymentRouter_Locked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"PaymentRouter_NoToken\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"name\":\"PaymentRouter_NotEscrow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"PaymentRouter_NotSigned\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"PaymentRouter_NothingAuthorized\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"PaymentRouter_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"held\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"expected\",\"type\":\"uint256\"}],\"name\":\"PaymentRouter_TokenMoved\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"PaymentRouter_Used\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"ESCROW\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FACTORY\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"}],\"internalType\":\"structConditions\",\"name\":\"offer\",\"type\":\"tuple\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"uint96\",\"name\":\"tip\",\"type\":\"uint96\"},{\"internalType\":\"uint40\",\"name\":\"deadline\",\"type\":\"uint40\"}],\"internalType\":\"structRequest\",\"name\":\"request\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"}],\"name\":\"buyWithAuthorization\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"components\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"}],\"internalType\":\"structConditions\",\"name\":\"offer\",\"type\":\"tuple\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"},{\"internalType\":\"uint96\",\"name\":\"tip\",\"type\":\"uint96\"},{\"internalType\":\"uint40\",\"name\":\"deadline\",\"type\":\"uint40\"}],\"internalType\":\"structRequest\",\"name\":\"request\",\"type\":\"tuple\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes\",\"name\":\"signature\",\"type\":\"bytes\"},{\"internalType\":\"uint8\",\"name\":\"v\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"r\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32\",\"name\":\"s\",\"type\":\"bytes32\"},{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"}],\"name\":\"buyWithPermit\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"offerHash\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"maxPrice\",\"type\":\"uint96\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"bytes\",\"name\":\"data\",\"type\":\"bytes\"}],\"name\":\"deployAndBuy\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"}],\"stateMutability\":\"payable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"used\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "PaymentRouter",
	Bin: "0x60c0604052346100785733608052335f526094600b5360d6600a5360026020536017600a2060a052604051611dcf908161007d8239608051818181602f0152818161011e015281816103d1015281816106a20152818161169301526118c6015260a0518181816102b90152818161091801526114360152f35b5f80fdfe60806040526004361015610087575b3615610018575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005857005b7f47184e91000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f5f3560e01c806318034f0b1461093c5780632dd31000146108ce57806342477e7c146105455780638b6274d014610191578063b07c411f146101455763e681c4aa146100d4575061000e565b3461014257807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261014257602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b80fd5b50346101425760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425760ff604060209260043581528084522054166040519015158152f35b506101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101425760043567ffffffffffffffff8111610541576101dd903690600401610e9b565b6024359060ff821680920361053d573660a41161053d5761010435906bffffffffffffffffffffffff821680920361053957610124359173ffffffffffffffffffffffffffffffffffffffff8316809303610535576101443567ffffffffffffffff811161053157610253903690600401610e9b565b9092875c610509576001885d87604051977e774360000000000000000000000000000000000000000000000000000000008952602060048a01526020898061029f602482018786610f75565b03818573ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af19283156104fe5773ffffffffffffffffffffffffffffffffffffffff9983946104c4575b5060489161030e913691610fb3565b015160601c9461031e3447611017565b938297871515968761048a575b916020959493916103b7936040519d8e9788977f10e88d6800000000000000000000000000000000000000000000000000000000895250336004890152169c8d6024880152604487015260606044606488013760a43560c487015260c43560e487015260e435610104870152610124860152610144850152610180610164850152610184840191610f75565b03813473ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af195861561047f578796610445575b5061040f6104149147611017565b611b96565b610433575b505082805d60405192508252602082015260408180030190f35b61043e913391611bee565b5f80610419565b9095506020813d602011610477575b8161046160209383610edb565b8101031261047357519461040f610401565b5f80fd5b3d9150610454565b6040513d89823e3d90fd5b9850916103b791602095949361049f8a61176a565b9a6104ac8130338e611488565b6104b7818d8d611829565b919350919394955061032b565b61030e919450916104ee60489360203d6020116104f7575b6104e68183610edb565b810190610f49565b949150916102ff565b503d6104dc565b6040513d84823e3d90fd5b6004887f6b772b03000000000000000000000000000000000000000000000000000000008152fd5b8680fd5b8580fd5b8480fd5b8380fd5b5080fd5b5034610473576101007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610473576004359067ffffffffffffffff82116104735781600401906102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8436030112610473576105c3610e57565b6084359360ff85168095036104735760e43567ffffffffffffffff8111610473576105f2903690600401610e9b565b5f5c6108a65761060f9160015f5d61060987611051565b8661136b565b939092841561087e57610621876110ad565b61062d602483016110ce565b61063960a48401611c9b565b926106476101648201611183565b61065461018483016110ad565b6106626101a484018d61119c565b369061066d92610fb3565b80519060200120906101c4840161068390611183565b926101e485019761069389610ec9565b95604051976020890199468b527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1660408b015273ffffffffffffffffffffffffffffffffffffffff1660608a015260ff16608089015260440160a0880190606091376101008701526bffffffffffffffffffffffff1661012086015273ffffffffffffffffffffffffffffffffffffffff166101408501526101608401526bffffffffffffffffffffffff1661018083015264ffffffffff166101a08201526101a081526107796101c082610edb565b5190209773ffffffffffffffffffffffffffffffffffffffff84169161079e90610ec9565b91803b15610473575f92836101249264ffffffffff946040519d8e9687957fef55bec600000000000000000000000000000000000000000000000000000000875273ffffffffffffffffffffffffffffffffffffffff8b1660048801523060248801528d604488015285606488015216608486015260a485015260c484015260a43560e484015260c4356101048401525af19687156108735760209761085d575b506108529495606435916044359161155e565b90805d604051908152f35b61085295505f61086c91610edb565b5f9461083f565b6040513d5f823e3d90fd5b7fa5a18b13000000000000000000000000000000000000000000000000000000005f5260045ffd5b7f6b772b03000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610473575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261047357602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610473576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126104735760043567ffffffffffffffff8111610473576102007ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc8236030112610473576109b3610e57565b9060843567ffffffffffffffff8111610473576109d4903690600401610e9b565b929060a4359160ff8316809303610473576101043567ffffffffffffffff811161047357610a06903690600401610e9b565b905f5c6108a65760015f5d610a1d60048701611051565b610a29600487016110ad565b93610a36602488016110ce565b6040516020810190606060448b01833760608152610a55608082610edb565b5190208860405160208101907f07473e6c72ff25209ed205d24b611cac48ca1b3418d2472ac45702d40555046c82526040810160a4840190610a96916110dc565b60e08152610aa661010082610edb565b519020610ab66101648301611183565b610ac361018484016110ad565b90610ad56101a485016004860161119c565b3690610ae092610fb3565b80519060200120926101c48501610af690611183565b946101e401610b0490610ec9565b9560405197602089017f28ff2ea1cafdbcb5d6c0461361995ab32d57c0394d99a13ca4753c482f7cf7f7905273ffffffffffffffffffffffffffffffffffffffff8d169d8e60408b015273ffffffffffffffffffffffffffffffffffffffff1660608a015260ff16608089015260a088015260c08701526bffffffffffffffffffffffff1660e086015273ffffffffffffffffffffffffffffffffffffffff166101008501526101208401526bffffffffffffffffffffffff1661014083015264ffffffffff166101608201526101608152610be261018082610edb565b8051906020012060405160208101907f8b73c3c69bb8fe3d512ecc4cf759cc79239f7b179b0ffacaa9a75d522b39400f8252604081017f24d64554442d612a18725023eebc3866bde83f0a64a624cd14a8773eb21f8c2c9052606081017fc89efdaa54c0f20c7adf612882df0950f5a951637e0307cdcb4c672f298b8bc690524660808201523060a082015260a08152610c7d60c082610edb565b51902090604051917f19010000000000000000000000000000000000000000000000000000000000008352600283015260228201526042902097885f525f60205260405f205460ff16610e2b57610cd59189866111ed565b15610dfb57610d4d9594939291610d24916020985f525f895260405f2060017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff008254161790558660040161136b565b959193909480610d58575b5050610d3d85308486611488565b606435916044359160040161155e565b5f805d604051908152f35b5f918291610d696101e48601610ec9565b9064ffffffffff604051928d8401947fd505accf00000000000000000000000000000000000000000000000000000000865260248501523060448501528b606485015216608483015260a482015260c43560c482015260e43560e482015260e48152610dd761010482610edb565b51908273ffffffffffffffffffffffffffffffffffffffff88165af1508780610d2f565b86847fdaa20b2d000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b887f53c7f65f000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361047357565b359073ffffffffffffffffffffffffffffffffffffffff8216820361047357565b9181601f840112156104735782359167ffffffffffffffff8311610473576020838186019501011161047357565b3564ffffffffff811681036104735790565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff821117610f1c57604052565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b90816020910312610473575173ffffffffffffffffffffffffffffffffffffffff811681036104735790565b601f82602094937fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe093818652868601375f8582860101520116010190565b92919267ffffffffffffffff8211610f1c5760405191610ffb601f82017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200184610edb565b829481845281830111610473578281602093845f960137010152565b9190820391821161102457565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b6101e00164ffffffffff61106482610ec9565b16421161106e5750565b61107d64ffffffffff91610ec9565b7fe592c81a000000000000000000000000000000000000000000000000000000005f52426004521660245260445ffd5b3573ffffffffffffffffffffffffffffffffffffffff811681036104735790565b3560ff811681036104735790565b73ffffffffffffffffffffffffffffffffffffffff6110fa82610e7a565b16825273ffffffffffffffffffffffffffffffffffffffff61111e60208301610e7a565b16602083015273ffffffffffffffffffffffffffffffffffffffff61114560408301610e7a565b1660408301526060810135606083015260808101359061ffff82168092036104735760a091608084015201359060ff82168092036104735760a00152565b356bffffffffffffffffffffffff811681036104735790565b9035907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe181360301821215610473570180359067ffffffffffffffff82116104735760200191813603831361047357565b91926040811461129c575b9060647fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f845f9695602098604051967f1626ba7e0000000000000000000000000000000000000000000000000000000088526004880152604060248801528160448801528587013786848287010152011601915afa7f1626ba7e000000000000000000000000000000000000000000000000000000005f5114601f3d11161690565b91906040848481010312610473576112e760208501357f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff81169060ff601b883592821c011684611d40565b5060048110156113315715908161130e575b506113055790916111f8565b50505050600190565b905073ffffffffffffffffffffffffffffffffffffffff8084169116145f6112f9565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602160045260245ffd5b9190820180921161102457565b9291806113db575b505073ffffffffffffffffffffffffffffffffffffffff61139660c084016110ad565b16906113d56113a48361176a565b936bffffffffffffffffffffffff6113ce6101c0826113c66101608601611183565b169301611183565b169061135e565b91929190565b61141c9160209160405193849283927e7743600000000000000000000000000000000000000000000000000000000084528560048501526024840191610f75565b03815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af1801561087357611469575b80611373565b6114819060203d6020116104f7576104e68183610edb565b505f611463565b92909173ffffffffffffffffffffffffffffffffffffffff9081604051947f23b872dd000000000000000000000000000000000000000000000000000000005f52166004521660245260445260205f60648180865af19060015f511482161561153d575b6040525f606052156114fb5750565b73ffffffffffffffffffffffffffffffffffffffff907f5274afe7000000000000000000000000000000000000000000000000000000005f521660045260245ffd5b90600181151661155557823b15153d151616906114ec565b503d5f823e3d90fd5b969561157290959395949291948484611829565b61157b876110ad565b90611588602089016110ce565b9561159560a08a01611c9b565b6115a26101608b01611183565b6115af6101808c016110ad565b916115be6101a08d018d61119c565b9490958d6040519c8d997f10e88d68000000000000000000000000000000000000000000000000000000008b528d73ffffffffffffffffffffffffffffffffffffffff1660048c015273ffffffffffffffffffffffffffffffffffffffff1660248b015260ff1660448a015260400160648901906060913760c488015260e48701526101048601526bffffffffffffffffffffffff1661012485015273ffffffffffffffffffffffffffffffffffffffff166101448401526101648301610180905261018483019061168f92610f75565b03847f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff1691815a6020945f91f1938415610873575f94611734575b506101c061170b9496016bffffffffffffffffffffffff6116ff82611183565b1661170d575b50611bee565b565b6bffffffffffffffffffffffff61172661172e92611183565b163383611cc1565b5f611705565b93506020843d602011611762575b8161174f60209383610edb565b81010312610473579251926101c06116df565b3d9150611742565b73ffffffffffffffffffffffffffffffffffffffff16803b156117fe576020602491604051928380927f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa908115610873575f916117cf575090565b90506020813d6020116117f6575b816117ea60209383610edb565b81010312610473575190565b3d91506117dd565b7f2cf081c5000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6040517f70a0823100000000000000000000000000000000000000000000000000000000815230600482015273ffffffffffffffffffffffffffffffffffffffff82169392602082602481885afa918215610873575f92611b62575b50611890848261135e565b8203611b295750506040517fdd62ed3e0000000000000000000000000000000000000000000000000000000081523060048201527f000000000000000000000000000000000000000000000000000000000000000073ffffffffffffffffffffffffffffffffffffffff16602482018190529290602081604481885afa908115610873575f91611af7575b501061192657505050565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f52826004527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60245260205f60448180865af19060015f5114821615611ae8575b6040521561199957505050565b6040517f095ea7b3000000000000000000000000000000000000000000000000000000005f52826004525f60245260205f60448180865af19060015f5114821615611ad0575b60405215611aa457604051917f095ea7b3000000000000000000000000000000000000000000000000000000005f526004527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60245260205f60448180855af19060015f5114821615611a85575b509060405215611a5a5750565b7f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b6001821516611a9b573b15153d1516165f611a4d565b823d5f823e3d90fd5b827f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661155557823b15153d151616906119df565b90823b15153d1516169061198c565b90506020813d602011611b21575b81611b1260209383610edb565b8101031261047357515f61191b565b3d9150611b05565b83611b339161135e565b907fe8a8a1dc000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b9091506020813d602011611b8e575b81611b7e60209383610edb565b810103126104735751905f611885565b3d9150611b71565b8015611beb575f604051611bab602082610edb565b525f80808084335af115611bbc5750565b7f1632d692000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b50565b9190604051907f70a0823100000000000000000000000000000000000000000000000000000000825230600483015260208260248173ffffffffffffffffffffffffffffffffffffffff88165afa8015610873575f90611c67575b611c539250611017565b9081611c5e57505050565b61170b92611cc1565b506020823d602011611c93575b81611c8160209383610edb565b8101031261047357611c539151611c49565b3d9150611c74565b604051611cac6020820180936110dc565b60c08152611cbb60e082610edb565b51902090565b9173ffffffffffffffffffffffffffffffffffffffff604051927fa9059cbb000000000000000000000000000000000000000000000000000000005f521660045260245260205f60448180865af19060015f5114821615611d28575b604052156114fb5750565b90600181151661155557823b15153d15161690611d1d565b91907f7fffffffffffffffffffffffffffffff5d576e7357a4501ddfe92f46681b20a08411611dc4579160209360809260ff5f9560405194855216868401526040830152606082015282805260015afa15610873575f5173ffffffffffffffffffffffffffffffffffffffff811615611dba57905f905f90565b505f906001905f90565b5050505f916003919056",
}

// PaymentRouter is an auto generated Go binding around an Ethereum contract.
type PaymentRouter struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *PaymentRouter) GetABI() abi.ABI {
	return c.abi
}

// NewPaymentRouter creates a new instance of PaymentRouter.
func NewPaymentRouter() *PaymentRouter {
	parsed, err := PaymentRouterMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &PaymentRouter{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *PaymentRouter) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ESCROW() view returns(address)
func (paymentRouter *PaymentRouter) PackESCROW() []byte {
	enc, err := paymentRouter.abi.Pack("ESCROW")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function ESCROW() view returns(address)
func (paymentRouter *PaymentRouter) TryPackESCROW() ([]byte, error) {
	return paymentRouter.abi.Pack("ESCROW")
}

// UnpackESCROW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe681c4aa.
//
// Solidity: function ESCROW() view returns(address)
func (paymentRouter *PaymentRouter) UnpackESCROW(data []byte) (common.Address, error) {
	out, err := paymentRouter.abi.Unpack("ESCROW", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFACTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2dd31000.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FACTORY() view returns(address)
func (paymentRouter *PaymentRouter) PackFACTORY() []byte {
	enc, err := paymentRouter.abi.Pack("FACTORY")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFACTORY is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x2dd31000.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FACTORY() view returns(address)
func (paymentRouter *PaymentRouter) TryPackFACTORY() ([]byte, error) {
	return paymentRouter.abi.Pack("FACTORY")
}

// UnpackFACTORY is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x2dd31000.
//
// Solidity: function FACTORY() view returns(address)
func (paymentRouter *PaymentRouter) UnpackFACTORY(data []byte) (common.Address, error) {
	out, err := paymentRouter.abi.Unpack("FACTORY", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackBuyWithAuthorization is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42477e7c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buyWithAuthorization((address,uint8,bytes32[3],(address,address,address,bytes32,uint16,uint8),uint96,address,bytes,uint96,uint40) request, address payer, uint256 c, uint256 z, uint8 v, bytes32 r, bytes32 s, bytes terms) returns(bytes32 order)
func (paymentRouter *PaymentRouter) PackBuyWithAuthorization(request Request, payer common.Address, c *big.Int, z *big.Int, v uint8, r [32]byte, s [32]byte, terms []byte) []byte {
	enc, err := paymentRouter.abi.Pack("buyWithAuthorization", request, payer, c, z, v, r, s, terms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuyWithAuthorization is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x42477e7c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buyWithAuthorization((address,uint8,bytes32[3],(address,address,address,bytes32,uint16,uint8),uint96,address,bytes,uint96,uint40) request, address payer, uint256 c, uint256 z, uint8 v, bytes32 r, bytes32 s, bytes terms) returns(bytes32 order)
func (paymentRouter *PaymentRouter) TryPackBuyWithAuthorization(request Request, payer common.Address, c *big.Int, z *big.Int, v uint8, r [32]byte, s [32]byte, terms []byte) ([]byte, error) {
	return paymentRouter.abi.Pack("buyWithAuthorization", request, payer, c, z, v, r, s, terms)
}

// UnpackBuyWithAuthorization is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x42477e7c.
//
// Solidity: function buyWithAuthorization((address,uint8,bytes32[3],(address,address,address,bytes32,uint16,uint8),uint96,address,bytes,uint96,uint40) request, address payer, uint256 c, uint256 z, uint8 v, bytes32 r, bytes32 s, bytes terms) returns(bytes32 order)
func (paymentRouter *PaymentRouter) UnpackBuyWithAuthorization(data []byte) ([32]byte, error) {
	out, err := paymentRouter.abi.Unpack("buyWithAuthorization", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackBuyWithPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18034f0b.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function buyWithPermit((address,uint8,bytes32[3],(address,address,address,bytes32,uint16,uint8),uint96,address,bytes,uint96,uint40) request, address payer, uint256 c, uint256 z, bytes signature, uint8 v, bytes32 r, bytes32 s, bytes terms) returns(bytes32 order)
func (paymentRouter *PaymentRouter) PackBuyWithPermit(request Request, payer common.Address, c *big.Int, z *big.Int, signature []byte, v uint8, r [32]byte, s [32]byte, terms []byte) []byte {
	enc, err := paymentRouter.abi.Pack("buyWithPermit", request, payer, c, z, signature, v, r, s, terms)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackBuyWithPermit is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x18034f0b.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function buyWithPermit((address,uint8,bytes32[3],(address,address,address,bytes32,uint16,uint8),uint96,address,bytes,uint96,uint40) request, address payer, uint256 c, uint256 z, bytes signature, uint8 v, bytes32 r, bytes32 s, bytes terms) returns(bytes32 order)
func (paymentRouter *PaymentRouter) TryPackBuyWithPermit(request Request, payer common.Address, c *big.Int, z *big.Int, signature []byte, v uint8, r [32]byte, s [32]byte, terms []byte) ([]byte, error) {
	return paymentRouter.abi.Pack("buyWithPermit", request, payer, c, z, signature, v, r, s, terms)
}

// UnpackBuyWithPermit is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x18034f0b.
//
// Solidity: function buyWithPermit((address,uint8,bytes32[3],(address,address,address,bytes32,uint16,uint8),uint96,address,bytes,uint96,uint40) request, address payer, uint256 c, uint256 z, bytes signature, uint8 v, bytes32 r, bytes32 s, bytes terms) returns(bytes32 order)
func (paymentRouter *PaymentRouter) UnpackBuyWithPermit(data []byte) ([32]byte, error) {
	out, err := paymentRouter.abi.Unpack("buyWithPermit", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDeployAndBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b6274d0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(address product, bytes32 order)
func (paymentRouter *PaymentRouter) PackDeployAndBuy(terms []byte, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) []byte {
	enc, err := paymentRouter.abi.Pack("deployAndBuy", terms, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDeployAndBuy is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x8b6274d0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(address product, bytes32 order)
func (paymentRouter *PaymentRouter) TryPackDeployAndBuy(terms []byte, tier uint8, releaseKey [3][32]byte, c *big.Int, z *big.Int, offerHash [32]byte, maxPrice *big.Int, refundTo common.Address, data []byte) ([]byte, error) {
	return paymentRouter.abi.Pack("deployAndBuy", terms, tier, releaseKey, c, z, offerHash, maxPrice, refundTo, data)
}

// DeployAndBuyOutput serves as a container for the return parameters of contract
// method DeployAndBuy.
type DeployAndBuyOutput struct {
	Product common.Address
	Order   [32]byte
}

// UnpackDeployAndBuy is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x8b6274d0.
//
// Solidity: function deployAndBuy(bytes terms, uint8 tier, bytes32[3] releaseKey, uint256 c, uint256 z, bytes32 offerHash, uint96 maxPrice, address refundTo, bytes data) payable returns(address product, bytes32 order)
func (paymentRouter *PaymentRouter) UnpackDeployAndBuy(data []byte) (DeployAndBuyOutput, error) {
	out, err := paymentRouter.abi.Unpack("deployAndBuy", data)
	outstruct := new(DeployAndBuyOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Product = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Order = *abi.ConvertType(out[1], new([32]byte)).(*[32]byte)
	return *outstruct, nil
}

// PackUsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb07c411f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function used(bytes32 digest) view returns(bool)
func (paymentRouter *PaymentRouter) PackUsed(digest [32]byte) []byte {
	enc, err := paymentRouter.abi.Pack("used", digest)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUsed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xb07c411f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function used(bytes32 digest) view returns(bool)
func (paymentRouter *PaymentRouter) TryPackUsed(digest [32]byte) ([]byte, error) {
	return paymentRouter.abi.Pack("used", digest)
}

// UnpackUsed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xb07c411f.
//
// Solidity: function used(bytes32 digest) view returns(bool)
func (paymentRouter *PaymentRouter) UnpackUsed(data []byte) (bool, error) {
	out, err := paymentRouter.abi.Unpack("used", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (paymentRouter *PaymentRouter) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_Expired"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterExpiredError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_Locked"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterLockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_NoToken"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterNoTokenError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_NotEscrow"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterNotEscrowError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_NotSigned"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterNotSignedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_NothingAuthorized"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterNothingAuthorizedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_SendFailed"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_TokenMoved"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterTokenMovedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["PaymentRouter_Used"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackPaymentRouterUsedError(raw[4:])
	}
	if bytes.Equal(raw[:4], paymentRouter.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return paymentRouter.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// PaymentRouterPaymentRouterExpired represents a PaymentRouter_Expired error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterExpired struct {
	Time     *big.Int
	Deadline *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_Expired(uint256 time, uint256 deadline)
func PaymentRouterPaymentRouterExpiredErrorID() common.Hash {
	return common.HexToHash("0xe592c81aac3ec8e4926e1b46490f09a481860d0a41bf87d773f556d39c37fd4f")
}

// UnpackPaymentRouterExpiredError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_Expired(uint256 time, uint256 deadline)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterExpiredError(raw []byte) (*PaymentRouterPaymentRouterExpired, error) {
	out := new(PaymentRouterPaymentRouterExpired)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_Expired", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterLocked represents a PaymentRouter_Locked error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterLocked struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_Locked()
func PaymentRouterPaymentRouterLockedErrorID() common.Hash {
	return common.HexToHash("0x6b772b039cf5c714d365907dc533b9e6288ec7238dcf5296e74b5461dff50dd1")
}

// UnpackPaymentRouterLockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_Locked()
func (paymentRouter *PaymentRouter) UnpackPaymentRouterLockedError(raw []byte) (*PaymentRouterPaymentRouterLocked, error) {
	out := new(PaymentRouterPaymentRouterLocked)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_Locked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterNoToken represents a PaymentRouter_NoToken error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterNoToken struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_NoToken(address token)
func PaymentRouterPaymentRouterNoTokenErrorID() common.Hash {
	return common.HexToHash("0x2cf081c570df4cc3a51354afa4484baa0919879ed5cfa2590383a022080630a3")
}

// UnpackPaymentRouterNoTokenError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_NoToken(address token)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterNoTokenError(raw []byte) (*PaymentRouterPaymentRouterNoToken, error) {
	out := new(PaymentRouterPaymentRouterNoToken)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_NoToken", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterNotEscrow represents a PaymentRouter_NotEscrow error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterNotEscrow struct {
	Caller common.Address
	Escrow common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_NotEscrow(address caller, address escrow)
func PaymentRouterPaymentRouterNotEscrowErrorID() common.Hash {
	return common.HexToHash("0x47184e91a9d976f51e1f9f40e48ca2b6321faa8cce2e29dd3d1beea98ab59dd7")
}

// UnpackPaymentRouterNotEscrowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_NotEscrow(address caller, address escrow)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterNotEscrowError(raw []byte) (*PaymentRouterPaymentRouterNotEscrow, error) {
	out := new(PaymentRouterPaymentRouterNotEscrow)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_NotEscrow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterNotSigned represents a PaymentRouter_NotSigned error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterNotSigned struct {
	Payer  common.Address
	Digest [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_NotSigned(address payer, bytes32 digest)
func PaymentRouterPaymentRouterNotSignedErrorID() common.Hash {
	return common.HexToHash("0xdaa20b2d7532c3f1100075168f425754ecc10b3ce0a3266d50490bdef9ffdc2b")
}

// UnpackPaymentRouterNotSignedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_NotSigned(address payer, bytes32 digest)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterNotSignedError(raw []byte) (*PaymentRouterPaymentRouterNotSigned, error) {
	out := new(PaymentRouterPaymentRouterNotSigned)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_NotSigned", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterNothingAuthorized represents a PaymentRouter_NothingAuthorized error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterNothingAuthorized struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_NothingAuthorized()
func PaymentRouterPaymentRouterNothingAuthorizedErrorID() common.Hash {
	return common.HexToHash("0xa5a18b1340bedafe30b28735ef1a72f6bde8aa593f951d222d49b8bc995c400e")
}

// UnpackPaymentRouterNothingAuthorizedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_NothingAuthorized()
func (paymentRouter *PaymentRouter) UnpackPaymentRouterNothingAuthorizedError(raw []byte) (*PaymentRouterPaymentRouterNothingAuthorized, error) {
	out := new(PaymentRouterPaymentRouterNothingAuthorized)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_NothingAuthorized", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterSendFailed represents a PaymentRouter_SendFailed error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterSendFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_SendFailed(address to, uint256 amount)
func PaymentRouterPaymentRouterSendFailedErrorID() common.Hash {
	return common.HexToHash("0x1632d692eb2b5c9263d37790860ad881430d2d9e466cda9db361c3a61cfb591a")
}

// UnpackPaymentRouterSendFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_SendFailed(address to, uint256 amount)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterSendFailedError(raw []byte) (*PaymentRouterPaymentRouterSendFailed, error) {
	out := new(PaymentRouterPaymentRouterSendFailed)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_SendFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterTokenMoved represents a PaymentRouter_TokenMoved error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterTokenMoved struct {
	Held     *big.Int
	Expected *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_TokenMoved(uint256 held, uint256 expected)
func PaymentRouterPaymentRouterTokenMovedErrorID() common.Hash {
	return common.HexToHash("0xe8a8a1dc59657c718b1a1e6345609b3a873242d970b0ebe49af035dfb3e4f30b")
}

// UnpackPaymentRouterTokenMovedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_TokenMoved(uint256 held, uint256 expected)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterTokenMovedError(raw []byte) (*PaymentRouterPaymentRouterTokenMoved, error) {
	out := new(PaymentRouterPaymentRouterTokenMoved)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_TokenMoved", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterPaymentRouterUsed represents a PaymentRouter_Used error raised by the PaymentRouter contract.
type PaymentRouterPaymentRouterUsed struct {
	Digest [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error PaymentRouter_Used(bytes32 digest)
func PaymentRouterPaymentRouterUsedErrorID() common.Hash {
	return common.HexToHash("0x53c7f65ff8c39cccd8b7800189b857badd1924173ec930bfe85309097b91d073")
}

// UnpackPaymentRouterUsedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error PaymentRouter_Used(bytes32 digest)
func (paymentRouter *PaymentRouter) UnpackPaymentRouterUsedError(raw []byte) (*PaymentRouterPaymentRouterUsed, error) {
	out := new(PaymentRouterPaymentRouterUsed)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "PaymentRouter_Used", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// PaymentRouterSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the PaymentRouter contract.
type PaymentRouterSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func PaymentRouterSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (paymentRouter *PaymentRouter) UnpackSafeERC20FailedOperationError(raw []byte) (*PaymentRouterSafeERC20FailedOperation, error) {
	out := new(PaymentRouterSafeERC20FailedOperation)
	if err := paymentRouter.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
