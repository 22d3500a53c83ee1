#!/usr/bin/env pwsh
# Builds the host if anything it is made of changed, then runs it: ./build.ps1 --target=Paper. build.sh does the same.
$ErrorActionPreference = 'Stop'
$root = $PSScriptRoot
$program = "$root/.artifacts/bin/RruffGeo.Build/release/RruffGeo.Build" + $(if ($env:OS -eq 'Windows_NT') { '.exe' })
$stamp = "$root/.artifacts/build.stamp"
if (-not (Get-Command dotnet -ErrorAction Ignore)) { [Console]::Error.WriteLine('dotnet was not found: install the .NET SDK 10.0.4xx from https://dotnet.microsoft.com/download/dotnet/10.0'); exit 1 }
$built = if ((Test-Path $program) -and (Test-Path $stamp)) { (Get-Item $stamp).LastWriteTimeUtc } else { [DateTime]::MinValue }
$parts = 'build', 'src', 'stages', 'Directory.*', 'global.json', '.globalconfig', '.editorconfig' | ForEach-Object { Get-Item "$root/$_" -Force }
if (@($parts) + @($parts | Get-ChildItem -Recurse -Force) | Where-Object LastWriteTimeUtc -gt $built | Select-Object -First 1) {
  [Console]::Error.WriteLine('Building the host: its sources changed.')
  $null = New-Item "$root/.artifacts" -ItemType Directory -Force; Remove-Item $stamp -ErrorAction Ignore; $null = New-Item "$stamp.new" -Force
  Push-Location $root; try { dotnet build build/RruffGeo.Build.csproj --configuration Release --verbosity quiet -nologo | Out-Host } finally { Pop-Location }
  if ($LASTEXITCODE -ne 0) { exit $LASTEXITCODE }
  Move-Item "$stamp.new" $stamp -Force
}
& $program @($args | ForEach-Object { $_ -join ',' })  # a bare comma makes an array of an argument
exit $LASTEXITCODE
