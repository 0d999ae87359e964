package org.hrscope.batch;

import org.hrscope.inference.PoseEstimator;
import org.hrscope.people.PersonFinder;
import org.hrscope.people.PoseLanes;
import org.hrscope.pipeline.EngineSettings;
import org.jspecify.annotations.Nullable;

/// The finder for each source of a run: still images have nothing to do with each other, in a video people are
/// followed. One thread; close before the network.
public final class SourceFinders implements Estimation.Finders, AutoCloseable {
    private final PoseEstimator estimator;
    private final @Nullable PersonFinder finder;
    private final EngineSettings settings;
    private final boolean boxed;
    private final boolean smooth;
    private final SeparateImages stills;

    /// @param finder null to take the boxes of a file, or one person
    /// @param boxed  whether a file knows the boxes
    /// @param smooth whether poses of a video are smoothed
    public SourceFinders(
            PoseEstimator estimator,
            @Nullable PersonFinder finder,
            EngineSettings settings,
            boolean boxed,
            boolean smooth) {
        this.estimator = estimator;
        this.finder = finder;
        this.settings = settings;
        this.boxed = boxed;
        this.smooth = smooth;
        stills = new SeparateImages(still(), estimator.atOnce());
    }

    @Override
    public PeopleFinder of(NamedSource source) {
        if (source.stills()) return stills;
        return smooth ? new SmoothedPeople(moving()) : moving();
    }

    private PeopleFinder still() {
        if (finder != null) return PeopleFinder.found(lanes(), finder);
        return boxed ? PeopleFinder.boxed(lanes()) : PeopleFinder.alone(estimator, settings);
    }

    private PeopleFinder moving() {
        if (finder != null) return new FollowedPeople(lanes(), finder);
        return boxed ? PeopleFinder.boxed(lanes()) : PeopleFinder.tracked(estimator, settings);
    }

    private PoseLanes lanes() {
        return new PoseLanes(estimator, settings.estimation());
    }

    @Override
    public void close() {
        stills.close();
    }
}
