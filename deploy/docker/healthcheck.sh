#!/bin/bash
# Asks a service whether it is ready. Needs nothing but bash, since the image has no HTTP client.
set -eu

port="${LAUREL_HTTP_PORT:?LAUREL_HTTP_PORT is not set}"
exec 3<>"/dev/tcp/127.0.0.1/$port"
printf 'GET /q/health/ready HTTP/1.0\r\nHost: localhost\r\n\r\n' >&3
IFS=' ' read -r _ status _ <&3
[ "$status" = 200 ]
