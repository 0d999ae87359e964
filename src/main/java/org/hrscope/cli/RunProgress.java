package org.hrscope.cli;

import java.util.Locale;

/// How far a run is, how fast it goes, and how long it will take. One thread.
final class RunProgress {
    private static final double NANOS = 1e9;

    private final ProgressLine line;
    private final int files;
    private long images;
    private long start;
    private double shareAtStart;

    /// @param files of the whole run
    RunProgress(ProgressLine line, int files) {
        this.line = line;
        this.files = files;
    }

    /// An image has been done.
    ///
    /// @param file  its file's place in the run, from 0
    /// @param done  frames of that file, including this one
    /// @param total frames of that file; 0 if unknown
    void at(int file, long done, long total, String name) {
        double within = total > 0 ? Math.min(1, (double) done / total) : 0;
        double share = (file + within) / Math.max(files, file + 1);
        long now = System.nanoTime();
        if (images++ == 0) {
            start = now;
            shareAtStart = share;
        }
        String text = name + pace(images - 1, (now - start) / NANOS, share - shareAtStart, share);
        if (files == 1) line.at(done, total, text);
        else line.at(file + 1, files, text);
    }

    /// @param gained  share of the run done in these seconds
    /// @param share   share of the run done so far; 0 if unknown
    static String pace(long images, double seconds, double gained, double share) {
        if (images == 0 || seconds < 1) return "";
        String rate = String.format(Locale.ROOT, "  %.1f/s", images / seconds);
        return gained <= 0
                ? rate
                : rate + "  " + duration(seconds * (1 - share) / gained) + " left";
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        if (whole < 60) return whole + " s";
        if (whole < 3600) return whole / 60 + " min";
        return whole / 3600 + " h " + whole / 60 % 60 + " min";
    }
}
