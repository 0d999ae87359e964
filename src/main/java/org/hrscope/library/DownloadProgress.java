package org.hrscope.library;

/// Receives download progress on the downloading thread.
@FunctionalInterface
public interface DownloadProgress {
    /// @param total in bytes, -1 if unknown
    void at(long done, long total);
}
