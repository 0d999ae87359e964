package org.hrscope.library;

/// Hears how far a download is, on the thread that downloads.
@FunctionalInterface
public interface DownloadProgress {
    /// @param total in bytes, -1 where nobody said
    void at(long done, long total);
}
