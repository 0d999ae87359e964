package org.hrscope.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Callable;
import org.hrscope.batch.NamedSource;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.Problem;
import org.hrscope.file.NamedInputs;
import org.hrscope.file.WholeFile;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.natives.Processor;
import org.hrscope.onnx.WeightFiles;
import org.hrscope.people.FinderOpener;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.quantise.QuantiseWish;
import org.hrscope.quantise.Quantised;
import org.hrscope.quantise.Quantiser;
import org.hrscope.quantise.RangeChoice;
import org.hrscope.quantise.Sample;
import org.hrscope.quantise.Samples;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `quantise`: an int8 copy of a network, and what it costs in accuracy.
@Command(name = "quantise", mixinStandardHelpOptions = true)
public final class QuantiseCommand extends Printing implements Callable<Integer> {
    private final PoseEngine.SourceOpening opening;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path model = Path.of("");

    @Parameters(index = "1..*", paramLabel = "SOURCE")
    private List<String> sources = List.of();

    @Option(names = "--profile", paramLabel = "NAME|FILE")
    private @Nullable String profile;

    @Option(names = "--frames", paramLabel = "N", defaultValue = "64")
    private int frames;

    @Option(names = "--loss", paramLabel = "PIXELS", defaultValue = "0.5")
    private double loss;

    @Option(names = "--float", split = ",", paramLabel = "NODE")
    private Set<String> kept = Set.of();

    @Option(names = "--range", paramLabel = "NAME", defaultValue = "auto")
    private RangeChoice range = RangeChoice.AUTO;

    @Option(names = "--weights", paramLabel = "7|8")
    private int weights;

    @Option(names = "--tables")
    private boolean tables;

    @Option(names = "--anyway")
    private boolean anyway;

    @Option(
            names = {"-o", "--output"},
            required = true,
            paramLabel = "ONNX")
    private Path output = Path.of("");

    public QuantiseCommand(PoseEngine.SourceOpening opening) {
        this.opening = opening;
    }

    @Override
    public Integer call() throws Problem, InterruptedException {
        if (frames < 1) throw misuse("misuse.least", "--frames");
        if (!(loss >= 0 && loss < Double.POSITIVE_INFINITY)) throw misuse("misuse.loss");
        Processor here = Processor.here();
        if (weights == 0) weights = here.weightBits();
        if (weights < 7 || weights > 8) throw misuse("misuse.weights");
        networkFirst(model, sources.isEmpty() ? null : sources.getFirst());
        result("-o", output, ".onnx");
        List<Path> inputs = ModelOptions.files(model, profile);
        List<SourceSpec> specs = new ArrayList<>();
        for (String source : sources) {
            NamedSource named = NamedSource.of(source);
            specs.add(named.spec());
            inputs.addAll(named.files());
        }
        if (specs.isEmpty()) specs.add(new SourceSpec.Demo());
        new NamedInputs(inputs, () -> WeightFiles.of(model)).refuse(output);
        QuantiseWish wish = new QuantiseWish(loss, kept, false, range, weights);
        try (PoseEstimator estimator =
                new PoseEstimator(ModelOptions.opener(profile, null).open(model))) {
            Quantised made = quantise(estimator, specs, wish);
            var report = new QuantisedReport(out(), estimator.info().skeleton().joints());
            if (tables) report.tables(made);
            report.summary(made, sources.isEmpty());
            if (!made.worthwhile(loss) && !anyway) {
                throw unwritten(made);
            }
            WholeFile.write(output, made.bytes());
        }
        if (!here.vnni()) {
            out().println("This processor has no VNNI: int8 gains less here.");
        }
        written("", output);
        return 0;
    }

    private Problem unwritten(Quantised made) {
        if (made.allFloat()) return new Problem("quantise.all-float", model, given(loss), output);
        int percent = (int) Math.round(made.speed().ratio() * 100);
        String moved = String.format(Locale.ROOT, "%.1f", made.loss().pixels());
        return new Problem("quantise.not-faster", model, percent, output, moved);
    }

    /// Not rounded: 0.02 is not 0.
    private static String given(double wish) {
        return BigDecimal.valueOf(wish).stripTrailingZeros().toPlainString();
    }

    private Quantised quantise(PoseEstimator estimator, List<SourceSpec> specs, QuantiseWish wish)
            throws Problem, InterruptedException {
        int[] done = {0};
        int wanted = Quantiser.used(frames);
        try (ProgressLine progress = new ProgressLine(err())) {
            Quantiser quantiser =
                    new Quantiser(
                            estimator.model(),
                            wish,
                            () -> progress.at(++done[0], 0, "runs of the network"));
            if (!anyway && !quantiser.rounds())
                throw new Problem("quantise.all-named", model, output);
            List<Sample> samples =
                    new Samples(opening, estimator, new FinderOpener()::bundled, wanted)
                            .of(specs, n -> progress.at(n, wanted, "crops"));
            return quantiser.run(samples);
        }
    }
}
