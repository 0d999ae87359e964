package org.hrscope.cli.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.ToDoubleFunction;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FinderOpener;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PersonMode;
import org.hrscope.pipeline.CrowdAnalysis;
import org.hrscope.pipeline.EngineSettings;
import org.hrscope.pipeline.FrameAnalysis;
import org.hrscope.pipeline.FrameRun;

/// The cost of more people: several figures, detected and tracked live, compared with one person with and without
/// the finder. All alternate, so that a change in machine load affects all alike.
public final class PeopleBench implements AutoCloseable {
    /// Pre-rendered frames.
    private static final int PAINTED = 40;

    /// Three of the finder's longest pauses, so that a turn shows its usual share.
    private static final double TURN_SECONDS = 6;

    /// Not counted: after the other turns the finder is due at once.
    private static final double LEAD_SECONDS = 1;

    /// Finder-only runs per turn.
    private static final int ALONE = 4;

    private static final int LEAST_ROUNDS = 3;

    /// Uncounted at first: the finder's pauses grow to their usual length.
    private static final double WARM_UP_SECONDS = 5;

    private static final long BREATH_MILLIS = 200;

    private final PoseEstimator estimator;
    private final PersonFinder alone;
    private final PreparedFrames one;
    private final PreparedFrames many;
    private final PeopleTurns without;
    private final PeopleTurns with;
    private final PeopleTurns crowd;
    private final int people;

    public PeopleBench(PoseEstimator estimator, FinderOpener finders, int people)
            throws Problem, InterruptedException {
        this.estimator = estimator;
        this.people = people;
        alone = finders.bundled();
        one = frames(1);
        many = frames(people);
        without =
                new PeopleTurns(
                        new FullSpeed(new FrameAnalysis(), settings(PersonMode.TRACKED), one),
                        new AtomicInteger());
        with = everyone(finders, one);
        crowd = everyone(finders, many);
    }

    private static PreparedFrames frames(int people) throws Problem, InterruptedException {
        try (CrowdSource source = new CrowdSource(Crowd.standing(people))) {
            return new PreparedFrames(source, PAINTED);
        }
    }

    private static PeopleTurns everyone(FinderOpener finders, PreparedFrames frames) {
        AtomicInteger runs = new AtomicInteger();
        CrowdAnalysis analysis =
                new CrowdAnalysis(() -> new CountedFinder(finders.bundled(), runs), () -> {});
        return new PeopleTurns(
                new FullSpeed(analysis, settings(PersonMode.EVERYONE), frames), runs);
    }

    private static EngineSettings settings(PersonMode people) {
        return new EngineSettings(Decoder.QUARTER, false, people, null, 1, true);
    }

    /// About how long [#run(double)] takes.
    public static double seconds(double counted) {
        double round = 3 * (LEAD_SECONDS + TURN_SECONDS);
        return 3 * WARM_UP_SECONDS + Math.max(LEAST_ROUNDS * round, counted + round / 2);
    }

    public PeopleReport run(double seconds) throws Problem, InterruptedException {
        for (PeopleTurns each : List.of(without, with, crowd)) {
            turn(each, WARM_UP_SECONDS, false);
        }
        List<Round> rounds = new ArrayList<>();
        long end = System.nanoTime() + (long) (seconds * 1e9);
        while (rounds.size() < LEAST_ROUNDS || System.nanoTime() < end) rounds.add(round());
        return report(rounds);
    }

    /// Wall-clock milliseconds per frame and per run.
    private record Round(
            double without, double with, double crowd, double finder, double finderProcessor) {}

    private Round round() throws Problem, InterruptedException {
        double oneWithout = turn(without);
        double oneWith = turn(with);
        double many = turn(crowd);
        long processor = PeopleTurns.processorNanosOfThisProcess();
        long start = System.nanoTime();
        alone();
        double finder = (System.nanoTime() - start) / 1e6 / ALONE;
        double used = (PeopleTurns.processorNanosOfThisProcess() - processor) / 1e6 / ALONE;
        return new Round(oneWithout, oneWith, many, finder, used);
    }

    /// The machine is shared: ratios are computed per round, and the median is taken.
    private PeopleReport report(List<Round> rounds) {
        double runsAFrame = crowd.finderRunsPerFrame();
        PeopleReport.Side single = PeopleReport.Side.of(without);
        PeopleReport.Side withFinder = PeopleReport.Side.of(with);
        PeopleReport.Side many = PeopleReport.Side.of(crowd);
        double finderProcessor = median(rounds, Round::finderProcessor);
        return new PeopleReport(
                people,
                single,
                withFinder,
                many,
                median(rounds, Round::finder),
                finderProcessor,
                median(rounds, each -> each.without / each.with),
                single.processorMillis() / withFinder.processorMillis(),
                median(rounds, each -> each.with / each.crowd),
                // Alone, the finder uses only its share of the cores; the others idle.
                median(
                        rounds,
                        each ->
                                each.crowd
                                        / (people * each.without
                                                + runsAFrame * each.finder / estimator.atOnce())),
                many.processorMillis()
                        / (people * single.processorMillis() + runsAFrame * finderProcessor));
    }

    private static double median(List<Round> rounds, ToDoubleFunction<Round> value) {
        double[] sorted = rounds.stream().mapToDouble(value).sorted().toArray();
        return (sorted[(sorted.length - 1) / 2] + sorted[sorted.length / 2]) / 2;
    }

    private double turn(PeopleTurns turn) throws Problem, InterruptedException {
        turn.turn(estimator, LEAD_SECONDS, false);
        return turn(turn, TURN_SECONDS, true);
    }

    /// Finder runs started in a turn end before the next turn.
    private double turn(PeopleTurns turn, double seconds, boolean counted)
            throws Problem, InterruptedException {
        double millis = turn.turn(estimator, seconds, counted);
        Thread.sleep(BREATH_MILLIS);
        return millis;
    }

    private void alone() throws Problem, InterruptedException {
        int[] left = {ALONE};
        FrameRun.run(
                () -> new KeptOpen(many),
                grabbed -> {
                    alone.find(grabbed.frame());
                    return --left[0] > 0;
                });
    }

    @Override
    public void close() {
        without.close();
        with.close();
        crowd.close();
        one.close();
        many.close();
        alone.close();
    }
}
