# Glassbox. `make` sets up, builds and makes the site; `make help` lists the rest.
.DEFAULT_GOAL := all
SHELL := bash
.SHELLFLAGS := -eu -o pipefail -c
.DELETE_ON_ERROR:

output ?= site
sources := Package.swift Sources Tests Benchmarks
glassbox := .build/release/glassbox
wasm_triple := wasm32-unknown-none-wasm
wasm := .build-wasm/engine.wasm

# The tests are a build of their own: they look inside the modules, which the release does not allow.
test_build := -c release -Xswiftc -enable-testing --disable-xctest
export GLASSBOX_WASM ?= $(CURDIR)/$(wasm)
export GLASSBOX_PYTHON ?= $(CURDIR)/.venv/bin/python

all: build ## set up, build, make the shipped lessons into site/ (output=DIR for elsewhere)
	$(glassbox) build lessons --output $(output)

build: wasm ## set up and build the executable, .build/release/glassbox
	Tools/need swift cmark deflate
	swift build -c release --product glassbox --static-swift-stdlib

test: wasm ## set up and run every test
	Tools/need swift cmark deflate node python chromium
	swift test $(test_build) --scratch-path .build-test
	GLASSBOX=$(CURDIR)/.build-test/release/glassbox $(GLASSBOX_PYTHON) -m pytest Tests/Browser

test-engine: page ## the engine's tests alone; GLASSBOX_GOLDENS names another directory of goldens
	Tools/need swift
	GLASSBOX_BUILD=engine swift test $(test_build) --scratch-path .build-engine --filter '^EngineTests\.'

wasm: page ## build the engine as WebAssembly, the module that a page carries
	Tools/need swift binaryen
	GLASSBOX_BUILD=wasm swift build -c release --triple $(wasm_triple) --scratch-path .build-wasm
	Tools/wasm-parts .build-wasm/$(wasm_triple)/release/EngineWasm.wasm Sources/Engine/Catalog.swift \
	  $(wasm).new $(wasm).parts
	Tools/wasm-pieces $(wasm).new $(wasm).parts .build-page/pack $(wasm).pieces.new
	@# The executable embeds the pieces: built again only where they changed, or were not there before.
	cmp -s $(wasm).new $(wasm) && cmp -s $(wasm).pieces.new $(wasm).pieces || { mv $(wasm).new $(wasm); \
	  mv $(wasm).pieces.new $(wasm).pieces; touch Sources/CResources/resources.c; }
	@wc -c $(wasm)

page: ## pack the scripts and styles that pages carry
	Tools/need swift esbuild binaryen
	Tools/page

bench: build ## time the whole command, its training, and PyTorch beside it; RUNS=7
	Tools/need node torch
	Tools/need python chromium || echo "a browser cannot be had here" >&2
	mkdir -p .bench
	swift build -c release --product bench --static-swift-stdlib
	GLASSBOX=$(CURDIR)/$(glassbox) BENCH=$(CURDIR)/.build/release/bench WASM=$(GLASSBOX_WASM) \
	  TORCH=$$(.bench/bin/python -c 'import sys, torch, sklearn; print(sys.executable)' 2>/dev/null || true) \
	  BROWSER=$$($(GLASSBOX_PYTHON) -c 'import playwright, shutil, sys; print(sys.executable if shutil.which("chromium") else "")' \
	    2>/dev/null || true) \
	  python3 Benchmarks/bench.py $(CURDIR)/.bench/results.json

check-scripts: build ## run the shipped lessons' PyTorch scripts, and compare their numbers
	Tools/check-scripts

manual: build ## the manual page and the shells' completions, into .build/manual/
	mkdir -p .build/manual
	swift build --package-path .build/checkouts/swift-argument-parser --scratch-path .build-manual \
	  --product generate-manual
	.build-manual/debug/generate-manual $(glassbox) --output-directory .build/manual
	for shell in bash zsh fish; do $(glassbox) --generate-completion-script $$shell > .build/manual/glassbox.$$shell; done

lint: ## style, strictly
	swift format lint --strict --parallel --recursive $(sources)

format: ## put every source into the house's style
	swift format --in-place --parallel --recursive $(sources)

clean: ## remove what was built
	rm -rf .build .build-* .venv $(output)

help: ## this list
	@sed -n 's/^\([a-z-]*\):.*## \(.*\)/\1\t\2/p' $(MAKEFILE_LIST) | expand -t 14

.PHONY: all build page check-scripts manual test test-engine wasm bench lint format clean help
