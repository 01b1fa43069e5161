# Installs what is missing, then starts Wren on Windows.  Not tried yet on a real computer.
#
#   .\run.ps1               start Wren
#   .\run.ps1 start ARGS    start Wren with arguments, or use one of its commands
#   .\run.ps1 doctor        say what works on this computer, and what to do about the rest
#   .\run.ps1 test ARGS     check the code and run the tests; ARGS go to pytest
$ErrorActionPreference = "Stop"
$env:PIP_DISABLE_PIP_VERSION_CHECK = "1"
$here = $PSScriptRoot
$venv = Join-Path $here ".venv"
$python = Join-Path $venv "Scripts\python.exe"
$verb = if ($args.Count) { $args[0] } else { "start" }
$rest = @($args | Select-Object -Skip 1)

function Stop-With($sentence) {
    [Console]::Error.WriteLine($sentence)
    exit 1
}

function Invoke-Step($program) {
    & $program @args
    if ($LASTEXITCODE) { exit $LASTEXITCODE }
}

# A text that changes when anything that is installed from the given paths changes.
function Get-Sum {
    $paths = $args | ForEach-Object { Join-Path $here $_ }
    $files = Get-ChildItem $paths -Recurse -File | Where-Object FullName -NotMatch "__pycache__"
    $here + (($files | Sort-Object FullName | Get-FileHash).Hash -join "")
}

function Test-Noted($name, $wanted) {
    $file = Join-Path $venv $name
    (Test-Path $file) -and ((Get-Content $file -Raw) -eq $wanted)
}

function Install-Wren($lock) {
    $full = Get-Sum requirements-dev.lock
    $wanted = Get-Sum $lock
    # What the tests need contains all that Wren needs.
    if (-not ((Test-Noted packages $wanted) -or (Test-Noted packages $full))) {
        Write-Host "Installing Python packages. The first time this takes about a minute."
        if (Get-Command py -ErrorAction SilentlyContinue) { Invoke-Step py -3 -m venv --clear $venv }
        elseif (Get-Command python -ErrorAction SilentlyContinue) { Invoke-Step python -m venv --clear $venv }
        else { Stop-With "Wren needs Python 3.11 or newer. Please install it, then start this again." }
        & $python -c "import sys; sys.exit(not (3, 11) <= sys.version_info < (3, 15))"
        if ($LASTEXITCODE) { Stop-With "Wren needs Python 3.11 to 3.14, and this one is another." }
        Invoke-Step $python -m pip install --quiet --no-deps --require-hashes -r (Join-Path $here $lock)
        Set-Content (Join-Path $venv packages) $wanted -NoNewline
    }
    $wren = Get-Sum aac assets boards LICENSE README.md pyproject.toml
    if (-not (Test-Noted wren $wren)) {
        Invoke-Step $python -m pip install --quiet --no-deps --no-build-isolation --force-reinstall $here
        Set-Content (Join-Path $venv wren) $wren -NoNewline
    }
}

switch ($verb) {
    { $_ -in "start", "doctor" } {
        Install-Wren requirements.lock
        if ($verb -eq "doctor") { $rest = @("doctor") + $rest }
        & $python -m aac @rest
        exit $LASTEXITCODE
    }
    "test" {
        Install-Wren requirements-dev.lock
        Set-Location $here
        Invoke-Step $python -m ruff check .
        Invoke-Step $python -m ruff format --check .
        Invoke-Step $python -m mypy --strict aac/model aac/core
        Invoke-Step $python -m pytest @rest
    }
    default { Stop-With ".\run.ps1 starts Wren; .\run.ps1 doctor and .\run.ps1 test are the other two ways." }
}
