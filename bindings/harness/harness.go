// Code generated via abigen V2 - DO NOT EDIT.
// This file is a generated binding and any manual changes will be lost.

package harness

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

// Leaf is an auto generated low-level Go binding around an user-defined struct.
type Leaf struct {
	Product       common.Address
	Tier          uint8
	Index         uint32
	Time          *big.Int
	Payer         common.Address
	RefundTo      common.Address
	Publisher     common.Address
	Token         common.Address
	Committee     common.Address
	FeeBps        uint16
	Confirmations uint8
	GroupKey      [32]byte
	Amount        *big.Int
	ReleaseKey    [3][32]byte
}

// BLS12381HarnessMetaData contains all meta data concerning the BLS12381Harness contract.
var BLS12381HarnessMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[],\"name\":\"BLS12381_BadPoint\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"CloneArgumentsTooLong\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"}],\"name\":\"account\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[]\",\"name\":\"given\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"bytes32[]\",\"name\":\"orders\",\"type\":\"bytes32[]\"}],\"name\":\"append\",\"outputs\":[{\"internalType\":\"bytes32[32]\",\"name\":\"\",\"type\":\"bytes32[32]\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"creator\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"nonce\",\"type\":\"uint256\"}],\"name\":\"created\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"leaf\",\"type\":\"bytes\"}],\"name\":\"decode\",\"outputs\":[{\"components\":[{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"},{\"internalType\":\"uint32\",\"name\":\"index\",\"type\":\"uint32\"},{\"internalType\":\"uint40\",\"name\":\"time\",\"type\":\"uint40\"},{\"internalType\":\"address\",\"name\":\"payer\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"refundTo\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"committee\",\"type\":\"address\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint8\",\"name\":\"confirmations\",\"type\":\"uint8\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint96\",\"name\":\"amount\",\"type\":\"uint96\"},{\"internalType\":\"bytes32[3]\",\"name\":\"releaseKey\",\"type\":\"bytes32[3]\"}],\"internalType\":\"structLeaf\",\"name\":\"\",\"type\":\"tuple\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"a\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"b\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"c\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"d\",\"type\":\"bytes32[6]\"}],\"name\":\"equalPairings\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"message\",\"type\":\"bytes\"},{\"internalType\":\"bytes\",\"name\":\"tag\",\"type\":\"bytes\"}],\"name\":\"hashToG1\",\"outputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"\",\"type\":\"bytes32[3]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"tierPlace\",\"type\":\"bytes\"}],\"name\":\"identity\",\"outputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"\",\"type\":\"bytes32[3]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"}],\"name\":\"isGroupKey\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"tierPlace\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[3]\",\"name\":\"B\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"c\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"z\",\"type\":\"uint256\"}],\"name\":\"isProof\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"tierPlace\",\"type\":\"bytes\"},{\"internalType\":\"bytes32[3]\",\"name\":\"B\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"U\",\"type\":\"bytes32[3]\"}],\"name\":\"isRelease\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"p\",\"type\":\"bytes32[3]\"},{\"internalType\":\"uint256\",\"name\":\"k\",\"type\":\"uint256\"}],\"name\":\"multiply\",\"outputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"\",\"type\":\"bytes32[3]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"chainId\",\"type\":\"uint256\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"product\",\"type\":\"address\"},{\"internalType\":\"uint8\",\"name\":\"tier\",\"type\":\"uint8\"}],\"name\":\"place\",\"outputs\":[{\"internalType\":\"bytes\",\"name\":\"\",\"type\":\"bytes\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"},{\"internalType\":\"address\",\"name\":\"template\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"factory\",\"type\":\"address\"}],\"name\":\"productOf\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"clone\",\"type\":\"address\"},{\"internalType\":\"address[4]\",\"name\":\"parties\",\"type\":\"address[4]\"},{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"},{\"internalType\":\"uint256\",\"name\":\"tiers\",\"type\":\"uint256\"}],\"stateMutability\":\"pure\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[]\",\"name\":\"given\",\"type\":\"bytes32[]\"},{\"internalType\":\"uint256\",\"name\":\"index\",\"type\":\"uint256\"},{\"internalType\":\"bytes32\",\"name\":\"order\",\"type\":\"bytes32\"},{\"internalType\":\"bytes32[]\",\"name\":\"path\",\"type\":\"bytes32[]\"}],\"name\":\"proves\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"a\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[3]\",\"name\":\"b\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"q\",\"type\":\"bytes32[6]\"}],\"name\":\"samePairing\",\"outputs\":[{\"internalType\":\"bool\",\"name\":\"\",\"type\":\"bool\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes\",\"name\":\"terms\",\"type\":\"bytes\"},{\"internalType\":\"uint256\",\"name\":\"k\",\"type\":\"uint256\"}],\"name\":\"tierOf\",\"outputs\":[{\"internalType\":\"uint96\",\"name\":\"\",\"type\":\"uint96\"},{\"internalType\":\"uint32\",\"name\":\"\",\"type\":\"uint32\"},{\"internalType\":\"uint8\",\"name\":\"\",\"type\":\"uint8\"}],\"stateMutability\":\"pure\",\"type\":\"function\"}]",
	ID:  "BLS12381Harness",
	Bin: "0x60808060405234601557612342908161001a8239f35b5f80fdfe6080806040526004361015610012575f80fd5b5f3560e01c9081630f00e43f1461127457508063250056dc146111e8578063381cda9f1461113d5780634c8bfbd414610f4a578063550c9a1014610c265780635f8dead314610b63578063840f612014610af6578063993e9e0814610a48578063a29cc2bf146109c8578063d7baf67414610952578063dbadbc6814610786578063e5c5e9a314610414578063eb290bc41461032a578063f0b18a531461026d578063f108bdfa146101655763ff2604ea146100cc575f80fd5b346101615760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610161576101036113cc565b61010b611386565b906101146113a9565b9060643561ffff81168091036101615773ffffffffffffffffffffffffffffffffffffffff6080938160209681604051961686521686850152166040830152606082015220604051908152f35b5f80fd5b34610161576101807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615736606411610161573660c411610161573661018411610161576101bf6101ba366115ab565b61182d565b6040516101cd6060826114fa565b6064815b60c4821061025d57836101e38461182d565b60405160209290916101f660c0846114fa565b60c4835b6101848210610221575050610211610217936118d0565b91612014565b6040519015158152f35b813581529085019085016101fa565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b81358152602091820191016101d1565b346101615760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff8111610161576102bc90369060040161141e565b6024359067ffffffffffffffff821161016157606092610310610316926103086102ed61031b96369060040161141e565b949092886040516102fe82826114fa565b3690373691611575565b923691611575565b90611dc8565b611a94565b610328604051809261144c565bf35b34610161576101a07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff81116101615761037a90369060040161141e565b903660841161016157366101441161016157366101a411610161576103a0913691611575565b6103a93661161f565b90604051916103b960c0846114fa565b6084835b610144821061040457505060405160209390916103db6060846114fa565b61014493835b6101a486106103f557506102179450611d7e565b853581529486019486016103e1565b81358152602091820191016103bd565b346101615760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff81116101615761046390369060040161141e565b60405190610470826114c0565b5f82525f60208301525f60408301525f60608301525f60808301525f60a08301525f60c08301525f60e08301525f6101008301525f6101208301525f6101408301525f6101608301525f6101808301526060916101a0604051916104d485846114fa565b843684370152610200838281010312610161576040516104f3816114c0565b6104fc846113ef565b815261050a60208501611410565b9260208201938452604085013563ffffffff811681036101615760408301528085013564ffffffffff81168103610161578183015261054b608086016113ef565b608083015261055c60a086016113ef565b60a083015261056d60c086016113ef565b60c083015261057e60e086016113ef565b60e083015261059061010086016113ef565b61010083015261012085013561ffff81168103610161576101208301526105ba6101408601611410565b61014083015261016085810135908301526101808501356bffffffffffffffffffffffff81169003610161576101808501356101808301528285016101bf86011215610161576040519261060f6060856114fa565b839561020081019181018211610161576101a001955b8187106107765761020086610328876bffffffffffffffffffffffff61018089896101a0820194855260ff6040519773ffffffffffffffffffffffffffffffffffffffff84511689525116602088015263ffffffff604083015116604088015264ffffffffff81830151169087015273ffffffffffffffffffffffffffffffffffffffff608082015116608087015273ffffffffffffffffffffffffffffffffffffffff60a08201511660a087015273ffffffffffffffffffffffffffffffffffffffff60c08201511660c087015273ffffffffffffffffffffffffffffffffffffffff60e08201511660e087015273ffffffffffffffffffffffffffffffffffffffff6101008201511661010087015261ffff6101208201511661012087015260ff61014082015116610140870152610160810151610160870152015116610180840152516101a083019061144c565b8635815260209687019601610625565b346101615760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff8111610161576107d5903690600401611473565b906024359060443567ffffffffffffffff8111610161576107fa903690600401611473565b9091610400948560405161080e82826114fa565b3690375f5b818110610904575050505f5b8181106108845760405185905f80825b6020821061086e5750505061084482826114fa565b604051905f825b6020821061085857505050f35b602080600192855181520193019101909161084b565b600160208192855481520193019101909161082f565b8084018085116108d7579061089a8184866117a6565b355f5b60018085831c16146108b45760019350550161081f565b91929082545f5260205260405f2091600181018091116108d7579291909261089d565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b61090f8183856117a6565b3590602081101561092557600191815501610813565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52603260045260245ffd5b346101615760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610161573660641161016157606060405161099882826114fa565b369037606061031b6103166109ab6117b6565b6109c36064356109bd6101ba366115ab565b83611879565b611962565b346101615760c07ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff811161016157610a1790369060040161141e565b903660841161016157610a31610217916020933691611575565b60a4359060843590610a423661161f565b90611b6d565b346101615760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff811161016157610a97903690600401611473565b60643567ffffffffffffffff811161016157610ab7903690600401611473565b9290915f5b818110610ad55760206102178686604435602435611af0565b610ae08183856117a6565b3590602081101561092557600191815501610abc565b346101615760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff81116101615761031b610316610b5e610b50606094369060040161141e565b856040516102fe82826114fa565b611a20565b346101615760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261016157610b9a6113cc565b602435607f811115918060081b92610c03575060085b81811c610bfb579160209260031c9182525f5280608001601f536094600a538060d6016009536017016009205b73ffffffffffffffffffffffffffffffffffffffff60405191168152f35b600801610bb0565b5f5290506094600b5360d6600a53801560071b1760205360206017600a20610bdd565b346101615760607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff811161016157610c7590369060040161141e565b90610c7e611386565b610c866113a9565b906080604051610c9682826114fa565b369037610ca4368585611575565b90615fd3825111610f2257815192602d84018094116108d75773ffffffffffffffffffffffffffffffffffffffff937fffffffffffffffffffffffffffffffffffffffff000000000000000000000000610deb6057600b9560206055986040519586937fffff000000000000000000000000000000000000000000000000000000000000848601997f61000000000000000000000000000000000000000000000000000000000000008b5260f01b1660218601527f3d81600a3d39f3363d3d373d3d3d363d73000000000000000000000000000000602386015260601b1660348401527f5af43d82803e903d91602b57fd5bf3000000000000000000000000000000000060488401528051918291018484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826114fa565b519020906040519160408301525f602083015281520160ff815320169060405192610e15846114a4565b6020610e22368385611575565b015160601c84526034610e36368385611575565b015160601c60208501526048610e4d368385611575565b015160601c6040850152605c610e64368385611575565b015160601c6060850152610e9b6070610e7e368486611575565b0151926090610e8e368584611575565b015160f01c923691611575565b51917fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff6e83019283116108d7576040519384525f602085015b60048210610ef65761010086601187878760a085015260c08401520460e0820152f35b60208060019273ffffffffffffffffffffffffffffffffffffffff8a5116815201970191019095610ed3565b7f94289054000000000000000000000000000000000000000000000000000000005f5260045ffd5b34610161576102407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610161573660641161016157366101241161016157366101841161016157366102441161016157610fa56117b6565b604051610fb36060826114fa565b610124815b610184821061112d578360a0610fcd8561182d565b7f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000082845192608084870191602083015e015201815261100e6101ba366115ab565b61102861102261101d366115e4565b6118d0565b92611962565b6040519261103760c0856114fa565b83610184945b610244861061111d575f8086866110978761106b61105a896118d0565b604051948593602085019788611658565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826114fa565b5190600f5afa6110a561175f565b90156110bf5761021781602080809451830101910161178e565b60646040517f08c379a000000000000000000000000000000000000000000000000000000000815260206004820152600760248201527f70616972696e67000000000000000000000000000000000000000000000000006044820152fd5b853581526020958601950161103d565b8135815260209182019101610fb8565b34610161576101207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615736606411610161573661012411610161576020611189366115ab565b61119b611195366115e4565b9161182d565b6111b78160608151602083015117604083015117910151171590565b1591826111cb575b50506040519015158152f35b6111e192506102116111db612170565b916118d0565b82806111bf565b346101615760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126101615760043567ffffffffffffffff81116101615760b261124561123e606093369060040161141e565b3691611575565b60243560110201015160ff604051918060a01c835263ffffffff8160801c16602084015260781c166040820152f35b346101615760807ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610161576112ab611386565b906112b46113a9565b906064359160ff83168303610161576040927fffffffffffffffffffffffffffffffffffffffff0000000000000000000000007fff0000000000000000000000000000000000000000000000000000000000000092816020860197600435895260601b168686015260601b16605484015260f81b1660688201526049815261133d6069826114fa565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361016157565b6044359073ffffffffffffffffffffffffffffffffffffffff8216820361016157565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361016157565b359073ffffffffffffffffffffffffffffffffffffffff8216820361016157565b359060ff8216820361016157565b9181601f840112156101615782359167ffffffffffffffff8311610161576020838186019501011161016157565b905f905b6003821061145d57505050565b6020806001928551815201930191019091611450565b9181601f840112156101615782359167ffffffffffffffff8311610161576020808501948460051b01011161016157565b6080810190811067ffffffffffffffff82111761023057604052565b6101c0810190811067ffffffffffffffff82111761023057604052565b610100810190811067ffffffffffffffff82111761023057604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761023057604052565b67ffffffffffffffff811161023057601f017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe01660200190565b9291926115818261153b565b9161158f60405193846114fa565b829481845281830111610161578281602093845f960137010152565b90604051916115bb6060846114fa565b8290606411610161576004905b606482106115d4575050565b81358152602091820191016115c8565b90604051916115f460c0846114fa565b829061012411610161576064905b610124821061160f575050565b8135815260209182019101611602565b906040519161162f6060846114fa565b8290608411610161576024905b60848210611648575050565b813581526020918201910161163c565b61171061175d946116e6610200949897956116968561030081019b606080918051845260208101516020850152604081015160408501520151910152565b608085019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b805161018084015260208101516101a084015260408101516101c0840152606001516101e0830152565b019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b565b3d15611789573d906117708261153b565b9161177e60405193846114fa565b82523d5f602084013e565b606090565b90816020910312610161575180151581036101615790565b91908110156109255760051b0190565b6117c060a061153b565b906117ce60405192836114fa565b60a082527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe06117fd60a061153b565b013660208401375f8252565b60405190611816826114a4565b5f6060838281528260208201528260408201520152565b90611836611809565b9160406fffffffffffffffffffffffffffffffff825160801c8351906020850191825160801c9060801b1760208801528652511691015160608401526040830152565b919060a09182845192608084870191602083015e0152019052565b604051906118a1826114dd565b5f60e0838281528260208201528260408201528260608201528260808201528260a08201528260c08201520152565b906118d9611894565b916fffffffffffffffffffffffffffffffff815160801c8251906020840191825160801c9060801b1760208701528552511660408201516060850152604084015260a06fffffffffffffffffffffffffffffffff60608301805160801c9051906080850191825160801c9060801b17848801526080870152511691015160e084015260c0830152565b61196a611809565b5060a0815104620177008102908082046201770014901517156108d757815f9291600c6020859451930191fa61199e61175f565b90158015611a14575b6119ec57608081805181010312610161576080604051916119c7836114a4565b6020810151835260408101516020840152606081015160408401520151606082015290565b7fc6fe4832000000000000000000000000000000000000000000000000000000005f5260045ffd5b506080815114156119a7565b611a9190611a2c611809565b5060405190611a3c6060836114fa565b603282527f534852494e4b575241502d56312d544945525f424c53313233383147315f584d60208301527f443a5348412d3235365f535357555f524f5f00000000000000000000000000006040830152611dc8565b90565b606080604051611aa482826114fa565b3690376040519181830183811067ffffffffffffffff8211176102305760405280516020820190815160801c9060801b1784525160801b60408201511760208401520151604082015290565b9392906020821015611b6557929390915f905b838210611b1257505050541490565b909291949360018087861c16145f14611b4857611b308484846117a6565b355f52602052600160405f205b949592930190611b03565b611b538484846117a6565b35905f52602052600160405f20611b3d565b505f93505050565b9091927f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff000000018410801590611d54575b611d4357611ba88361182d565b90611bc58260608151602083015117604083015117910151171590565b611d4b57611c28611bd761014061153b565b91611be560405193846114fa565b61014083527fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0611c1661014061153b565b013660208501375f83526109bd612170565b847f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000103917f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000183116108d757611c81926109c39183611879565b91611c9e8360608151602083015117604083015117910151171590565b611d4357611d3b60c06040611d2c93611cd77f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff0000000197611a94565b908251958692611d2260208086019a7fb47c042975124161d47300ee021485b7a295baadd5576d7a9e27daa8f6f933168c528051918291018888015e850193868501905f825261144c565b60a083019061144c565b030160a08101845201826114fa565b519020061490565b505050505f90565b50505050505f90565b507f73eda753299d7d483339d80809a1d80553bda402fffe5bfeffffffff00000001811015611b9b565b92611d8b9092919261182d565b91611da88360608151602083015117604083015117910151171590565b611d43576111db61021191611dc2611195611a9197611a20565b906121fd565b611dd0611809565b5060205f835192611e46600184604051878198838084019b018b5e7fff000000000000000000000000000000000000000000000000000000000000008183019160f81b168382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe18101875201856114fa565b604051611ed3600382606087808301968888528860408501528051918291018385015e82017e8000000000000000000000000000000000000000000000000000000000000082820152876062820152895190818c606383015e0101868382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826114fa565b604051918291518091835e8101838152039060025afa15612009575f5190604051611f4560418260208101965f885260408201955f87525180918484015e81015f8382015203017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe081018352826114fa565b8284526001825360205f6040518084518089835e8101838152039060025afa15612009575f519182841885526002815360205f604051808551808a835e8101838152039060025afa15612009575f519485851881526003825360205f6040518086518086835e8101838152039060025afa156120095760209260045f938451809818845253604051918291518091835e8101838152039060025afa1561200957611ffe611dc291612003611ffe611a91965f5193612236565b612314565b93612236565b6040513d5f823e3d90fd5b5f92916121338493612024611894565b5061106b60405191612035836114dd565b6f024aa2b2f08f0a91260805272dc5105183527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208401526f13e02b6052719f607dacd3a088274f6560408401527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60608401526f0d1b3cc2c7027888be51d9ef691d77bc60808401527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08401526f13fa4d4a0ad8b1ce186ed5061789213d60c08401527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e0840152604051948593602085019788611658565b5190600f620c8fa0fa61214461175f565b90158015612164575b6119ec5780602080611a919351830101910161178e565b5060208151141561214d565b612178611809565b50604051612185816114a4565b6f17f1d3a73197d7942695638c4fa9ac0f81527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208201526f08b3f481e3aaa0f1a09e30ed741d8ae460408201527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e1606082015290565b91906080908161220b611809565b94855e8184015e60808261010081600b5afa60803d14161561222957565b63d6cc76eb5f526004601cfd5b919091604051604081019181831067ffffffffffffffff8411176102305760409283525f82525f602083015281948351906020820192858452602086840152856060840152608083015260a0820152600160c08201526f1a0111ea397fe69a4b1ba7b6434bacd760e08201527f64774b84f38512bf6730d2a0f6b0f6241eabfffeb153ffffb9feffffffffaaab61010082015261010081526122da610120826114fa565b519060055afa156122e757565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52600160045260245ffd5b906080604092612322611809565b93849160105afa60803d14161561233557565b6324a289fc5f526004601cfd",
}

// BLS12381Harness is an auto generated Go binding around an Ethereum contract.
type BLS12381Harness struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *BLS12381Harness) GetABI() abi.ABI {
	return c.abi
}

// NewBLS12381Harness creates a new instance of BLS12381Harness.
func NewBLS12381Harness() *BLS12381Harness {
	parsed, err := BLS12381HarnessMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &BLS12381Harness{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *BLS12381Harness) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackAccount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff2604ea.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function account(address publisher, address token, address committee, uint16 feeBps) pure returns(bytes32)
func (bLS12381Harness *BLS12381Harness) PackAccount(publisher common.Address, token common.Address, committee common.Address, feeBps uint16) []byte {
	enc, err := bLS12381Harness.abi.Pack("account", publisher, token, committee, feeBps)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAccount is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xff2604ea.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function account(address publisher, address token, address committee, uint16 feeBps) pure returns(bytes32)
func (bLS12381Harness *BLS12381Harness) TryPackAccount(publisher common.Address, token common.Address, committee common.Address, feeBps uint16) ([]byte, error) {
	return bLS12381Harness.abi.Pack("account", publisher, token, committee, feeBps)
}

// UnpackAccount is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xff2604ea.
//
// Solidity: function account(address publisher, address token, address committee, uint16 feeBps) pure returns(bytes32)
func (bLS12381Harness *BLS12381Harness) UnpackAccount(data []byte) ([32]byte, error) {
	out, err := bLS12381Harness.abi.Unpack("account", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackAppend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdbadbc68.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function append(bytes32[] given, uint256 index, bytes32[] orders) returns(bytes32[32])
func (bLS12381Harness *BLS12381Harness) PackAppend(given [][32]byte, index *big.Int, orders [][32]byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("append", given, index, orders)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackAppend is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xdbadbc68.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function append(bytes32[] given, uint256 index, bytes32[] orders) returns(bytes32[32])
func (bLS12381Harness *BLS12381Harness) TryPackAppend(given [][32]byte, index *big.Int, orders [][32]byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("append", given, index, orders)
}

// UnpackAppend is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xdbadbc68.
//
// Solidity: function append(bytes32[] given, uint256 index, bytes32[] orders) returns(bytes32[32])
func (bLS12381Harness *BLS12381Harness) UnpackAppend(data []byte) ([32][32]byte, error) {
	out, err := bLS12381Harness.abi.Unpack("append", data)
	if err != nil {
		return *new([32][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32][32]byte)).(*[32][32]byte)
	return out0, nil
}

// PackCreated is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f8dead3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function created(address creator, uint256 nonce) pure returns(address)
func (bLS12381Harness *BLS12381Harness) PackCreated(creator common.Address, nonce *big.Int) []byte {
	enc, err := bLS12381Harness.abi.Pack("created", creator, nonce)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCreated is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x5f8dead3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function created(address creator, uint256 nonce) pure returns(address)
func (bLS12381Harness *BLS12381Harness) TryPackCreated(creator common.Address, nonce *big.Int) ([]byte, error) {
	return bLS12381Harness.abi.Pack("created", creator, nonce)
}

// UnpackCreated is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x5f8dead3.
//
// Solidity: function created(address creator, uint256 nonce) pure returns(address)
func (bLS12381Harness *BLS12381Harness) UnpackCreated(data []byte) (common.Address, error) {
	out, err := bLS12381Harness.abi.Unpack("created", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackDecode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5c5e9a3.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function decode(bytes leaf) pure returns((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]))
func (bLS12381Harness *BLS12381Harness) PackDecode(leaf []byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("decode", leaf)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDecode is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe5c5e9a3.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function decode(bytes leaf) pure returns((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]))
func (bLS12381Harness *BLS12381Harness) TryPackDecode(leaf []byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("decode", leaf)
}

// UnpackDecode is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe5c5e9a3.
//
// Solidity: function decode(bytes leaf) pure returns((address,uint8,uint32,uint40,address,address,address,address,address,uint16,uint8,bytes32,uint96,bytes32[3]))
func (bLS12381Harness *BLS12381Harness) UnpackDecode(data []byte) (Leaf, error) {
	out, err := bLS12381Harness.abi.Unpack("decode", data)
	if err != nil {
		return *new(Leaf), err
	}
	out0 := *abi.ConvertType(out[0], new(Leaf)).(*Leaf)
	return out0, nil
}

// PackEqualPairings is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4c8bfbd4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function equalPairings(bytes32[3] a, bytes32[6] b, bytes32[3] c, bytes32[6] d) view returns(bool)
func (bLS12381Harness *BLS12381Harness) PackEqualPairings(a [3][32]byte, b [6][32]byte, c [3][32]byte, d [6][32]byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("equalPairings", a, b, c, d)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackEqualPairings is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x4c8bfbd4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function equalPairings(bytes32[3] a, bytes32[6] b, bytes32[3] c, bytes32[6] d) view returns(bool)
func (bLS12381Harness *BLS12381Harness) TryPackEqualPairings(a [3][32]byte, b [6][32]byte, c [3][32]byte, d [6][32]byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("equalPairings", a, b, c, d)
}

// UnpackEqualPairings is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x4c8bfbd4.
//
// Solidity: function equalPairings(bytes32[3] a, bytes32[6] b, bytes32[3] c, bytes32[6] d) view returns(bool)
func (bLS12381Harness *BLS12381Harness) UnpackEqualPairings(data []byte) (bool, error) {
	out, err := bLS12381Harness.abi.Unpack("equalPairings", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackHashToG1 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0b18a53.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function hashToG1(bytes message, bytes tag) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) PackHashToG1(message []byte, tag []byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("hashToG1", message, tag)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackHashToG1 is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf0b18a53.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function hashToG1(bytes message, bytes tag) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) TryPackHashToG1(message []byte, tag []byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("hashToG1", message, tag)
}

// UnpackHashToG1 is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf0b18a53.
//
// Solidity: function hashToG1(bytes message, bytes tag) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) UnpackHashToG1(data []byte) ([3][32]byte, error) {
	out, err := bLS12381Harness.abi.Unpack("hashToG1", data)
	if err != nil {
		return *new([3][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([3][32]byte)).(*[3][32]byte)
	return out0, nil
}

// PackIdentity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x840f6120.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function identity(bytes tierPlace) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) PackIdentity(tierPlace []byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("identity", tierPlace)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIdentity is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x840f6120.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function identity(bytes tierPlace) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) TryPackIdentity(tierPlace []byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("identity", tierPlace)
}

// UnpackIdentity is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x840f6120.
//
// Solidity: function identity(bytes tierPlace) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) UnpackIdentity(data []byte) ([3][32]byte, error) {
	out, err := bLS12381Harness.abi.Unpack("identity", data)
	if err != nil {
		return *new([3][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([3][32]byte)).(*[3][32]byte)
	return out0, nil
}

// PackIsGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x381cda9f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isGroupKey(bytes32[3] P, bytes32[6] Q) view returns(bool)
func (bLS12381Harness *BLS12381Harness) PackIsGroupKey(p [3][32]byte, q [6][32]byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("isGroupKey", p, q)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x381cda9f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isGroupKey(bytes32[3] P, bytes32[6] Q) view returns(bool)
func (bLS12381Harness *BLS12381Harness) TryPackIsGroupKey(p [3][32]byte, q [6][32]byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("isGroupKey", p, q)
}

// UnpackIsGroupKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x381cda9f.
//
// Solidity: function isGroupKey(bytes32[3] P, bytes32[6] Q) view returns(bool)
func (bLS12381Harness *BLS12381Harness) UnpackIsGroupKey(data []byte) (bool, error) {
	out, err := bLS12381Harness.abi.Unpack("isGroupKey", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsProof is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa29cc2bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isProof(bytes tierPlace, bytes32[3] B, uint256 c, uint256 z) view returns(bool)
func (bLS12381Harness *BLS12381Harness) PackIsProof(tierPlace []byte, b [3][32]byte, c *big.Int, z *big.Int) []byte {
	enc, err := bLS12381Harness.abi.Pack("isProof", tierPlace, b, c, z)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsProof is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa29cc2bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isProof(bytes tierPlace, bytes32[3] B, uint256 c, uint256 z) view returns(bool)
func (bLS12381Harness *BLS12381Harness) TryPackIsProof(tierPlace []byte, b [3][32]byte, c *big.Int, z *big.Int) ([]byte, error) {
	return bLS12381Harness.abi.Pack("isProof", tierPlace, b, c, z)
}

// UnpackIsProof is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa29cc2bf.
//
// Solidity: function isProof(bytes tierPlace, bytes32[3] B, uint256 c, uint256 z) view returns(bool)
func (bLS12381Harness *BLS12381Harness) UnpackIsProof(data []byte) (bool, error) {
	out, err := bLS12381Harness.abi.Unpack("isProof", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackIsRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb290bc4.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function isRelease(bytes tierPlace, bytes32[3] B, bytes32[6] Q, bytes32[3] U) view returns(bool)
func (bLS12381Harness *BLS12381Harness) PackIsRelease(tierPlace []byte, b [3][32]byte, q [6][32]byte, u [3][32]byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("isRelease", tierPlace, b, q, u)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackIsRelease is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xeb290bc4.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function isRelease(bytes tierPlace, bytes32[3] B, bytes32[6] Q, bytes32[3] U) view returns(bool)
func (bLS12381Harness *BLS12381Harness) TryPackIsRelease(tierPlace []byte, b [3][32]byte, q [6][32]byte, u [3][32]byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("isRelease", tierPlace, b, q, u)
}

// UnpackIsRelease is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xeb290bc4.
//
// Solidity: function isRelease(bytes tierPlace, bytes32[3] B, bytes32[6] Q, bytes32[3] U) view returns(bool)
func (bLS12381Harness *BLS12381Harness) UnpackIsRelease(data []byte) (bool, error) {
	out, err := bLS12381Harness.abi.Unpack("isRelease", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackMultiply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7baf674.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function multiply(bytes32[3] p, uint256 k) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) PackMultiply(p [3][32]byte, k *big.Int) []byte {
	enc, err := bLS12381Harness.abi.Pack("multiply", p, k)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMultiply is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xd7baf674.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function multiply(bytes32[3] p, uint256 k) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) TryPackMultiply(p [3][32]byte, k *big.Int) ([]byte, error) {
	return bLS12381Harness.abi.Pack("multiply", p, k)
}

// UnpackMultiply is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xd7baf674.
//
// Solidity: function multiply(bytes32[3] p, uint256 k) view returns(bytes32[3])
func (bLS12381Harness *BLS12381Harness) UnpackMultiply(data []byte) ([3][32]byte, error) {
	out, err := bLS12381Harness.abi.Unpack("multiply", data)
	if err != nil {
		return *new([3][32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([3][32]byte)).(*[3][32]byte)
	return out0, nil
}

// PackPlace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f00e43f.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function place(uint256 chainId, address escrow, address product, uint8 tier) pure returns(bytes)
func (bLS12381Harness *BLS12381Harness) PackPlace(chainId *big.Int, escrow common.Address, product common.Address, tier uint8) []byte {
	enc, err := bLS12381Harness.abi.Pack("place", chainId, escrow, product, tier)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPlace is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0f00e43f.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function place(uint256 chainId, address escrow, address product, uint8 tier) pure returns(bytes)
func (bLS12381Harness *BLS12381Harness) TryPackPlace(chainId *big.Int, escrow common.Address, product common.Address, tier uint8) ([]byte, error) {
	return bLS12381Harness.abi.Pack("place", chainId, escrow, product, tier)
}

// UnpackPlace is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x0f00e43f.
//
// Solidity: function place(uint256 chainId, address escrow, address product, uint8 tier) pure returns(bytes)
func (bLS12381Harness *BLS12381Harness) UnpackPlace(data []byte) ([]byte, error) {
	out, err := bLS12381Harness.abi.Unpack("place", data)
	if err != nil {
		return *new([]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([]byte)).(*[]byte)
	return out0, nil
}

// PackProductOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x550c9a10.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function productOf(bytes terms, address template, address factory) pure returns(address clone, address[4] parties, bytes32 groupKey, uint16 feeBps, uint256 tiers)
func (bLS12381Harness *BLS12381Harness) PackProductOf(terms []byte, template common.Address, factory common.Address) []byte {
	enc, err := bLS12381Harness.abi.Pack("productOf", terms, template, factory)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProductOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x550c9a10.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function productOf(bytes terms, address template, address factory) pure returns(address clone, address[4] parties, bytes32 groupKey, uint16 feeBps, uint256 tiers)
func (bLS12381Harness *BLS12381Harness) TryPackProductOf(terms []byte, template common.Address, factory common.Address) ([]byte, error) {
	return bLS12381Harness.abi.Pack("productOf", terms, template, factory)
}

// ProductOfOutput serves as a container for the return parameters of contract
// method ProductOf.
type ProductOfOutput struct {
	Clone    common.Address
	Parties  [4]common.Address
	GroupKey [32]byte
	FeeBps   uint16
	Tiers    *big.Int
}

// UnpackProductOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x550c9a10.
//
// Solidity: function productOf(bytes terms, address template, address factory) pure returns(address clone, address[4] parties, bytes32 groupKey, uint16 feeBps, uint256 tiers)
func (bLS12381Harness *BLS12381Harness) UnpackProductOf(data []byte) (ProductOfOutput, error) {
	out, err := bLS12381Harness.abi.Unpack("productOf", data)
	outstruct := new(ProductOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Clone = *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	outstruct.Parties = *abi.ConvertType(out[1], new([4]common.Address)).(*[4]common.Address)
	outstruct.GroupKey = *abi.ConvertType(out[2], new([32]byte)).(*[32]byte)
	outstruct.FeeBps = *abi.ConvertType(out[3], new(uint16)).(*uint16)
	outstruct.Tiers = abi.ConvertType(out[4], new(big.Int)).(*big.Int)
	return *outstruct, nil
}

// PackProves is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x993e9e08.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function proves(bytes32[] given, uint256 index, bytes32 order, bytes32[] path) returns(bool)
func (bLS12381Harness *BLS12381Harness) PackProves(given [][32]byte, index *big.Int, order [32]byte, path [][32]byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("proves", given, index, order, path)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackProves is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x993e9e08.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function proves(bytes32[] given, uint256 index, bytes32 order, bytes32[] path) returns(bool)
func (bLS12381Harness *BLS12381Harness) TryPackProves(given [][32]byte, index *big.Int, order [32]byte, path [][32]byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("proves", given, index, order, path)
}

// UnpackProves is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x993e9e08.
//
// Solidity: function proves(bytes32[] given, uint256 index, bytes32 order, bytes32[] path) returns(bool)
func (bLS12381Harness *BLS12381Harness) UnpackProves(data []byte) (bool, error) {
	out, err := bLS12381Harness.abi.Unpack("proves", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackSamePairing is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf108bdfa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function samePairing(bytes32[3] a, bytes32[3] b, bytes32[6] q) view returns(bool)
func (bLS12381Harness *BLS12381Harness) PackSamePairing(a [3][32]byte, b [3][32]byte, q [6][32]byte) []byte {
	enc, err := bLS12381Harness.abi.Pack("samePairing", a, b, q)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackSamePairing is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xf108bdfa.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function samePairing(bytes32[3] a, bytes32[3] b, bytes32[6] q) view returns(bool)
func (bLS12381Harness *BLS12381Harness) TryPackSamePairing(a [3][32]byte, b [3][32]byte, q [6][32]byte) ([]byte, error) {
	return bLS12381Harness.abi.Pack("samePairing", a, b, q)
}

// UnpackSamePairing is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xf108bdfa.
//
// Solidity: function samePairing(bytes32[3] a, bytes32[3] b, bytes32[6] q) view returns(bool)
func (bLS12381Harness *BLS12381Harness) UnpackSamePairing(data []byte) (bool, error) {
	out, err := bLS12381Harness.abi.Unpack("samePairing", data)
	if err != nil {
		return *new(bool), err
	}
	out0 := *abi.ConvertType(out[0], new(bool)).(*bool)
	return out0, nil
}

// PackTierOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x250056dc.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function tierOf(bytes terms, uint256 k) pure returns(uint96, uint32, uint8)
func (bLS12381Harness *BLS12381Harness) PackTierOf(terms []byte, k *big.Int) []byte {
	enc, err := bLS12381Harness.abi.Pack("tierOf", terms, k)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTierOf is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x250056dc.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function tierOf(bytes terms, uint256 k) pure returns(uint96, uint32, uint8)
func (bLS12381Harness *BLS12381Harness) TryPackTierOf(terms []byte, k *big.Int) ([]byte, error) {
	return bLS12381Harness.abi.Pack("tierOf", terms, k)
}

// TierOfOutput serves as a container for the return parameters of contract
// method TierOf.
type TierOfOutput struct {
	Arg0 *big.Int
	Arg1 uint32
	Arg2 uint8
}

// UnpackTierOf is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x250056dc.
//
// Solidity: function tierOf(bytes terms, uint256 k) pure returns(uint96, uint32, uint8)
func (bLS12381Harness *BLS12381Harness) UnpackTierOf(data []byte) (TierOfOutput, error) {
	out, err := bLS12381Harness.abi.Unpack("tierOf", data)
	outstruct := new(TierOfOutput)
	if err != nil {
		return *outstruct, err
	}
	outstruct.Arg0 = abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	outstruct.Arg1 = *abi.ConvertType(out[1], new(uint32)).(*uint32)
	outstruct.Arg2 = *abi.ConvertType(out[2], new(uint8)).(*uint8)
	return *outstruct, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (bLS12381Harness *BLS12381Harness) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], bLS12381Harness.abi.Errors["BLS12381_BadPoint"].ID.Bytes()[:4]) {
		return bLS12381Harness.UnpackBLS12381BadPointError(raw[4:])
	}
	if bytes.Equal(raw[:4], bLS12381Harness.abi.Errors["CloneArgumentsTooLong"].ID.Bytes()[:4]) {
		return bLS12381Harness.UnpackCloneArgumentsTooLongError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// BLS12381HarnessBLS12381BadPoint represents a BLS12381_BadPoint error raised by the BLS12381Harness contract.
type BLS12381HarnessBLS12381BadPoint struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BLS12381_BadPoint()
func BLS12381HarnessBLS12381BadPointErrorID() common.Hash {
	return common.HexToHash("0xc6fe4832fba69d56802e2423257a70f76dd7eceed3a484e9879d9bf105e22665")
}

// UnpackBLS12381BadPointError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BLS12381_BadPoint()
func (bLS12381Harness *BLS12381Harness) UnpackBLS12381BadPointError(raw []byte) (*BLS12381HarnessBLS12381BadPoint, error) {
	out := new(BLS12381HarnessBLS12381BadPoint)
	if err := bLS12381Harness.abi.UnpackIntoInterface(out, "BLS12381_BadPoint", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// BLS12381HarnessCloneArgumentsTooLong represents a CloneArgumentsTooLong error raised by the BLS12381Harness contract.
type BLS12381HarnessCloneArgumentsTooLong struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error CloneArgumentsTooLong()
func BLS12381HarnessCloneArgumentsTooLongErrorID() common.Hash {
	return common.HexToHash("0x94289054871591d3430cc609d2f0e85b3474ba36313e71e06c09c95ae956555b")
}

// UnpackCloneArgumentsTooLongError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error CloneArgumentsTooLong()
func (bLS12381Harness *BLS12381Harness) UnpackCloneArgumentsTooLongError(raw []byte) (*BLS12381HarnessCloneArgumentsTooLong, error) {
	out := new(BLS12381HarnessCloneArgumentsTooLong)
	if err := bLS12381Harness.abi.UnpackIntoInterface(out, "CloneArgumentsTooLong", raw); err != nil {
		return nil, err
	}
	return out, nil
}
