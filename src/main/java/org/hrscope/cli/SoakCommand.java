package org.hrscope.cli;

import java.io.PrintWriter;
import java.util.concurrent.Callable;
import org.hrscope.capture.SourceSpec;
import org.hrscope.capture.figure.Crowd;
import org.hrscope.capture.figure.CrowdSource;
import org.hrscope.cli.bench.FollowBench;
import org.hrscope.cli.bench.Soak;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.pipeline.PoseEngine;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `soak`: runs the live engine at full speed for a long time and watches its resources.
@Command(name = "soak", mixinStandardHelpOptions = true)
public final class SoakCommand extends Printing implements Callable<Integer> {
    private static final int LINES = 10;
    private static final int MOST_MINUTES = 100_000;

    private final PoseEngine.SourceOpening opening;

    @Mixin private final ModelOptions model = new ModelOptions();

    @Parameters(paramLabel = "SOURCE", arity = "0..1", defaultValue = "demo")
    private String source = "demo";

    @Option(names = "--minutes", paramLabel = "N", defaultValue = "30")
    private double minutes;

    @Option(names = "--recoveries", paramLabel = "N", defaultValue = "0")
    private int recoveries;

    @Option(names = "--inspect", paramLabel = "NODE")
    private @Nullable String inspect;

    @Option(names = "--people")
    private boolean people;

    public SoakCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        positive("--minutes", minutes, MOST_MINUTES);
        if (recoveries < 0) throw misuse("misuse.natural", "--recoveries");
        PrintWriter out = out();
        SourceSpec wanted = SourceSpec.parse(source);
        PoseEstimator estimator = model.open();
        if (inspect != null) check(estimator, inspect);
        // The engine closes the estimator.
        try (Soak soak = new Soak(sources(), estimator, wanted, people, inspect)) {
            long end = System.nanoTime() + (long) (minutes * 60e9);
            double pause = minutes * 60 / LINES;
            out.printf(
                    "%8s %10s %9s %8s %7s %10s %7s%n",
                    "minutes", "frames", "MiB", "threads", "files", "recovered", "people");
            while (System.nanoTime() < end && (recoveries == 0 || soak.recoveries() < recoveries)) {
                soak.await(Math.min(end, System.nanoTime() + (long) (pause * 1e9)), recoveries);
                out.println(soak.line());
            }
            out.println(soak.summary());
            if (soak.recoveries() >= recoveries) return 0;
            out.printf("recovered %d of %d times%n", soak.recoveries(), recoveries);
            return 1;
        }
    }

    private static void check(PoseEstimator estimator, String node) throws Problem {
        try {
            FollowBench.check(estimator, node);
        } catch (Problem e) {
            estimator.close();
            throw e;
        }
    }

    private PoseEngine.SourceOpening sources() {
        if (!people) return opening;
        return spec ->
                spec instanceof SourceSpec.Demo
                        ? new CrowdSource(Crowd.passing())
                        : opening.open(spec);
    }
}
