#!/usr/bin/env bash
# Builds the host if anything it is made of changed, then runs it: ./build.sh --target=Paper. build.ps1 does the same.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
host=$root/.artifacts/bin/RruffGeo.Build/release/RruffGeo.Build
stamp=$root/.artifacts/build.stamp
dotnet=$(command -v dotnet) || { echo "dotnet was not found: install the .NET SDK 10.0.4xx from https://dotnet.microsoft.com/download/dotnet/10.0" >&2; exit 1; }
if [[ ! -x $host || ! -e $stamp || -n $(find "$root"/{build,src,stages,Directory.*,global.json,.globalconfig,.editorconfig} -newer "$stamp" -print -quit) ]]; then
  echo "Building the host: its sources changed." >&2
  mkdir -p "$root/.artifacts"; rm -f "$stamp"; touch "$stamp.new"
  (cd "$root" && dotnet build build/RruffGeo.Build.csproj --configuration Release --verbosity quiet -nologo) >&2
  mv "$stamp.new" "$stamp"
fi
DOTNET_ROOT=${DOTNET_ROOT:-$(dirname "$(readlink -f "$dotnet")")} exec "$host" "$@"
