#!/bin/sh
# Prints a bearer token of the development issuer. Usage: token.sh USER [ROLE]
#   USER  user name, which is the learner id as well
#   ROLE  staff, support or service; a learner has none
# Reads the private key from LAUREL_PRIVATE_KEY and the issuer from LAUREL_JWT_ISSUER.
set -eu

plain() {
  case "$1" in
    *[!A-Za-z0-9_.@-]*)
      echo "token: a name consists of letters, digits and _ . @ -" >&2
      exit 2
      ;;
  esac
}

base64url() {
  openssl base64 -A | tr '+/' '-_' | tr -d '='
}

if [ $# -lt 1 ] || [ $# -gt 2 ] || [ -z "$1" ]; then
  echo "Usage: token.sh USER [staff|support|service]" >&2
  exit 2
fi
user="$1"
plain "$user"
case "${2:-}" in
  "") groups="" ;;
  staff | support | service) groups="\"$2\"" ;;
  *)
    echo "token: a role is staff, support or service" >&2
    exit 2
    ;;
esac

now="$(date +%s)"
header='{"alg":"RS256","typ":"JWT"}'
claims="{\"iss\":\"$LAUREL_JWT_ISSUER\",\"sub\":\"$user\",\"upn\":\"$user\",\"preferred_username\":\"$user\",\"name\":\"$user\",\
\"groups\":[$groups],\"iat\":$now,\"exp\":$((now + 2592000)),\"jti\":\"$(openssl rand -hex 16)\"}"
content="$(printf '%s' "$header" | base64url).$(printf '%s' "$claims" | base64url)"
signature="$(printf '%s' "$content" | openssl dgst -sha256 -sign "$LAUREL_PRIVATE_KEY" -binary | base64url)"
echo "$content.$signature"
