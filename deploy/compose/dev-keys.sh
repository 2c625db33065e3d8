#!/bin/sh
# Makes the RSA key pair of the development token issuer, unless there is one.
#   $1  folder of the private key, read by token.sh only
#   $2  folder of the public key, which the services verify tokens with
set -eu

private="$1/private.pem"
public="$2/public.pem"
if [ ! -s "$private" ]; then
  (umask 077 && openssl genpkey -quiet -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out "$private")
fi
openssl pkey -in "$private" -pubout -out "$public"
chmod 644 "$public"
