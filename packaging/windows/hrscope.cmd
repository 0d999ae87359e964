@echo off
rem `hrscope` on the PATH: the commands write to this console, and the window opens too. It lies in app\bin, which the
rem installer puts on the PATH; HRScope.exe itself has no console.
setlocal DisableDelayedExpansion
if not defined OPENCV_LOG_LEVEL set "OPENCV_LOG_LEVEL=SILENT"
"%~dp0..\..\hrscope-console.exe" %*
exit /b %ERRORLEVEL%
