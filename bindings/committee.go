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

// CommitteeMetaData contains all meta data concerning the Committee contract.
var CommitteeMetaData = bind.MetaData{
	ABI: "[{\"inputs\":[{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"},{\"internalType\":\"address[]\",\"name\":\"operators_\",\"type\":\"address[]\"},{\"internalType\":\"string[]\",\"name\":\"urls_\",\"type\":\"string[]\"},{\"internalType\":\"uint16\",\"name\":\"threshold\",\"type\":\"uint16\"},{\"internalType\":\"uint16\",\"name\":\"feeBps\",\"type\":\"uint16\"}],\"stateMutability\":\"nonpayable\",\"type\":\"constructor\"},{\"inputs\":[],\"name\":\"BLS12381_BadPoint\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"}],\"name\":\"Committee_Active\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"feeBps\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"most\",\"type\":\"uint256\"}],\"name\":\"Committee_Fee\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"keys\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"operators\",\"type\":\"uint256\"}],\"name\":\"Committee_Keys\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Committee_Locked\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"escrow\",\"type\":\"address\"}],\"name\":\"Committee_NotEscrow\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"caller\",\"type\":\"address\"}],\"name\":\"Committee_NotOperator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"Committee_Nothing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"Committee_Operator\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"operators\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"urls\",\"type\":\"uint256\"}],\"name\":\"Committee_Operators\",\"type\":\"error\"},{\"inputs\":[],\"name\":\"Committee_Pairing\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Committee_SendFailed\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"uint256\",\"name\":\"threshold\",\"type\":\"uint256\"},{\"internalType\":\"uint256\",\"name\":\"operators\",\"type\":\"uint256\"}],\"name\":\"Committee_Threshold\",\"type\":\"error\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"SafeERC20FailedOperation\",\"type\":\"error\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"Activated\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"Confirmed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"string\",\"name\":\"url\",\"type\":\"string\"}],\"name\":\"Moved\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"},{\"indexed\":true,\"internalType\":\"bytes32\",\"name\":\"groupKey\",\"type\":\"bytes32\"},{\"indexed\":false,\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"indexed\":false,\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"indexed\":false,\"internalType\":\"bytes32[6][]\",\"name\":\"V\",\"type\":\"bytes32[6][]\"},{\"indexed\":false,\"internalType\":\"bytes32\",\"name\":\"transcript\",\"type\":\"bytes32\"}],\"name\":\"Proposed\",\"type\":\"event\"},{\"anonymous\":false,\"inputs\":[{\"indexed\":true,\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"indexed\":true,\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"},{\"indexed\":false,\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"name\":\"Pulled\",\"type\":\"event\"},{\"inputs\":[],\"name\":\"ESCROW\",\"outputs\":[{\"internalType\":\"address\",\"name\":\"\",\"type\":\"address\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"FEE_BPS\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"THRESHOLD\",\"outputs\":[{\"internalType\":\"uint16\",\"name\":\"\",\"type\":\"uint16\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"publisher\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"}],\"name\":\"collect\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32[3]\",\"name\":\"P\",\"type\":\"bytes32[3]\"},{\"internalType\":\"bytes32[6]\",\"name\":\"Q\",\"type\":\"bytes32[6]\"},{\"internalType\":\"bytes32[6][]\",\"name\":\"V\",\"type\":\"bytes32[6][]\"},{\"internalType\":\"bytes32\",\"name\":\"transcript\",\"type\":\"bytes32\"}],\"name\":\"confirm\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"bytes32\",\"name\":\"digest\",\"type\":\"bytes32\"}],\"name\":\"confirmations\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"confirmed\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"keys\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"due\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"\",\"type\":\"uint256\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"groupKey\",\"outputs\":[{\"internalType\":\"bytes32\",\"name\":\"\",\"type\":\"bytes32\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"string\",\"name\":\"newUrl\",\"type\":\"string\"}],\"name\":\"move\",\"outputs\":[],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[],\"name\":\"operators\",\"outputs\":[{\"internalType\":\"address[]\",\"name\":\"\",\"type\":\"address[]\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"token\",\"type\":\"address\"},{\"internalType\":\"address\",\"name\":\"to\",\"type\":\"address\"}],\"name\":\"pull\",\"outputs\":[{\"internalType\":\"uint256\",\"name\":\"amount\",\"type\":\"uint256\"}],\"stateMutability\":\"nonpayable\",\"type\":\"function\"},{\"inputs\":[{\"internalType\":\"address\",\"name\":\"operator\",\"type\":\"address\"}],\"name\":\"url\",\"outputs\":[{\"internalType\":\"string\",\"name\":\"\",\"type\":\"string\"}],\"stateMutability\":\"view\",\"type\":\"function\"},{\"stateMutability\":\"payable\",\"type\":\"receive\"}]",
	ID:  "Committee",
	Bin: "0x60e0604052346104c757611e5580380380610019816104e3565b928339810160a0828203126104c75761003182610508565b60208301519092906001600160401b0381116104c75781019180601f840112156104c7578251936100696100648661051c565b6104e3565b93602085878152016020819760051b830101918483116104c757602001905b8282106104cb5750505060408301516001600160401b0381116104c75783019180601f840112156104c7578251926100c26100648561051c565b9360208086838152019160051b830101918383116104c75760208101915b83831061045657505050505061010460806100fd60608601610533565b9401610533565b9184518015801561044c575b8015610441575b6104295761ffff851680158015610420575b61040b575061ffff84166103e881116103f357505f5b81811061023d5750505060c05260a05260805251906001600160401b0382116102295768010000000000000000821161022957600254826002558083106101f0575b509060025f5260205f20915f5b8281106101d3576040516118cf9081610586823960805181611028015260a051818181610b5b0152610cc1015260c051818181602f015281816109ad0152610d0a0152f35b81516001600160a01b03168185015560209091019060010161018e565b60025f52610223908390037f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace840161056a565b5f610181565b634e487b7160e01b5f52604160045260245ffd5b6001600160a01b0361024f8289610542565b5116801580156103dd575b6103cb57805f52600460205260405f20600160ff1982541617905561027f8285610542565b515f91825260036020526040909120815190916001600160401b038211610229578254600181811c911680156103c1575b60208210146103ad57601f811161036a575b50602090601f8311600114610303576001949392915f91836102f8575b50505f19600383901b1c191690841b1790555b0161013f565b015190505f806102df565b90601f19831691845f52815f20925f5b81811061035257509160019695949291838895931061033a575b505050811b0190556102f2565b01515f1960f88460031b161c191690555f808061032d565b92936020600181928786015181550195019301610313565b828111156102c25761039f90845f5260205f2090601f850160051c90602086106103a5575b601f82910160051c03910161056a565b5f6102c2565b5f915061038f565b634e487b7160e01b5f52602260045260245ffd5b90607f16906102b0565b6308b8416760e41b5f5260045260245ffd5b50805f52600460205260ff60405f20541661025a565b63115b309360e21b5f526004526103e860245260445ffd5b63428bb22b60e01b5f5260045260245260445ffd5b50818111610129565b90519063d57f3ad160e01b5f5260045260245260445ffd5b508151811415610117565b5060208111610110565b82516001600160401b0381116104c757820185603f820112156104c7576020810151916001600160401b0383116102295761049a601f8401601f19166020016104e3565b83815260408385010188106104c7575f602085819660408397018386015e830101528152019201916100e0565b5f80fd5b602080916104d884610508565b815201910190610088565b6040519190601f01601f191682016001600160401b0381118382101761022957604052565b51906001600160a01b03821682036104c757565b6001600160401b0381116102295760051b60200190565b519061ffff821682036104c757565b80518210156105565760209160051b010190565b634e487b7160e01b5f52603260045260245ffd5b5f5b82811061057857505050565b5f8282015560010161056c56fe60806040526004361015610087575b3615610018575f80fd5b73ffffffffffffffffffffffffffffffffffffffff7f00000000000000000000000000000000000000000000000000000000000000001680330361005857005b7faf5b3006000000000000000000000000000000000000000000000000000000005f523360045260245260445ffd5b5f3560e01c80630bfb0697146112e557806366b3bcb01461104c578063785ffb3714610ff05780639037d9ca14610fb65780639a62d44c14610e5c578063a12ef25e14610be2578063a9d9979514610b7f578063bf333f2c14610b23578063c98fa6bf14610ad1578063e673df8a146109d1578063e681c4aa14610963578063ec95bfe71461091b5763fb6a42400361000e5734610810576101607ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126108105736606411610810573661012411610810576101243567ffffffffffffffff811161081057366023820112156108105780600401359067ffffffffffffffff82116108105760248101906024369160c08502010111610810576101443590335f52600460205260ff60405f205416156108ef575f54806108c4575060025480840361089557506040516020810190610213816101e78688878761177f565b037fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe08101835282611636565b51902092604051602081019060606004833760c060646080830137610120815261023f61014082611636565b51902092845f52600560205260405f205415918280936103f2575b6103ca578493869361038c575b5050505050335f52600160205260405f20548061034f575b50335f5260016020528160405f205581337fe9b6a6673f4cf3a2dd15c13fa7f706b36e0c3a446358082e9bad47b6fb7d35b15f80a3815f52600560205260405f2080547fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff811461032257600101809155600254146102f957005b805f557f2fc21317f52fc91fbf2c84357eacb1a9ebb6c1c975ccf7a30d55588368ead7365f80a3005b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601160045260245ffd5b5f52600560205260405f2080548015610322577fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff0190555f61027f565b6103bd7fa16a1383fb588a81cc919cddacc143dae26bb98a3059c714198fdea5e0dd1cb9936040519384938461177f565b0390a380825f8080610267565b7f4edf2fea000000000000000000000000000000000000000000000000000000005f5260045ffd5b50604051610401606082611636565b6004815b606482106108855750506040519061041e60c083611636565b6064825b610124821061084857505061043561186f565b90805160801c9060406fffffffffffffffffffffffffffffffff82516020840190815160801c9060801b17946020870195865286525116910151918260608501528160408501528351905117171715159182610494575b50501561025a565b5f92509082916104a261186f565b506107c0604051916104b3836115fd565b6f17f1d3a73197d7942695638c4fa9ac0f83527fc3688c4f9774b905a14e3a3f171bac586c55e83ff97a1aeffb3af00adb22c6bb60208401526f08b3f481e3aaa0f1a09e30ed741d8ae460408401527ffcf5e095d5d00af600db18cb2c04b3edd03cc744a2888ae40caa232946c5e7e16060840152610530611893565b906fffffffffffffffffffffffffffffffff815160801c8251906020840191825160801c9060801b1760208601528452511660408201516060840152604083015260a06fffffffffffffffffffffffffffffffff60608301805160801c9051906080850191825160801c9060801b17848701526080860152511691015160e083015260c08201526105bf611893565b5061076a604051936105d085611619565b6f024aa2b2f08f0a91260805272dc5105185527fc6e47ad4fa403b02b4510b647ae3d1770bac0326a805bbefd48056c8c121bdb860208601526f13e02b6052719f607dacd3a088274f6560408601527f596bd0d09920b61ab5da61bbdc7f5049334cf11213945d57e5ac7d055d042b7e60608601526f0d1b3cc2c7027888be51d9ef691d77bc60808601527fb679afda66c73f17f9ee3837a55024f78c71363275a75d75d86bab79f74782aa60a08601526f13fa4d4a0ad8b1ce186ed5061789213d60c08601527f993923066dddaf1040bc3ff59f825c78df74f2d75467e25e0f55f8a00fa030ed60e0860152610740604051956106f0602088018099606080918051845260208101516020850152604081015160408501520151910152565b60a087019060e08091805184526020810151602085015260408101516040850152606081015160608501526080810151608085015260a081015160a085015260c081015160c08501520151910152565b80516101a086015260208101516101c086015260408101516101e086015260600151610200850152565b805161022084015260208101516102408401526040810151610260840152606081015161028084015260808101516102a084015260a08101516102c084015260c08101516102e084015260e00151610300830152565b61030081526107d161032082611636565b5190600f620c8fa0fa6107e2611684565b9015801561083c575b6108145760208180518101031261081057602001518015158103610810575f8061048c565b5f80fd5b7fc6fe4832000000000000000000000000000000000000000000000000000000005f5260045ffd5b506020815114156107eb565b8135815260209182019101610422565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52604160045260245ffd5b8135815260209182019101610405565b837fdc10ad7f000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b7f9613f7ae000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b7f03afc200000000000000000000000000000000000000000000000000000000005f523360045260245ffd5b346108105760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610810576004355f526005602052602060405f2054604051908152f35b34610810575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261081057602060405173ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b34610810575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610810576040518060206002549283815201809260025f527f405787fa12a823e0f2b7631cc41b3ba8828b3321ca811111fa75cd3aa3bb5ace905f5b818110610aa55750505081610a4d910382611636565b604051918291602083019060208452518091526040830191905f5b818110610a76575050500390f35b825173ffffffffffffffffffffffffffffffffffffffff16845285945060209384019390920191600101610a68565b825473ffffffffffffffffffffffffffffffffffffffff16845260209093019260019283019201610a37565b346108105760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc360112610810576020610b1b610b0d611566565b610b15611589565b906116ee565b604051908152f35b34610810575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261081057602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346108105760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126108105773ffffffffffffffffffffffffffffffffffffffff610bcb611566565b165f526001602052602060405f2054604051908152f35b346108105760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261081057610c19611566565b610c21611589565b60ff5f5c16610e345760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d610c5c816117d8565b73ffffffffffffffffffffffffffffffffffffffff604051937f6157fdc900000000000000000000000000000000000000000000000000000000855216600484015273ffffffffffffffffffffffffffffffffffffffff82169283602482015261ffff7f00000000000000000000000000000000000000000000000000000000000000001660448201523060648201526020816084815f73ffffffffffffffffffffffffffffffffffffffff7f0000000000000000000000000000000000000000000000000000000000000000165af18015610e2957610df7575b50610d44610d49926117d8565b6116e1565b815f526007602052610d5f8160405f2054611677565b6002548015610dca57835f526006602052610d8160405f209183048254611677565b9055600254908115610dca576020935f52600784520660405f20557fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d604051908152f35b7f4e487b71000000000000000000000000000000000000000000000000000000005f52601260045260245ffd5b6020813d602011610e21575b81610e1060209383611636565b810103126108105750610d44610d37565b3d9150610e03565b6040513d5f823e3d90fd5b7ffee03be7000000000000000000000000000000000000000000000000000000005f5260045ffd5b346108105760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126108105773ffffffffffffffffffffffffffffffffffffffff610ea8611566565b165f52600360205260405f206040515f825492610ec4846115ac565b9081845260208401946001811690815f14610f7b5750600114610f3b575b84604085610ef281870382611636565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8351948593602085525180918160208701528686015e5f85828601015201168101030190f35b5f90815260208120939250905b808210610f6157509091508101602001610ef282610ee2565b919260018160209254838588010152019101909291610f48565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff001686525050151560051b82016020019050610ef282610ee2565b34610810575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126108105760205f54604051908152f35b34610810575f7ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261081057602060405161ffff7f0000000000000000000000000000000000000000000000000000000000000000168152f35b346108105760407ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc36011261081057611083611566565b61108b611589565b9060ff5f5c16610e345760017fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c16175f5d335f52600460205260ff60405f205416156108ef576110dd33826116ee565b90811561129f5773ffffffffffffffffffffffffffffffffffffffff1691825f52600860205260405f2073ffffffffffffffffffffffffffffffffffffffff33165f5260205260405f20611132838254611677565b905573ffffffffffffffffffffffffffffffffffffffff81169081846040518581527f71245ca0cbcd7ed3effe3e947001ed7a673eb73fda8d6c09755be6d7cb89d24d60203392a4831561124f5750604051907fa9059cbb000000000000000000000000000000000000000000000000000000005f526004528160245260205f60448180875af19060015f511482161561122e575b6040521561120257602091505b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff005f5c165f5d604051908152f35b507f5274afe7000000000000000000000000000000000000000000000000000000005f5260045260245ffd5b90600181151661124657833b15153d151616906111c7565b503d5f823e3d90fd5b8293505f8080939481935af1611263611684565b501561127257506020906111d4565b7eb6ac01000000000000000000000000000000000000000000000000000000005f5260045260245260445ffd5b73ffffffffffffffffffffffffffffffffffffffff907fc2084cca000000000000000000000000000000000000000000000000000000005f52336004521660245260445ffd5b346108105760207ffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffc3601126108105760043567ffffffffffffffff8111610810573660238201121561081057806004013567ffffffffffffffff811161081057366024828401011161081057335f52600460205260ff60405f205416156108ef57335f52600360205260405f209161137d83546115ac565b601f8111611515575b505f92601f831160011461145057827f0b3ad9982904e2122e1b7f17b73f21a625e794612d0eb4522ebdb4ae2922ebda93945f91611442575b508460011b907fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff8660031b1c19161790555b82602460405192602084528260208501520160408301375f604084830101526040817fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f339601168101030190a2005b6024915083010135856113bf565b7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0831693815f5260205f20905f5b8681106114fa5750847f0b3ad9982904e2122e1b7f17b73f21a625e794612d0eb4522ebdb4ae2922ebda9596106114bf575b5050600184811b0190556113f1565b60247fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffff60f88860031b161c19918501013516905584806114b0565b9091602060018192602486890101358155019301910161147e565b8281111561138657835f5260205f20601f840160051c906020851061155e575b81601f9101920160051c03905f5b828110611551575050611386565b5f82820155600101611543565b5f9150611535565b6004359073ffffffffffffffffffffffffffffffffffffffff8216820361081057565b6024359073ffffffffffffffffffffffffffffffffffffffff8216820361081057565b90600182811c921680156115f3575b60208310146115c657565b7f4e487b71000000000000000000000000000000000000000000000000000000005f52602260045260245ffd5b91607f16916115bb565b6080810190811067ffffffffffffffff82111761085857604052565b610100810190811067ffffffffffffffff82111761085857604052565b90601f7fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0910116810190811067ffffffffffffffff82111761085857604052565b9190820180921161032257565b3d156116dc573d9067ffffffffffffffff821161085857604051916116d160207fffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffffe0601f8401160184611636565b82523d5f602084013e565b606090565b9190820391821161032257565b9073ffffffffffffffffffffffffffffffffffffffff81165f52600460205260ff60405f2054165f146117795773ffffffffffffffffffffffffffffffffffffffff611776921690815f52600660205260405f2054915f52600860205273ffffffffffffffffffffffffffffffffffffffff60405f2091165f5260205260405f2054906116e1565b90565b50505f90565b9392919081610160860160606004883760c06064606089013761016061012088015252610180850190915f5b8181106117be5750506101409150930152565b909160c080828187600195370194019101929190926117ab565b73ffffffffffffffffffffffffffffffffffffffff16806117f857504790565b6020602491604051928380927f70a082310000000000000000000000000000000000000000000000000000000082523060048301525afa908115610e29575f91611840575090565b90506020813d602011611867575b8161185b60209383611636565b81010312610810575190565b3d915061184e565b6040519061187c826115fd565b5f6060838281528260208201528260408201520152565b604051906118a082611619565b5f60e0838281528260208201528260408201528260608201528260808201528260a08201528260c0820152015256",
}

// Committee is an auto generated Go binding around an Ethereum contract.
type Committee struct {
	abi abi.ABI
}

// GetABI returns the ABI associated with this contract binding.
func (c *Committee) GetABI() abi.ABI {
	return c.abi
}

// NewCommittee creates a new instance of Committee.
func NewCommittee() *Committee {
	parsed, err := CommitteeMetaData.ParseABI()
	if err != nil {
		panic(errors.New("invalid ABI: " + err.Error()))
	}
	return &Committee{abi: *parsed}
}

// Instance creates a wrapper for a deployed contract instance at the given address.
// Use this to create the instance object passed to abigen v2 library functions Call, Transact, etc.
func (c *Committee) Instance(backend bind.ContractBackend, addr common.Address) *bind.BoundContract {
	return bind.NewBoundContract(addr, c.abi, backend, backend, backend)
}

// PackConstructor is the Go binding used to pack the parameters required for
// contract deployment.
//
// Solidity: constructor(address escrow, address[] operators_, string[] urls_, uint16 threshold, uint16 feeBps) returns()
func (committee *Committee) PackConstructor(escrow common.Address, operators_ []common.Address, urls_ []string, threshold uint16, feeBps uint16) []byte {
	enc, err := committee.abi.Pack("", escrow, operators_, urls_, threshold, feeBps)
	if err != nil {
		panic(err)
	}
	return enc
}

// PackESCROW is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe681c4aa.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function ESCROW() view returns(address)
func (committee *Committee) PackESCROW() []byte {
	enc, err := committee.abi.Pack("ESCROW")
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
func (committee *Committee) TryPackESCROW() ([]byte, error) {
	return committee.abi.Pack("ESCROW")
}

// UnpackESCROW is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe681c4aa.
//
// Solidity: function ESCROW() view returns(address)
func (committee *Committee) UnpackESCROW(data []byte) (common.Address, error) {
	out, err := committee.abi.Unpack("ESCROW", data)
	if err != nil {
		return *new(common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new(common.Address)).(*common.Address)
	return out0, nil
}

// PackFEEBPS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf333f2c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function FEE_BPS() view returns(uint16)
func (committee *Committee) PackFEEBPS() []byte {
	enc, err := committee.abi.Pack("FEE_BPS")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackFEEBPS is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xbf333f2c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function FEE_BPS() view returns(uint16)
func (committee *Committee) TryPackFEEBPS() ([]byte, error) {
	return committee.abi.Pack("FEE_BPS")
}

// UnpackFEEBPS is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xbf333f2c.
//
// Solidity: function FEE_BPS() view returns(uint16)
func (committee *Committee) UnpackFEEBPS(data []byte) (uint16, error) {
	out, err := committee.abi.Unpack("FEE_BPS", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackTHRESHOLD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x785ffb37.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function THRESHOLD() view returns(uint16)
func (committee *Committee) PackTHRESHOLD() []byte {
	enc, err := committee.abi.Pack("THRESHOLD")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackTHRESHOLD is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x785ffb37.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function THRESHOLD() view returns(uint16)
func (committee *Committee) TryPackTHRESHOLD() ([]byte, error) {
	return committee.abi.Pack("THRESHOLD")
}

// UnpackTHRESHOLD is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x785ffb37.
//
// Solidity: function THRESHOLD() view returns(uint16)
func (committee *Committee) UnpackTHRESHOLD(data []byte) (uint16, error) {
	out, err := committee.abi.Unpack("THRESHOLD", data)
	if err != nil {
		return *new(uint16), err
	}
	out0 := *abi.ConvertType(out[0], new(uint16)).(*uint16)
	return out0, nil
}

// PackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa12ef25e.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function collect(address publisher, address token) returns(uint256 amount)
func (committee *Committee) PackCollect(publisher common.Address, token common.Address) []byte {
	enc, err := committee.abi.Pack("collect", publisher, token)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackCollect is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa12ef25e.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function collect(address publisher, address token) returns(uint256 amount)
func (committee *Committee) TryPackCollect(publisher common.Address, token common.Address) ([]byte, error) {
	return committee.abi.Pack("collect", publisher, token)
}

// UnpackCollect is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa12ef25e.
//
// Solidity: function collect(address publisher, address token) returns(uint256 amount)
func (committee *Committee) UnpackCollect(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("collect", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackConfirm is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb6a4240.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirm(bytes32[3] P, bytes32[6] Q, bytes32[6][] V, bytes32 transcript) returns()
func (committee *Committee) PackConfirm(p [3][32]byte, q [6][32]byte, v [][6][32]byte, transcript [32]byte) []byte {
	enc, err := committee.abi.Pack("confirm", p, q, v, transcript)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirm is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xfb6a4240.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirm(bytes32[3] P, bytes32[6] Q, bytes32[6][] V, bytes32 transcript) returns()
func (committee *Committee) TryPackConfirm(p [3][32]byte, q [6][32]byte, v [][6][32]byte, transcript [32]byte) ([]byte, error) {
	return committee.abi.Pack("confirm", p, q, v, transcript)
}

// PackConfirmations is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec95bfe7.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmations(bytes32 digest) view returns(uint256)
func (committee *Committee) PackConfirmations(digest [32]byte) []byte {
	enc, err := committee.abi.Pack("confirmations", digest)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirmations is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xec95bfe7.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirmations(bytes32 digest) view returns(uint256)
func (committee *Committee) TryPackConfirmations(digest [32]byte) ([]byte, error) {
	return committee.abi.Pack("confirmations", digest)
}

// UnpackConfirmations is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xec95bfe7.
//
// Solidity: function confirmations(bytes32 digest) view returns(uint256)
func (committee *Committee) UnpackConfirmations(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("confirmations", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackConfirmed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9d99795.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function confirmed(address operator) view returns(bytes32 keys)
func (committee *Committee) PackConfirmed(operator common.Address) []byte {
	enc, err := committee.abi.Pack("confirmed", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackConfirmed is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xa9d99795.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function confirmed(address operator) view returns(bytes32 keys)
func (committee *Committee) TryPackConfirmed(operator common.Address) ([]byte, error) {
	return committee.abi.Pack("confirmed", operator)
}

// UnpackConfirmed is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xa9d99795.
//
// Solidity: function confirmed(address operator) view returns(bytes32 keys)
func (committee *Committee) UnpackConfirmed(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("confirmed", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc98fa6bf.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function due(address token, address operator) view returns(uint256)
func (committee *Committee) PackDue(token common.Address, operator common.Address) []byte {
	enc, err := committee.abi.Pack("due", token, operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackDue is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xc98fa6bf.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function due(address token, address operator) view returns(uint256)
func (committee *Committee) TryPackDue(token common.Address, operator common.Address) ([]byte, error) {
	return committee.abi.Pack("due", token, operator)
}

// UnpackDue is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xc98fa6bf.
//
// Solidity: function due(address token, address operator) view returns(uint256)
func (committee *Committee) UnpackDue(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("due", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function groupKey() view returns(bytes32)
func (committee *Committee) PackGroupKey() []byte {
	enc, err := committee.abi.Pack("groupKey")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackGroupKey is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9037d9ca.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function groupKey() view returns(bytes32)
func (committee *Committee) TryPackGroupKey() ([]byte, error) {
	return committee.abi.Pack("groupKey")
}

// UnpackGroupKey is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9037d9ca.
//
// Solidity: function groupKey() view returns(bytes32)
func (committee *Committee) UnpackGroupKey(data []byte) ([32]byte, error) {
	out, err := committee.abi.Unpack("groupKey", data)
	if err != nil {
		return *new([32]byte), err
	}
	out0 := *abi.ConvertType(out[0], new([32]byte)).(*[32]byte)
	return out0, nil
}

// PackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bfb0697.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function move(string newUrl) returns()
func (committee *Committee) PackMove(newUrl string) []byte {
	enc, err := committee.abi.Pack("move", newUrl)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackMove is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x0bfb0697.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function move(string newUrl) returns()
func (committee *Committee) TryPackMove(newUrl string) ([]byte, error) {
	return committee.abi.Pack("move", newUrl)
}

// PackOperators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe673df8a.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function operators() view returns(address[])
func (committee *Committee) PackOperators() []byte {
	enc, err := committee.abi.Pack("operators")
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackOperators is the Go binding used to pack the parameters required for calling
// the contract method with ID 0xe673df8a.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function operators() view returns(address[])
func (committee *Committee) TryPackOperators() ([]byte, error) {
	return committee.abi.Pack("operators")
}

// UnpackOperators is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0xe673df8a.
//
// Solidity: function operators() view returns(address[])
func (committee *Committee) UnpackOperators(data []byte) ([]common.Address, error) {
	out, err := committee.abi.Unpack("operators", data)
	if err != nil {
		return *new([]common.Address), err
	}
	out0 := *abi.ConvertType(out[0], new([]common.Address)).(*[]common.Address)
	return out0, nil
}

// PackPull is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66b3bcb0.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function pull(address token, address to) returns(uint256 amount)
func (committee *Committee) PackPull(token common.Address, to common.Address) []byte {
	enc, err := committee.abi.Pack("pull", token, to)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackPull is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x66b3bcb0.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function pull(address token, address to) returns(uint256 amount)
func (committee *Committee) TryPackPull(token common.Address, to common.Address) ([]byte, error) {
	return committee.abi.Pack("pull", token, to)
}

// UnpackPull is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x66b3bcb0.
//
// Solidity: function pull(address token, address to) returns(uint256 amount)
func (committee *Committee) UnpackPull(data []byte) (*big.Int, error) {
	out, err := committee.abi.Unpack("pull", data)
	if err != nil {
		return new(big.Int), err
	}
	out0 := abi.ConvertType(out[0], new(big.Int)).(*big.Int)
	return out0, nil
}

// PackUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a62d44c.  This method will panic if any
// invalid/nil inputs are passed.
//
// Solidity: function url(address operator) view returns(string)
func (committee *Committee) PackUrl(operator common.Address) []byte {
	enc, err := committee.abi.Pack("url", operator)
	if err != nil {
		panic(err)
	}
	return enc
}

// TryPackUrl is the Go binding used to pack the parameters required for calling
// the contract method with ID 0x9a62d44c.  This method will return an error
// if any inputs are invalid/nil.
//
// Solidity: function url(address operator) view returns(string)
func (committee *Committee) TryPackUrl(operator common.Address) ([]byte, error) {
	return committee.abi.Pack("url", operator)
}

// UnpackUrl is the Go binding that unpacks the parameters returned
// from invoking the contract method with ID 0x9a62d44c.
//
// Solidity: function url(address operator) view returns(string)
func (committee *Committee) UnpackUrl(data []byte) (string, error) {
	out, err := committee.abi.Unpack("url", data)
	if err != nil {
		return *new(string), err
	}
	out0 := *abi.ConvertType(out[0], new(string)).(*string)
	return out0, nil
}

// CommitteeActivated represents a Activated event raised by the Committee contract.
type CommitteeActivated struct {
	GroupKey [32]byte
	Digest   [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteeActivatedEventName = "Activated"

// ContractEventName returns the user-defined event name.
func (CommitteeActivated) ContractEventName() string {
	return CommitteeActivatedEventName
}

// UnpackActivatedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Activated(bytes32 indexed groupKey, bytes32 indexed digest)
func (committee *Committee) UnpackActivatedEvent(log *types.Log) (*CommitteeActivated, error) {
	event := "Activated"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeActivated)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeConfirmed represents a Confirmed event raised by the Committee contract.
type CommitteeConfirmed struct {
	Operator common.Address
	Digest   [32]byte
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteeConfirmedEventName = "Confirmed"

// ContractEventName returns the user-defined event name.
func (CommitteeConfirmed) ContractEventName() string {
	return CommitteeConfirmedEventName
}

// UnpackConfirmedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Confirmed(address indexed operator, bytes32 indexed digest)
func (committee *Committee) UnpackConfirmedEvent(log *types.Log) (*CommitteeConfirmed, error) {
	event := "Confirmed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeConfirmed)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeMoved represents a Moved event raised by the Committee contract.
type CommitteeMoved struct {
	Operator common.Address
	Url      string
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteeMovedEventName = "Moved"

// ContractEventName returns the user-defined event name.
func (CommitteeMoved) ContractEventName() string {
	return CommitteeMovedEventName
}

// UnpackMovedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Moved(address indexed operator, string url)
func (committee *Committee) UnpackMovedEvent(log *types.Log) (*CommitteeMoved, error) {
	event := "Moved"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeMoved)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteeProposed represents a Proposed event raised by the Committee contract.
type CommitteeProposed struct {
	Digest     [32]byte
	GroupKey   [32]byte
	P          [3][32]byte
	Q          [6][32]byte
	V          [][6][32]byte
	Transcript [32]byte
	Raw        *types.Log // Blockchain specific contextual infos
}

const CommitteeProposedEventName = "Proposed"

// ContractEventName returns the user-defined event name.
func (CommitteeProposed) ContractEventName() string {
	return CommitteeProposedEventName
}

// UnpackProposedEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Proposed(bytes32 indexed digest, bytes32 indexed groupKey, bytes32[3] P, bytes32[6] Q, bytes32[6][] V, bytes32 transcript)
func (committee *Committee) UnpackProposedEvent(log *types.Log) (*CommitteeProposed, error) {
	event := "Proposed"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteeProposed)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// CommitteePulled represents a Pulled event raised by the Committee contract.
type CommitteePulled struct {
	Operator common.Address
	Token    common.Address
	To       common.Address
	Amount   *big.Int
	Raw      *types.Log // Blockchain specific contextual infos
}

const CommitteePulledEventName = "Pulled"

// ContractEventName returns the user-defined event name.
func (CommitteePulled) ContractEventName() string {
	return CommitteePulledEventName
}

// UnpackPulledEvent is the Go binding that unpacks the event data emitted
// by contract.
//
// Solidity: event Pulled(address indexed operator, address indexed token, address indexed to, uint256 amount)
func (committee *Committee) UnpackPulledEvent(log *types.Log) (*CommitteePulled, error) {
	event := "Pulled"
	if len(log.Topics) == 0 {
		return nil, bind.ErrNoEventSignature
	}
	if log.Topics[0] != committee.abi.Events[event].ID {
		return nil, bind.ErrEventSignatureMismatch
	}
	out := new(CommitteePulled)
	if len(log.Data) > 0 {
		if err := committee.abi.UnpackIntoInterface(out, event, log.Data); err != nil {
			return nil, err
		}
	}
	var indexed abi.Arguments
	for _, arg := range committee.abi.Events[event].Inputs {
		if arg.Indexed {
			indexed = append(indexed, arg)
		}
	}
	if err := abi.ParseTopics(out, indexed, log.Topics[1:]); err != nil {
		return nil, err
	}
	out.Raw = log
	return out, nil
}

// UnpackError attempts to decode the provided error data using user-defined
// error definitions.
func (committee *Committee) UnpackError(raw []byte) (any, error) {
	if bytes.Equal(raw[:4], committee.abi.Errors["BLS12381_BadPoint"].ID.Bytes()[:4]) {
		return committee.UnpackBLS12381BadPointError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Active"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeActiveError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Fee"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeFeeError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Keys"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeKeysError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Locked"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeLockedError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_NotEscrow"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNotEscrowError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_NotOperator"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNotOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Nothing"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeNothingError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Operator"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeOperatorError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Operators"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeOperatorsError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Pairing"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteePairingError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_SendFailed"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeSendFailedError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["Committee_Threshold"].ID.Bytes()[:4]) {
		return committee.UnpackCommitteeThresholdError(raw[4:])
	}
	if bytes.Equal(raw[:4], committee.abi.Errors["SafeERC20FailedOperation"].ID.Bytes()[:4]) {
		return committee.UnpackSafeERC20FailedOperationError(raw[4:])
	}
	return nil, errors.New("Unknown error")
}

// CommitteeBLS12381BadPoint represents a BLS12381_BadPoint error raised by the Committee contract.
type CommitteeBLS12381BadPoint struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error BLS12381_BadPoint()
func CommitteeBLS12381BadPointErrorID() common.Hash {
	return common.HexToHash("0xc6fe4832fba69d56802e2423257a70f76dd7eceed3a484e9879d9bf105e22665")
}

// UnpackBLS12381BadPointError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error BLS12381_BadPoint()
func (committee *Committee) UnpackBLS12381BadPointError(raw []byte) (*CommitteeBLS12381BadPoint, error) {
	out := new(CommitteeBLS12381BadPoint)
	if err := committee.abi.UnpackIntoInterface(out, "BLS12381_BadPoint", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeActive represents a Committee_Active error raised by the Committee contract.
type CommitteeCommitteeActive struct {
	GroupKey [32]byte
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Active(bytes32 groupKey)
func CommitteeCommitteeActiveErrorID() common.Hash {
	return common.HexToHash("0x9613f7ae95b509eb6c73a330ef2eb7d4fb62ea6f008a39c7e6d24b31249760c3")
}

// UnpackCommitteeActiveError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Active(bytes32 groupKey)
func (committee *Committee) UnpackCommitteeActiveError(raw []byte) (*CommitteeCommitteeActive, error) {
	out := new(CommitteeCommitteeActive)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Active", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeFee represents a Committee_Fee error raised by the Committee contract.
type CommitteeCommitteeFee struct {
	FeeBps *big.Int
	Most   *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Fee(uint256 feeBps, uint256 most)
func CommitteeCommitteeFeeErrorID() common.Hash {
	return common.HexToHash("0x456cc24c081943f562c7afa6898aa78fbc0e3db7095ad7a5e1c7d926571e9fb6")
}

// UnpackCommitteeFeeError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Fee(uint256 feeBps, uint256 most)
func (committee *Committee) UnpackCommitteeFeeError(raw []byte) (*CommitteeCommitteeFee, error) {
	out := new(CommitteeCommitteeFee)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Fee", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeKeys represents a Committee_Keys error raised by the Committee contract.
type CommitteeCommitteeKeys struct {
	Keys      *big.Int
	Operators *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Keys(uint256 keys, uint256 operators)
func CommitteeCommitteeKeysErrorID() common.Hash {
	return common.HexToHash("0xdc10ad7fe7bbbe0cb487f0580110d50015ed3e9c68db50bc9fa7133e4f4a458f")
}

// UnpackCommitteeKeysError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Keys(uint256 keys, uint256 operators)
func (committee *Committee) UnpackCommitteeKeysError(raw []byte) (*CommitteeCommitteeKeys, error) {
	out := new(CommitteeCommitteeKeys)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Keys", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeLocked represents a Committee_Locked error raised by the Committee contract.
type CommitteeCommitteeLocked struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Locked()
func CommitteeCommitteeLockedErrorID() common.Hash {
	return common.HexToHash("0xfee03be7754fa7ece48468a499411d1133c85335b538338f9d4da7762995fc43")
}

// UnpackCommitteeLockedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Locked()
func (committee *Committee) UnpackCommitteeLockedError(raw []byte) (*CommitteeCommitteeLocked, error) {
	out := new(CommitteeCommitteeLocked)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Locked", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNotEscrow represents a Committee_NotEscrow error raised by the Committee contract.
type CommitteeCommitteeNotEscrow struct {
	Caller common.Address
	Escrow common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_NotEscrow(address caller, address escrow)
func CommitteeCommitteeNotEscrowErrorID() common.Hash {
	return common.HexToHash("0xaf5b30066c65b8ccd83fbe0f7fe141a543b0cfe480444064dfd6ce89b6aaabd8")
}

// UnpackCommitteeNotEscrowError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_NotEscrow(address caller, address escrow)
func (committee *Committee) UnpackCommitteeNotEscrowError(raw []byte) (*CommitteeCommitteeNotEscrow, error) {
	out := new(CommitteeCommitteeNotEscrow)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_NotEscrow", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNotOperator represents a Committee_NotOperator error raised by the Committee contract.
type CommitteeCommitteeNotOperator struct {
	Caller common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_NotOperator(address caller)
func CommitteeCommitteeNotOperatorErrorID() common.Hash {
	return common.HexToHash("0x03afc200c578df43e45d492a39653a22a07c3b6add14cdb505cbebd84bd0e0f6")
}

// UnpackCommitteeNotOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_NotOperator(address caller)
func (committee *Committee) UnpackCommitteeNotOperatorError(raw []byte) (*CommitteeCommitteeNotOperator, error) {
	out := new(CommitteeCommitteeNotOperator)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_NotOperator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeNothing represents a Committee_Nothing error raised by the Committee contract.
type CommitteeCommitteeNothing struct {
	Operator common.Address
	Token    common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Nothing(address operator, address token)
func CommitteeCommitteeNothingErrorID() common.Hash {
	return common.HexToHash("0xc2084cca96b9d3856b432b917140d3a45ab6ea891b9927b4fb35fc9b7a7f75a8")
}

// UnpackCommitteeNothingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Nothing(address operator, address token)
func (committee *Committee) UnpackCommitteeNothingError(raw []byte) (*CommitteeCommitteeNothing, error) {
	out := new(CommitteeCommitteeNothing)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Nothing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeOperator represents a Committee_Operator error raised by the Committee contract.
type CommitteeCommitteeOperator struct {
	Operator common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Operator(address operator)
func CommitteeCommitteeOperatorErrorID() common.Hash {
	return common.HexToHash("0x8b841670477b4e893ecbc4e8f4307dd29eefadf54db1aa1c91af9500641446a4")
}

// UnpackCommitteeOperatorError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Operator(address operator)
func (committee *Committee) UnpackCommitteeOperatorError(raw []byte) (*CommitteeCommitteeOperator, error) {
	out := new(CommitteeCommitteeOperator)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Operator", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeOperators represents a Committee_Operators error raised by the Committee contract.
type CommitteeCommitteeOperators struct {
	Operators *big.Int
	Urls      *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Operators(uint256 operators, uint256 urls)
func CommitteeCommitteeOperatorsErrorID() common.Hash {
	return common.HexToHash("0xd57f3ad1b57f5f23917321890c0900c1404b4f76815afb2c043b363102fc0886")
}

// UnpackCommitteeOperatorsError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Operators(uint256 operators, uint256 urls)
func (committee *Committee) UnpackCommitteeOperatorsError(raw []byte) (*CommitteeCommitteeOperators, error) {
	out := new(CommitteeCommitteeOperators)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Operators", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteePairing represents a Committee_Pairing error raised by the Committee contract.
type CommitteeCommitteePairing struct {
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Pairing()
func CommitteeCommitteePairingErrorID() common.Hash {
	return common.HexToHash("0x4edf2fea936b3082954614cf5b99626e6e71a83ece00b85e66d96c0594dc01c2")
}

// UnpackCommitteePairingError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Pairing()
func (committee *Committee) UnpackCommitteePairingError(raw []byte) (*CommitteeCommitteePairing, error) {
	out := new(CommitteeCommitteePairing)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Pairing", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeSendFailed represents a Committee_SendFailed error raised by the Committee contract.
type CommitteeCommitteeSendFailed struct {
	To     common.Address
	Amount *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_SendFailed(address to, uint256 amount)
func CommitteeCommitteeSendFailedErrorID() common.Hash {
	return common.HexToHash("0x00b6ac011a9f819e7f79b0cff1560f82cf04ac906eb8aa4d46a38deec203c0f2")
}

// UnpackCommitteeSendFailedError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_SendFailed(address to, uint256 amount)
func (committee *Committee) UnpackCommitteeSendFailedError(raw []byte) (*CommitteeCommitteeSendFailed, error) {
	out := new(CommitteeCommitteeSendFailed)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_SendFailed", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeCommitteeThreshold represents a Committee_Threshold error raised by the Committee contract.
type CommitteeCommitteeThreshold struct {
	Threshold *big.Int
	Operators *big.Int
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error Committee_Threshold(uint256 threshold, uint256 operators)
func CommitteeCommitteeThresholdErrorID() common.Hash {
	return common.HexToHash("0x428bb22b0058d9ff4e9ed650d2ccede6753c4dfa8dc5da59f460408eb17f099a")
}

// UnpackCommitteeThresholdError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error Committee_Threshold(uint256 threshold, uint256 operators)
func (committee *Committee) UnpackCommitteeThresholdError(raw []byte) (*CommitteeCommitteeThreshold, error) {
	out := new(CommitteeCommitteeThreshold)
	if err := committee.abi.UnpackIntoInterface(out, "Committee_Threshold", raw); err != nil {
		return nil, err
	}
	return out, nil
}

// CommitteeSafeERC20FailedOperation represents a SafeERC20FailedOperation error raised by the Committee contract.
type CommitteeSafeERC20FailedOperation struct {
	Token common.Address
}

// ErrorID returns the hash of canonical representation of the error's signature.
//
// Solidity: error SafeERC20FailedOperation(address token)
func CommitteeSafeERC20FailedOperationErrorID() common.Hash {
	return common.HexToHash("0x5274afe73c98b4749fc91ffae6b7b574e7842cb2144a159e9377a5f20b32edf9")
}

// UnpackSafeERC20FailedOperationError is the Go binding used to decode the provided
// error data into the corresponding Go error struct.
//
// Solidity: error SafeERC20FailedOperation(address token)
func (committee *Committee) UnpackSafeERC20FailedOperationError(raw []byte) (*CommitteeSafeERC20FailedOperation, error) {
	out := new(CommitteeSafeERC20FailedOperation)
	if err := committee.abi.UnpackIntoInterface(out, "SafeERC20FailedOperation", raw); err != nil {
		return nil, err
	}
	return out, nil
}
