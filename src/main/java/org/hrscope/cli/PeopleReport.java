package org.hrscope.cli;

import java.io.PrintWriter;

/// Results of `bench --people`; on shared machines only ratios within one run are meaningful.
///
/// @param finderRuns          per second, with many people
/// @param finderMillis        per run, alone
/// @param finderToNone        frame rate with one person, with the finder relative to without
/// @param manyToOne           frame rate with many people relative to one
/// @param costByClock         of a frame with many: relative to as many single poses plus the finder's share
/// @param costByProcessorTime the same in CPU time of all threads, which hardly depends on other load
record PeopleReport(
        int people,
        Side one,
        Side oneWithFinder,
        Side many,
        double finderRuns,
        double finderMillis,
        double finderToNone,
        double manyToOne,
        double costByClock,
        double costByProcessorTime) {

    /// One setup.
    ///
    /// @param processorMillis CPU milliseconds per frame, all threads
    /// @param seen            people per frame, on average
    record Side(double framesPerSecond, double processorMillis, double seen) {
        static Side of(PeopleTurns turns) {
            return new Side(turns.framesPerSecond(), turns.processorMillis(), turns.people());
        }
    }

    void print(PrintWriter out) {
        print(out, "1, no finder", one);
        print(out, "1, finder", oneWithFinder);
        print(out, people + ", finder", many);
        out.printf(
                "finder: %.1f ms per run alone, %.2f runs per second%n%n",
                finderMillis, finderRuns);
        out.printf(
                "one person, frame rate with the finder relative to without: %.3f%n", finderToNone);
        out.printf("frame rate with %d people relative to one: %.3f%n", people, manyToOne);
        out.printf(
                "cost of a frame of %1$d relative to %1$d single poses plus the finder's share: %2$.3f by the clock, %3$.3f in CPU time%n",
                people, costByClock, costByProcessorTime);
    }

    private static void print(PrintWriter out, String name, Side side) {
        out.printf(
                "%-13s %7.2f frames per second, %7.2f ms of CPU time per frame, %.2f people seen%n",
                name, side.framesPerSecond, side.processorMillis, side.seen);
    }
}
