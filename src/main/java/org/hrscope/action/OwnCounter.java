package org.hrscope.action;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.hrscope.domain.Pose;
import org.hrscope.motion.JointAngle;

/// Counts an [OwnAction], as shown and mirrored; the two never count the same movement. One thread.
final class OwnCounter implements Counter {
    private final Side own;
    private final Side mirrored;
    private final Thresholds halfway;
    private long counted = -1;
    private double degrees = Double.NaN;
    private Phase phase = Phase.UNSURE;

    /// One way round.
    private static final class Side {
        final List<JointAngle> angles;
        final Resampler resampler = new Resampler();
        final TemplateMatcher matcher;
        Optional<TemplateMatcher.Match> match = Optional.empty();

        /// When moment 0 would have been, in seconds of the source, had there been no gap since.
        double origin;

        Side(OwnAction action, List<JointAngle> angles) {
            this.angles = angles;
            matcher = new TemplateMatcher(action.curve(), action.threshold());
        }

        double[] read(Pose pose) {
            double[] read = new double[angles.size()];
            Arrays.setAll(
                    read,
                    i -> angles.get(i).degrees(pose, Countable.LEAST_SCORE).orElse(Double.NaN));
            return read;
        }

        /// Where too little is seen there is a gap; a short one is bridged.
        void feed(double seconds, double[] read) {
            match = Optional.empty();
            if (2 * Arrays.stream(read).filter(Double::isFinite).count() < read.length) return;
            if (!resampler.goesOn(seconds)) {
                match = matcher.end();
                matcher.interrupt();
                origin = seconds - matcher.time() / Resampler.RATE;
            }
            resampler.next(
                    seconds,
                    read,
                    moment -> matcher.next(moment).ifPresent(m -> match = Optional.of(m)));
        }

        double seconds(long moment) {
            return origin + moment / Resampler.RATE;
        }
    }

    OwnCounter(OwnAction action, List<JointAngle> own, List<JointAngle> mirrored) {
        this.own = new Side(action, own);
        this.mirrored = new Side(action, mirrored);
        halfway = action.halfway();
    }

    @Override
    public Optional<Repetition> next(double seconds, Pose pose) {
        double[] read = own.read(pose);
        own.feed(seconds, read);
        mirrored.feed(seconds, mirrored.read(pose));
        degrees = read[0];
        Phase now = halfway.at(degrees);
        if (Double.isNaN(degrees) || now != Phase.UNSURE) phase = now;
        return counted();
    }

    /// What either way round has found, unless it is mostly what was counted last.
    private Optional<Repetition> counted() {
        for (Side side : List.of(own, mirrored)) {
            if (side.match.isEmpty()) continue;
            TemplateMatcher.Match match = side.match.get();
            if (counted - match.begin() > (match.end() - match.begin()) / 2) continue;
            counted = match.end();
            return Optional.of(
                    new Repetition(side.seconds(match.begin()), side.seconds(match.end())));
        }
        return Optional.empty();
    }

    @Override
    public Optional<Repetition> end() {
        own.match = own.matcher.end();
        mirrored.match = mirrored.matcher.end();
        return counted();
    }

    @Override
    public double degrees() {
        return degrees;
    }

    @Override
    public Phase phase() {
        return phase;
    }
}
