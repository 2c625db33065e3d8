# The verbs of everyday work. Each is a thin wrapper; ./laurel does the work and finds the JDK.
.DEFAULT_GOAL := help
.PHONY: help build test shuffled check fmt docs bench drills mutation up demo status down reset images

MVN := ./laurel mvn -B -ntp
CHOSEN_TESTS := -Dsurefire.failIfNoSpecifiedTests=false
ORDERERS := org.junit.jupiter.api
SERVICES := enrollment-service,certificates-service,programs-service,completion-service
DRILL := *
SIZE := full
DRILLS_full := -Ddrill.kills=176 -Ddrill.all-points=true -Ddrill.events=100000 -Ddrill.broker-seconds=600 \
	-Ddrill.histories=5000 -Ddrill.poison-events=20000 -Ddrill.rebalances=30 -Ddrill.refused-seconds=60 \
	-Ddrill.bridge-learners=600 -Ddrill.bridge-kills=20
SEED := $(or $(SEED),$(shell date +%s))

help: ## show the verbs
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

build: ## compile and package everything, without tests
	$(MVN) -T 1C -Dmaven.test.skip=true package

test: ## build everything and run all tests on real PostgreSQL and Kafka
	./laurel test

shuffled: ## run all tests in a random order, the same one again with SEED=...
	@echo 'SEED=$(SEED)'
	./laurel test -Djunit.jupiter.execution.order.random.seed=$(SEED) \
		-Djunit.jupiter.testmethod.order.default='$(ORDERERS).MethodOrderer$$Random' \
		-Djunit.quarkus.orderer.secondary-orderer='$(ORDERERS).ClassOrderer$$Random'

check: ## formatter and compiler checks only
	$(MVN) -T 1C -DskipTests verify

fmt: ## format the code
	$(MVN) -T 1C spotless:apply

docs: ## write the generated documents, scripts and configuration anew
	$(MVN) -pl shared-events,local-stack,e2e -am verify $(CHOSEN_TESTS) -Dlaurel.update=true \
		-Dtest='DocumentationTest,EvolutionTest,TopicScriptTest,ProxyRoutesTest,KubernetesFilesTest'

bench: ## run all benchmarks
	$(MVN) -pl benchmarks/issuance,benchmarks/enrolling,benchmarks/awarding,benchmarks/completing,benchmarks/backbone -am verify $(CHOSEN_TESTS) -Dtest='*Benchmark' \
		-Dbenchmark.events=20000 -Dbenchmark.decisions=4000000 -Dbenchmark.learners=20000 \
		-Dbenchmark.rounds=5 -Dbenchmark.durable=true

drills: ## kill, stop and fill up things while events flow and count everything: see docs/drills.md
	$(MVN) -pl $(SERVICES),openedx-bridge,e2e -am verify $(CHOSEN_TESTS) -Dtest='$(DRILL)DrillTest' $(DRILLS_$(SIZE))

mutation: ## change the rules of certificates and completion in many small ways and count what the tests notice
	$(MVN) -pl certificates-service,completion-service -am test-compile org.pitest:pitest-maven:mutationCoverage

up: ## start everything on this machine
	./laurel up

demo: ## do the main job on the running stack
	./laurel demo

status: ## show what runs
	./laurel status

down: ## stop everything; the data stays
	./laurel down

reset: ## delete the data of the local stack
	./laurel reset

images: ## build the five container images
	docker compose build certificates enrollment programs completion bridge
