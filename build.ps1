#!/usr/bin/env pwsh
# The same verbs as build.sh for people with PowerShell. It has no logic of its own.
& bash (Join-Path $PSScriptRoot 'build.sh') @args
exit $LASTEXITCODE
