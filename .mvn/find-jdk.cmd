@echo off
rem Called by mvnw.cmd and hrscope.cmd: sets JAVA_HOME to a JDK 25 or later, searching the usual places.
rem Reads each JDK's "release" file instead of starting javac, which is slower.
rem Paths are passed to :try in a variable, because call would expand percent signs in them.
set "HRSCOPE_JDK="
if defined JAVA_HOME (
  set "CANDIDATE=%JAVA_HOME:"=%"
  call :try
)
for /f "delims=" %%j in ('where javac.exe 2^>nul') do (
  set "CANDIDATE=%%~dpj.."
  call :try
)
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\LibericaJDK*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk*" "%USERPROFILE%\.jdks\*") do (
  set "CANDIDATE=%%~j"
  call :try
)
for /d %%j in ("%USERPROFILE%\scoop\apps\*jdk*") do (
  set "CANDIDATE=%%~j\current"
  call :try
)
if not defined HRSCOPE_JDK (
  echo HRScope needs JDK 25 or newer: install Temurin 25 from https://adoptium.net, or set JAVA_HOME to it. >&2
  exit /b 1
)
set "JAVA_HOME=%HRSCOPE_JDK%"
set "HRSCOPE_JDK="
set "CANDIDATE="
exit /b 0

:try
if defined HRSCOPE_JDK exit /b 0
if not exist "%CANDIDATE%\bin\javac.exe" exit /b 0
if not exist "%CANDIDATE%\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%a in ("%CANDIDATE%\release") do if "%%a"=="JAVA_VERSION" for /f "delims=." %%v in ("%%~b") do if %%v GEQ 25 for %%j in ("%CANDIDATE%") do set "HRSCOPE_JDK=%%~fj"
exit /b 0
