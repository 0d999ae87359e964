package org.hrscope.quantise;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntConsumer;
import org.hrscope.capture.SourceSpec;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Problem;
import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.FoundPerson;
import org.hrscope.people.PersonFinder;
import org.hrscope.pipeline.FrameRun;
import org.hrscope.pipeline.Grabbed;
import org.hrscope.pipeline.PoseEngine;
import org.hrscope.pixels.CropGeometry;

/// Crops of the people in some sources, as the program makes them for the network. One thread.
public final class Samples {
    /// Neighbouring frames of a video show the same.
    private static final int STEP = 16;

    /// In an endless source nobody may ever appear.
    private static final int VAIN = 100;

    private static final int MOST_IN_A_FRAME = 4;

    private final PoseEngine.SourceOpening opening;
    private final PoseEstimator estimator;
    private final Finding finding;
    private final int most;
    private final List<Sample> samples = new ArrayList<>();

    /// Opens a person finder.
    public interface Finding {
        PersonFinder open() throws Problem;
    }

    /// @param finding not called where only the demo is looked at, whose figure nobody need find
    /// @param most    crops to gather
    public Samples(
            PoseEngine.SourceOpening opening, PoseEstimator estimator, Finding finding, int most) {
        this.opening = opening;
        this.estimator = estimator;
        this.finding = finding;
        this.most = most;
    }

    /// @param progress gets how many there are
    /// @return at least one
    /// @throws Problem `quantise.nobody` if no person is seen, from the sources, `model.*`
    public List<Sample> of(List<SourceSpec> sources, IntConsumer progress)
            throws Problem, InterruptedException {
        SourceSpec demo = new SourceSpec.Demo();
        boolean found = sources.stream().allMatch(demo::equals);
        PersonFinder figure = new FigureFinder();
        try (PersonFinder finder = found ? figure : finding.open()) {
            for (int i = 0; i < sources.size(); i++) {
                SourceSpec source = sources.get(i);
                boolean stills =
                        source instanceof SourceSpec.Picture
                                || source instanceof SourceSpec.Pictures
                                || source instanceof SourceSpec.Folder;
                int enough =
                        samples.size() + Math.ceilDiv(most - samples.size(), sources.size() - i);
                int step = stills ? 1 : STEP;
                int[] vain = {0};
                PersonFinder looking = source.equals(demo) ? figure : finder;
                FrameRun.run(
                        () -> new Thinned(opening.open(source), step),
                        grabbed -> {
                            add(grabbed, looking, enough, progress);
                            boolean goesOn = stills || !samples.isEmpty() || ++vain[0] < VAIN;
                            return samples.size() < enough && goesOn;
                        });
            }
        }
        if (!samples.isEmpty()) return samples;
        throw new Problem("quantise.nobody", sources.isEmpty() ? "-" : sources.getFirst().text());
    }

    private void add(Grabbed grabbed, PersonFinder looking, int enough, IntConsumer progress)
            throws Problem {
        ModelInfo info = estimator.info();
        Decoder decoder = info.decoder();
        int there = 0;
        for (FoundPerson person : looking.find(grabbed.frame())) {
            if (there++ == MOST_IN_A_FRAME || samples.size() >= enough) return;
            BoundingBox box = person.box();
            samples.add(
                    new Sample(
                            estimator.crop(grabbed.frame(), box, decoder),
                            CropGeometry.of(box, info, decoder)));
            progress.accept(samples.size());
        }
    }
}
