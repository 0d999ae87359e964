@echo off
rem Starts HRScope, building it first if needed. Arguments are passed on unchanged.
setlocal DisableDelayedExpansion
set "HERE=%~dp0"
set "TARGET=%HERE%target"
rem call looks for variables once more in what it is given: a percent sign of the path must not be there yet.
call "%%HERE%%.mvn\find-jdk.cmd"
if errorlevel 1 exit /b 1

rem Batch files cannot compare file times recursively; PowerShell answers through its exit code.
set "STALE=yes"
if exist "%TARGET%\hrscope.jar" if exist "%TARGET%\lib" (
  powershell -noprofile -command "$t=(Get-Item -LiteralPath ($env:TARGET+'\hrscope.jar')).LastWriteTimeUtc; exit [int][bool](Get-ChildItem -Recurse -LiteralPath ($env:HERE+'pom.xml'),($env:HERE+'src\main'),($env:HERE+'resources'),($env:HERE+'models') | Where-Object {$_.LastWriteTimeUtc -gt $t} | Select-Object -First 1)"
  if not errorlevel 1 set "STALE="
)
if not defined STALE goto start
echo Building HRScope (on first use, and when sources changed)... >&2
rem Libraries of an earlier version would stay on the class path.
if exist "%TARGET%\lib" rmdir /s /q "%TARGET%\lib"
call "%%HERE%%mvnw.cmd" -q -f "%%HERE%%pom.xml" -Dmaven.test.skip=true package >&2 <nul
if errorlevel 1 (
  echo HRScope could not be built; see the messages above. >&2
  exit /b 1
)
rem Maven does not rewrite an unchanged jar.
powershell -noprofile -command "(Get-Item -LiteralPath ($env:TARGET+'\hrscope.jar')).LastWriteTimeUtc=[DateTime]::UtcNow"

:start
rem Java splits paths at semicolons and cannot escape them; a junction gives the folder another name.
set "LINK="
if not "%TARGET:;=%"=="%TARGET%" set "LINK=%TEMP%\hrscope-%RANDOM%%RANDOM%"
if defined LINK (
  mklink /j "%LINK%" "%TARGET%" >nul || exit /b 1
  set "TARGET=%LINK%"
)
rem JavaFX only supports the module path; everything else goes on the class path.
set "MODULES="
set "CLASSES=%TARGET%\hrscope.jar"
for %%j in ("%TARGET%\lib\*.jar") do (
  set "JAR=%%~fj"
  set "NAME=%%~nj"
  call :add
)
rem OpenCV reads these only from the environment; see the hrscope script.
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=SILENT"
if not defined OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT set "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT=2"
"%JAVA_HOME%\bin\java.exe" --module-path "%MODULES:~1%" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %HRSCOPE_JVM_OPTS% -cp "%CLASSES%" org.hrscope.Main %*
set "EXIT=%ERRORLEVEL%"
if defined LINK rmdir "%LINK%"
exit /b %EXIT%

:add
if "%NAME:~0,7%"=="javafx-" (set "MODULES=%MODULES%;%JAR%") else (set "CLASSES=%CLASSES%;%JAR%")
exit /b 0
