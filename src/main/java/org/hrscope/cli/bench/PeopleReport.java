package org.hrscope.cli.bench;

import java.io.PrintWriter;

/// Results of `bench --people`; on shared machines only ratios within one run are meaningful.
///
/// @param finderMillis        per run, alone
/// @param finderProcessor     CPU milliseconds per run, all threads
/// @param finderToNone        frame rate with one person, with the finder relative to without
/// @param finderToNoneByProcessorTime
///                            the same in CPU time of all threads, which hardly depends on other load
/// @param manyToOne           frame rate with many people relative to one
/// @param costByClock         of a frame with many: relative to as many single poses plus the finder's share
/// @param costByProcessorTime the same in CPU time of all threads, which hardly depends on other load
public record PeopleReport(
        int people,
        Side one,
        Side oneWithFinder,
        Side many,
        double finderMillis,
        double finderProcessor,
        double finderToNone,
        double finderToNoneByProcessorTime,
        double manyToOne,
        double costByClock,
        double costByProcessorTime) {

    /// One setup.
    ///
    /// @param processorMillis CPU milliseconds per frame, all threads
    /// @param seen            people per frame, on average
    /// @param finderRuns      per second
    record Side(double framesPerSecond, double processorMillis, double seen, double finderRuns) {
        static Side of(PeopleTurns turns) {
            return new Side(
                    turns.framesPerSecond(),
                    turns.processorMillis(),
                    turns.people(),
                    turns.finderRunsPerSecond());
        }
    }

    public void print(PrintWriter out) {
        print(out, "1, no finder", one);
        print(out, "1, finder", oneWithFinder);
        print(out, people + ", finder", many);
        out.printf(
                "finder: %.1f ms per run alone, %.1f ms of CPU time%n",
                finderMillis, finderProcessor);
        printShare(out, "1 person", oneWithFinder);
        printShare(out, people + " people", many);
        out.println();
        out.printf(
                "one person, frame rate with the finder relative to without: %.3f by the clock, %.3f in CPU time%n",
                finderToNone, finderToNoneByProcessorTime);
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

    /// All cores together are one whole.
    private void printShare(PrintWriter out, String name, Side side) {
        double busy = side.finderRuns * finderProcessor / 1e3;
        out.printf(
                "finder with %s: %.2f runs per second, %.1f %% of all cores' time%n",
                name, side.finderRuns, 100 * busy / Runtime.getRuntime().availableProcessors());
    }
}
