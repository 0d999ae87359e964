package org.hrscope.action;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.AngleName;
import org.hrscope.motion.JointAngle;

/// A person shows an action [#TIMES] times, coming back to how they stood: first they stand still, then the angles are
/// recorded until enough repetitions are complete. Bounded; one thread.
public final class Demonstration {
    public static final int TIMES = 3;

    /// What is asked of the person.
    public enum Step {
        STAND_STILL,
        GO,
        DONE
    }

    private static final double LONGEST_SECONDS = 60;
    private static final double STILL_SECONDS = 0.7;

    /// Degrees by which the angles of someone who stands still may change meanwhile: breathing, and the network's
    /// trembling.
    private static final double STILL_DEGREES = 14;

    /// At rest after the last repetition.
    private static final double REST_SECONDS = 0.25;

    private static final int STILL = (int) (STILL_SECONDS * Resampler.RATE);
    private static final int LONGEST = (int) (LONGEST_SECONDS * Resampler.RATE);

    private final List<AngleName> names;
    private final List<JointAngle> angles;
    private final Resampler resampler = new Resampler();
    private final List<double[]> moments = new ArrayList<>();
    private Step step = Step.STAND_STILL;
    private int complete;

    /// @throws Problem `action.no-angles` if no joint of the skeleton is between two limbs
    public Demonstration(Skeleton skeleton) throws Problem {
        angles =
                IntStream.range(0, skeleton.size())
                        .mapToObj(joint -> JointAngle.at(skeleton, joint))
                        .flatMap(Optional::stream)
                        .toList();
        if (angles.isEmpty()) throw new Problem("action.no-angles");
        names = angles.stream().map(angle -> name(skeleton, angle)).toList();
    }

    private static AngleName name(Skeleton skeleton, JointAngle angle) {
        return new AngleName(
                IntStream.of(angle.from(), angle.at(), angle.to())
                        .mapToObj(joint -> AngleName.written(skeleton.joints().get(joint)))
                        .toList());
    }

    public Step step() {
        return step;
    }

    /// Repetitions seen so far.
    public int complete() {
        return complete;
    }

    /// @throws Problem `action.too-long`, `action.lost` where the person went out of sight; it is over then
    public void next(double seconds, Pose pose) throws Problem {
        if (step == Step.DONE) return;
        double[] read = new double[angles.size()];
        int seen = 0;
        for (int i = 0; i < read.length; i++) {
            OptionalDouble one = angles.get(i).degrees(pose, Countable.LEAST_SCORE);
            read[i] = one.orElse(Double.NaN);
            if (one.isPresent()) seen++;
        }
        if (2 * seen < read.length) return;
        if (!resampler.goesOn(seconds) && !moments.isEmpty()) {
            if (step == Step.GO) throw new Problem("action.lost");
            moments.clear();
        }
        resampler.next(seconds, read, moments::add);
        if (step == Step.STAND_STILL) waitForRest();
        else look();
    }

    private void waitForRest() {
        while (moments.size() > STILL) moments.removeFirst();
        if (moments.size() == STILL && AngleRanges.of(moments).largest() <= STILL_DEGREES) {
            step = Step.GO;
        }
    }

    private void look() throws Problem {
        Segments segments = Segments.of(moments);
        complete = Math.min(TIMES, segments.parts().size());
        boolean rested = segments.restingSince() >= REST_SECONDS * Resampler.RATE;
        if (complete == TIMES && rested) step = Step.DONE;
        else if (moments.size() > LONGEST) throw new Problem("action.too-long", TIMES);
    }

    /// What was learnt.
    ///
    /// @throws Problem `action.too-few`, `action.differ`
    public OwnAction learn(String name) throws Problem {
        Segments segments = Segments.of(moments);
        if (segments.parts().size() < TIMES) throw new Problem("action.too-few", TIMES);
        List<double[][]> parts = segments.parts().subList(0, TIMES);
        Learnt learnt = Learnt.of(parts, segments.rest());
        return new OwnAction(
                name,
                Arrays.stream(segments.moving()).mapToObj(names::get).toList(),
                learnt.curve(),
                learnt.threshold());
    }
}
