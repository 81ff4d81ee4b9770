# The commands that people use. `make help` tells them.
PORT ?=
DATA ?= data/demo
ORACLE ?= ../shared/oracle/dev
SAMPLES ?= 2000
SEED ?= 2025
SOURCES := $(shell find Package.swift Engine/Package.swift Sources Engine/Sources -type f)
PROGRAM := .build/release/trygghet

.PHONY: demo test check bench engine-bench store-bench soak oracle clean help build
.DEFAULT_GOAL := help

demo: $(PROGRAM) ## An invented municipality's safety picture, served here. PORT=9000 DATA=dir
	@Tools/demo "$(PROGRAM)" "$(DATA)" "$(PORT)"

build: $(PROGRAM) ## The program, in release mode: .build/release/trygghet

$(PROGRAM): $(SOURCES)
	@Tools/install build
	@echo "Building the program (a few minutes the first time)."
	swift build -c release --product trygghet
	@touch $@

test: ## Everything CI runs: habits, both packages' tests, and the program used as by a person
	@Tools/install test
	@Tools/check quick
	@Tools/test

check: ## All habits of the house: format, arrows, words, sizes, documentation
	@Tools/install test
	@Tools/check

ENGINE_BENCH := Engine/Benchmarks/.build/release/bench
# Swift's own library in the program, where the platform has it to link.
STATIC := $(if $(filter Linux,$(shell uname)),--static-swift-stdlib)

ifdef FILE
bench: engine-bench
	@python3 Engine/Benchmarks/measure.py $(ENGINE_BENCH) --file "$(FILE)" \
	  $(if $(DUMP),--dump "$(DUMP)") $(if $(DESIGN),--design "$(DESIGN)")
else
bench: $(PROGRAM) engine-bench store-bench ## Measures; prints lines "bench NAME VALUE UNIT". FILE=answers.csv DUMP=out.csv LARGE=1 PAGE=1
	@Tools/install bench
	@Tools/bench "$(PROGRAM)" > .build/bench.txt || { cat .build/bench.txt; exit 1; }
	@cat .build/bench.txt
	@python3 Engine/Benchmarks/measure.py $(ENGINE_BENCH) --also .build/bench.txt \
	  $(if $(LARGE),--large) $(if $(PAGE),--write docs/methods/performance.md)
endif

engine-bench:
	@swift build --package-path Engine/Benchmarks -c release --product bench $(STATIC)

store-bench: $(PROGRAM)
	@swift build -c release --product StoreBenchmark
	@swift build -c release --product TableBenchmark

soak: ## Draws thousands of samples from the invented population: are intervals and tests right? SAMPLES=2000
	@Tools/install build
	@swift run -c release soak --samples $(SAMPLES) --seed $(SEED) --write docs/methods/simulation.md

oracle: ## Compares every figure with R's, from a folder of its results: ORACLE=DIR
	@Tools/install build
	@swift run --package-path Engine -c release oracle "$(ORACLE)"

clean: ## Removes what was built and the demo's data
	rm -rf .build Engine/.build Engine/Benchmarks/.build data/demo

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1 — /p' Makefile
