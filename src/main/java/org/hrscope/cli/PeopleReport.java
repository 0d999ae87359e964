package org.hrscope.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;

/// What `bench --people` measured; times of shared machines count as ratios within one run only.
///
/// @param finderRuns          a second, in the scene of many
/// @param finderMillis        of one run alone
/// @param finderToNone        frames per second of one person, with the finder against without
/// @param manyToOne           frames per second of many people against one
/// @param costByClock         of a frame of many: against as many single poses and the finder's share
/// @param costByProcessorTime the same in what all threads together took of the processors: nearly the same whatever
/// else runs on the machine
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

    /// One way of looking.
    ///
    /// @param processorMillis of a frame, all threads together
    /// @param seen            people a frame, on average
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
                "the finder: %.1f ms a run alone, %.2f runs a second%n%n",
                finderMillis, finderRuns);
        out.printf(
                "one person, frames per second with the finder against without: %.3f%n",
                finderToNone);
        out.printf("frames per second of %d people against one: %.3f%n", people, manyToOne);
        out.printf(
                "a frame of %1$d against %1$d single poses and the finder's share: %2$.3f by the clock, %3$.3f in processor time%n",
                people, costByClock, costByProcessorTime);
        out.flush();
    }

    private static void print(PrintWriter out, String name, Side side) {
        out.printf(
                "%-13s %7.2f frames per second, %7.2f ms of processor time a frame, %.2f seen%n",
                name, side.framesPerSecond, side.processorMillis, side.seen);
    }

    void write(Path file) throws Problem {
        new Json(Json.Names.AS_WRITTEN).write(file, this);
    }
}
