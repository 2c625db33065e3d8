#!/bin/sh
# Creates the missing topics with the tools of the Kafka distribution. Existing topics stay as they are.
#   KAFKA_BOOTSTRAP     broker address, host:port
#   REPLICATION_FACTOR  copies of each partition (1)
#   KAFKA_BIN           folder of kafka-topics.sh (/opt/kafka/bin)
set -eu

: "${KAFKA_BOOTSTRAP:?KAFKA_BOOTSTRAP is not set}"
kafka_topics() {
  "${KAFKA_BIN:-/opt/kafka/bin}/kafka-topics.sh" --bootstrap-server "$KAFKA_BOOTSTRAP" "$@"
}

existing="$(kafka_topics --list)"

# Usage: topic NAME PARTITIONS SETTING=VALUE...
topic() {
  name="$1"
  partitions="$2"
  shift 2
  if printf '%s\n' "$existing" | grep -Fqx -- "$name"; then
    return
  fi
  settings=""
  for setting in "$@"; do
    settings="$settings --config $setting"
  done
  # shellcheck disable=SC2086 # one argument per word is what is wanted
  kafka_topics --create --if-not-exists --topic "$name" --partitions "$partitions" \
    --replication-factor "${REPLICATION_FACTOR:-1}" $settings
}

# begin of topics: written from deploy/topics.yaml, do not edit
topic laurel.grades 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.identities 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.activity 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.course-requests 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.courses 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.course-structures 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=16842752 compression.type=zstd cleanup.policy=delete
topic laurel.enrollment-requests 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.learners 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.enrollments 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.certificates 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.certificate-dates 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.program-credentials 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.completions 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.programs 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.erasures 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
topic laurel.xapi 6 retention.ms=1209600000 segment.ms=86400000 max.message.bytes=98304 compression.type=producer cleanup.policy=delete
# end of topics
