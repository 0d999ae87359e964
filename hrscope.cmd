@echo off
rem Opens HRScope, building it first where that is needed. The arguments go to the program as they are.
setlocal DisableDelayedExpansion
set "HERE=%~dp0"
set "TARGET=%HERE%target"
rem call looks for variables once more in what it is given: a percent sign of the path must not be there yet.
call "%%HERE%%.mvn\find-jdk.cmd"
if errorlevel 1 exit /b 1

rem Batch files cannot compare times across folders: PowerShell answers with its exit code.
set "STALE=yes"
if exist "%TARGET%\hrscope.jar" if exist "%TARGET%\lib" (
  powershell -noprofile -command "$t=(Get-Item -LiteralPath ($env:TARGET+'\hrscope.jar')).LastWriteTimeUtc; exit [int][bool](Get-ChildItem -Recurse -LiteralPath ($env:HERE+'pom.xml'),($env:HERE+'src\main'),($env:HERE+'resources'),($env:HERE+'models') | Where-Object {$_.LastWriteTimeUtc -gt $t} | Select-Object -First 1)"
  if not errorlevel 1 set "STALE="
)
if not defined STALE goto start
echo Building HRScope (the first time, and when its sources changed)... >&2
rem Libraries of an earlier version would stay on the class path.
if exist "%TARGET%\lib" rmdir /s /q "%TARGET%\lib"
call "%%HERE%%mvnw.cmd" -q -f "%%HERE%%pom.xml" -Dmaven.test.skip=true package >&2 <nul
if errorlevel 1 (
  echo HRScope could not be built: the lines above say why. Mend that, then start it again. >&2
  exit /b 1
)
rem Maven leaves a jar alone whose content would not change.
powershell -noprofile -command "(Get-Item -LiteralPath ($env:TARGET+'\hrscope.jar')).LastWriteTimeUtc=[DateTime]::UtcNow"

:start
rem Java splits its paths at semicolons and knows no way to write one: the folder gets another name meanwhile.
set "LINK="
if not "%TARGET:;=%"=="%TARGET%" set "LINK=%TEMP%\hrscope-%RANDOM%%RANDOM%"
if defined LINK (
  mklink /j "%LINK%" "%TARGET%" >nul || exit /b 1
  set "TARGET=%LINK%"
)
rem JavaFX supports the module path only, everything else lives on the class path.
set "MODULES="
set "CLASSES=%TARGET%\hrscope.jar"
for %%j in ("%TARGET%\lib\*.jar") do (
  set "JAR=%%~fj"
  set "NAME=%%~nj"
  call :add
)
rem OpenCV's settings, see OpenCv.java: the program would have to set them in a slower way.
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=SILENT"
if not defined OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT set "OPENCV_VIDEOIO_V4L_SELECT_TIMEOUT=2"
"%JAVA_HOME%\bin\java.exe" --module-path "%MODULES:~1%" --add-modules javafx.controls --enable-native-access=javafx.graphics,ALL-UNNAMED --sun-misc-unsafe-memory-access=allow %HRSCOPE_JVM_OPTS% -cp "%CLASSES%" org.hrscope.Main %*
set "EXIT=%ERRORLEVEL%"
if defined LINK rmdir "%LINK%"
exit /b %EXIT%

:add
if "%NAME:~0,7%"=="javafx-" (set "MODULES=%MODULES%;%JAR%") else (set "CLASSES=%CLASSES%;%JAR%")
exit /b 0
