package node

// manualText is config.toml. It is the operator's manual: every key with its
// meaning, default, an example where that helps, and what can go wrong.
const manualText = `# Configuration of a Shrinkwrap node (shrinkwrapd).
#
# The folder of this file holds, besides it:
#
#   key             this node's share of the committee's secret, 32 bytes, mode
#                   0400. Whoever has the shares of enough nodes opens every
#                   product of this committee, for ever. Keep a copy offline.
#   committee.json  who the committee is; public
#   node.db         what was read and released; it can be made anew from the chain
#   transcript      hash of the ceremony that made the keys
#   keystore/       the operator's account, as go-ethereum keeps it; it confirms
#                   the committee's keys, pulls its fees and answers disputes
#   password        the account's password
#
# A key that is left out has the default that is named here; one that is not
# known stops the node from starting. Changes take effect at the next start.

# Where the HTTP API listens. The API is public and has no TLS of its own: put a
# reverse proxy with a certificate before it, and let the proxy alone reach it.
# It must not cut answers off before 40 seconds. Default: "127.0.0.1:8480".
listen = {{q .Listen}}

# How many requests may be held back at the same time (wait=25s). Each costs a
# connection and about 20 kB. What comes beyond is told to come back.
# Default: 1000.
max_waiting = {{.MaxWaiting}}

# How many clients may follow /v1/events at the same time. Default: 256.
max_events = {{.MaxEvents}}

[log]
# "debug", "info", "warn" or "error". Logs are one JSON object a line. They hold
# no secrets, but who asked for what. Default: "info".
level = {{q .Log.Level}}

# A file to append to, relative to this folder. Default: "", standard output.
file = {{q .Log.File}}
{{range .Chains}}
# A chain to watch. There may be several [[chain]] sections, each with a
# descriptor of the same committee's keys.
[[chain]]
# The chain id. A node whose endpoint is of another chain stops.
id = {{.ID}}

# Endpoints to read the chain by: http, https, ws or wss, asked in this order;
# when one fails the next is asked. They decide what this node takes for paid:
# your own node is best. Nodes of one committee that share a provider count as
# one node. Example: ["ws://127.0.0.1:8546", "https://rpc.example/KEY"].
endpoints = {{list .Endpoints}}

# How many endpoints must agree on what they tell before it counts. With 1 a
# single endpoint that lies makes this node give its share for nothing. At most
# the number of endpoints. Default: 1.
quorum = {{.Quorum}}

# The committee's descriptor on this chain, relative to this folder.
# Default: "committee.json".
committee = {{q .Committee}}

# The escrow contract, and the hash of its code. Empty: the constants of this
# software, which are the same everywhere. Whoever sets them trusts that contract:
# only for trials of a changed one. Default: "".
escrow = {{q .Escrow}}
escrow_code_hash = {{q .EscrowCodeHash}}

# The first block to read at the first start. 0 looks for the block in which the
# escrow was deployed, which needs an endpoint that keeps old state. Too high a
# number misses orders, whose buyers then get refunds. Default: 0.
start_block = {{.StartBlock}}

# The fewest confirmations that this node asks for, whatever an offer asks for.
# 0 means 1; 255 means that the block must be finalised. Too few, and a
# reorganisation takes back payments for keys that are out. Default: 0.
confirmations = {{.Confirmations}}

# How many blocks one query for events covers at most, while the node is far
# behind. Providers have their limits. Default: 2000.
range = {{.Range}}

# The longest time between two looks at the chain. Endpoints by WebSocket tell
# of new blocks at once; by HTTP this is the delay. Default: "4s".
poll = {{span .Poll | q}}

# By how many blocks the node may be behind and still call itself ready
# (/readyz). Default: 20.
max_lag = {{.MaxLag}}

# Who has paid and got no key disputes the order, and gets his money back unless
# the release comes on chain before the deadline. A node with an account answers by
# itself; the nodes of a committee take turns. A node without one still gives its
# share to those that answer: but if no node and not the publisher answer, the
# publisher is not paid for what was released. The bond of a dispute, which covers
# the gas of its answer, goes to the committee's fees.
[chain.answer]
# The account's key, a file of the format of go-ethereum's keystores or a folder
# with one such file, relative to this folder. Its coin is spent for gas and nothing
# else: keep there what you would lose. "" answers no disputes. Default: "".
# Example: "keystore", the operator's account.
keystore = {{q .Answer.Keystore}}

# The file with the key's password, mode 0400, relative to this folder.
# Default: "password".
password = {{q .Answer.Password}}

# What a unit of gas may cost at most, in gwei. Where it costs more nothing is sent
# and the log says so: a dispute may then end with a refund. One answer takes about
# 185,000 gas, in a batch 41,000. Default: 200.
max_fee = {{.Answer.MaxFee}}

# The balance below which the log warns, the metric answer_account_low is 1 and
# /v1/info says "low", in coin. "" reckons what 100 answers cost now. Example:
# "0.5". Default: "".
min_balance = {{q .Answer.MinBalance}}

# How many disputes one transaction answers at most, up to 128. A chain whose
# transactions may take less gas than 2^24 needs fewer. Default: 128.
max_batch = {{.Answer.MaxBatch}}
{{range .Declined}}
# A product that this node will not serve. The reason is public, terminals show
# it before they pay, and who paid all the same gets his money back.
[[chain.declined]]
product = {{q .Product}}
reason = {{q .Reason}}
{{end}}{{if not .Declined}}
# Products that this node will not serve. The reason is public, terminals show it
# before they pay, and who paid all the same gets his money back. Default: none.
#
#   [[chain.declined]]
#   product = "0x00000000000000000000000000000000000000aa"
#   reason = "infringes a copyright"
{{end}}{{end}}`
