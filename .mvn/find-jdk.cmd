@echo off
rem Called by mvnw.cmd and hrscope.cmd: sets JAVA_HOME to a JDK 25 or later, searching the usual places.
rem Reads each JDK's "release" file instead of starting javac, which is slower.
set "HRSCOPE_JDK="
if defined JAVA_HOME call :try "%JAVA_HOME%"
for /f "delims=" %%j in ('where javac.exe 2^>nul') do call :try "%%~dpj.."
for /d %%j in ("%ProgramFiles%\Eclipse Adoptium\jdk*" "%ProgramFiles%\Java\jdk*" "%ProgramFiles%\Microsoft\jdk*" "%ProgramFiles%\Zulu\zulu*" "%ProgramFiles%\Amazon Corretto\jdk*" "%ProgramFiles%\BellSoft\LibericaJDK*" "%LOCALAPPDATA%\Programs\Eclipse Adoptium\jdk*" "%USERPROFILE%\.jdks\*") do call :try "%%~j"
for /d %%j in ("%USERPROFILE%\scoop\apps\*jdk*") do call :try "%%~j\current"
if not defined HRSCOPE_JDK (
  echo HRScope needs JDK 25 or newer: install Temurin 25 from https://adoptium.net, or set JAVA_HOME to it. >&2
  exit /b 1
)
set "JAVA_HOME=%HRSCOPE_JDK%"
set "HRSCOPE_JDK="
exit /b 0

:try
if defined HRSCOPE_JDK exit /b 0
if not exist "%~1\bin\javac.exe" exit /b 0
if not exist "%~1\release" exit /b 0
for /f "usebackq tokens=1,2 delims==" %%a in ("%~1\release") do if "%%a"=="JAVA_VERSION" for /f "delims=." %%v in ("%%~b") do if %%v GEQ 25 set "HRSCOPE_JDK=%~f1"
exit /b 0
