@echo off
rem Opens the forms of the library in the browser. The first start installs the program for this user: no administrator is
rem needed. Later starts need no internet. "library docs install" explains it. Words after the name of this file
rem are given to the program: "Start library.cmd" check
rem Keep the line endings CR LF: with others, cmd.exe does not find the labels.
setlocal EnableExtensions DisableDelayedExpansion
title Library
pushd "%~dp0" || goto no_folder
if not defined LOCALAPPDATA set "LOCALAPPDATA=%USERPROFILE%\AppData\Local"
set "PLACE=%LOCALAPPDATA%\reviews-library"
set "PIP_DISABLE_PIP_VERSION_CHECK=1"
set "UV_SYSTEM_CERTS=1"
set "UV_NATIVE_TLS=1"

rem 1. The folder of the program itself: requirements.lock lists what it needs.
if exist "requirements.lock" if exist "generator\cli\main.py" goto sources
rem 2. The program as a file next to this one. Of several, the newest is used.
set "WHEEL="
for /f "delims=" %%W in ('dir /b /od "reviews_library-*-none-any.whl" 2^>nul') do set "WHEEL=%%W"
if defined WHEEL goto wheel
rem 3. The program that uv or pipx has installed.
set "LIBRARY=%USERPROFILE%\.local\bin\library.exe"
if exist "%LIBRARY%" goto run_command
set "LIBRARY="
for /f "delims=" %%L in ('where library.exe 2^>nul') do if not defined LIBRARY set "LIBRARY=%%L"
if defined LIBRARY goto run_command
rem 4. The program that an earlier start of a library has installed.
set "PYTHON=%PLACE%\program\Scripts\python.exe"
if exist "%PLACE%\program\installed" if exist "%PYTHON%" goto run
goto no_program

:sources
set "PYTHON=.venv\Scripts\python.exe"
if exist "%PYTHON%" "%PYTHON%" -m generator --version >nul 2>&1 && goto run
set "PROGRAM=%PLACE%\program-of-sources"
set "WANTED=requirements.lock"
set WHAT=--require-hashes -r requirements.lock
goto check

:wheel
set "PROGRAM=%PLACE%\program"
set "WANTED=%WHEEL%"
set WHAT=".\%WHEEL%"

:check
set "PYTHON=%PROGRAM%\Scripts\python.exe"
if not exist "%PROGRAM%\installed" goto install
if not exist "%PYTHON%" goto install
fc /b "%WANTED%" "%PROGRAM%\installed" >nul 2>&1 && goto run

:install
echo.
echo The program is installed now. This happens once, needs the internet, and takes some minutes.
echo Please leave this window open.
echo.
set "UV=%USERPROFILE%\.local\bin\uv.exe"
if exist "%UV%" goto prepare
set "UV="
for /f "delims=" %%U in ('where uv.exe 2^>nul') do if not defined UV set "UV=%%U"
if defined UV goto prepare
set "PY="
for %%V in (3.12 3.13 3.14 3.11) do if not defined PY py -%%V -c "import sys, sysconfig; sys.exit(sysconfig.get_platform() != 'win-amd64')" >nul 2>&1 && set "PY=py -%%V"
if defined PY goto prepare
python -c "import sys, sysconfig; sys.exit(not (3, 11) <= sys.version_info < (3, 15) or sysconfig.get_platform() != 'win-amd64')" >nul 2>&1 && set "PY=python"
if not defined PY goto no_python

:prepare
rem A complete older version is kept until the new one is complete. What an interrupted installation has left is removed.
echo Step 1 of 3: preparing a place for the program
if not exist "%PROGRAM%\installed" if exist "%PROGRAM%" rd /s /q "%PROGRAM%"
if exist "%PROGRAM%\installed" if exist "%PROGRAM%-old" rd /s /q "%PROGRAM%-old"
if exist "%PROGRAM%" if exist "%PROGRAM%-old" goto in_use
if exist "%PROGRAM%" move "%PROGRAM%" "%PROGRAM%-old" >nul 2>&1 || goto in_use
if not defined UV goto with_python

set "FOR_PYTHON=>=3.11,<3.15"
if /i "%PROCESSOR_ARCHITECTURE%"=="ARM64" set "FOR_PYTHON=cpython-3.12-windows-x86_64-none"
"%UV%" venv --quiet --python "%FOR_PYTHON%" "%PROGRAM%" || goto not_installed
echo Step 2 of 3: downloading and installing the program
if exist "wheels\" goto uv_offline
"%UV%" pip install --python "%PYTHON%" --only-binary :all: %WHAT% || goto not_installed
goto installed
:uv_offline
"%UV%" pip install --python "%PYTHON%" --only-binary :all: --no-index --find-links wheels %WHAT% || goto not_installed
goto installed

:with_python
%PY% -m venv "%PROGRAM%" || goto not_installed
echo Step 2 of 3: downloading and installing the program
if exist "wheels\" goto pip_offline
"%PYTHON%" -m pip install --no-compile --retries 1 --only-binary :all: %WHAT% || goto not_installed
goto installed
:pip_offline
"%PYTHON%" -m pip install --no-compile --only-binary :all: --no-index --find-links wheels %WHAT% || goto not_installed

:installed
echo Step 3 of 3: starting the program for the first time
copy /b /y "%WANTED%" "%PROGRAM%\installed" >nul || goto not_installed
if exist "%PROGRAM%-old" rd /s /q "%PROGRAM%-old"
goto run

:run
if not "%~1"=="" goto run_with_words
echo Starting the library. The browser opens in a moment. To stop, close this window.
"%PYTHON%" -m generator edit
goto ended
:run_with_words
"%PYTHON%" -m generator %*
goto ended

:run_command
if not "%~1"=="" goto run_command_with_words
echo Starting the library. The browser opens in a moment. To stop, close this window.
"%LIBRARY%" edit
goto ended
:run_command_with_words
"%LIBRARY%" %*

:ended
set "STATUS=%ERRORLEVEL%"
if "%STATUS%"=="0" goto end
echo.
echo The program has stopped. The lines above say why.
goto wait

:no_folder
echo This folder cannot be opened. Copy it to your Documents, and start it there.
set "STATUS=2"
pause
exit /b 2

:no_program
echo.
echo The program is not on this computer yet. What to do:
echo.
echo   1. Get the file of the program. Its name begins with reviews_library and ends in .whl.
echo      The person who gave you this folder has it.
echo   2. Put it into this folder, next to "Start library".
echo   3. Double-click "Start library" again.
goto failed

:no_python
echo This computer has no Python that the program can use. What to do:
echo.
echo   1. Open the list of programs of your organisation. It is often called Company Portal or Software Center.
echo   2. Install "Python 3.12".
echo      If it is not in the list, ask your IT team: "Please give me Python 3.12 for Windows, 64 bit (x64), or uv".
echo   3. Double-click "Start library" again.
goto failed

:in_use
echo.
echo The old version of the program is still in use. Close all windows of the library, and start again.
goto failed

:not_installed
echo.
echo The program was not installed. The lines above say why. The usual reasons:
echo.
echo   - There is no internet. Connect this computer, and start again.
echo   - Your organisation blocks the download. Ask your IT team to allow the Python
echo     Package Index (PyPI), or to give you a folder "wheels" to put next to this file.
echo   - The disk is full. The program needs 400 MB.
if not exist "%PROGRAM%-old\installed" goto failed
if exist "%PROGRAM%" rd /s /q "%PROGRAM%"
move "%PROGRAM%-old" "%PROGRAM%" >nul 2>&1 || goto failed
echo.
echo The version of the program that you had is kept. To use it, take the new .whl file out of this folder.
goto failed

:failed
set "STATUS=2"
:wait
echo.
pause
:end
popd
exit /b %STATUS%
