package org.hrscope.action;

import java.util.List;
import java.util.Optional;
import org.hrscope.action.AngleSignal.Blend;
import org.hrscope.motion.AngleName;

/// The actions that come with the program. The thresholds lie between what people at rest and in the action show from
/// the front and from the side; a person moves them where that does not fit.
public final class KnownActions {
    /// Trunk and thighs draw near, and the knees bend. One knee may point at the camera and seem straight, but hips
    /// show it: those of someone who walks stay stretched, on average.
    public static final AngleAction SQUAT =
            new AngleAction(
                    "squat",
                    AngleSignal.bothSides(Blend.MEAN, "shoulder", "hip", "knee"),
                    new Thresholds(160, 146),
                    new AngleAction.Also(
                            AngleSignal.bothSides(Blend.MEAN, "hip", "knee", "ankle"), 145, false));

    /// Both arms go up while the legs are apart: the angle of hip, hip and knee is 90 degrees where they stand
    /// straight. Arms swing through their lowest point in no time, so they count as down from far above it: 0.3 s out
    /// of sight may hide the rest.
    public static final AngleAction JUMPING_JACK =
            new AngleAction(
                    "jumping-jack",
                    AngleSignal.bothSides(Blend.SMALLEST, "hip", "shoulder", "elbow"),
                    new Thresholds(65, 115),
                    new AngleAction.Also(
                            new AngleSignal(
                                    List.of(
                                            new AngleName(
                                                    List.of("right_hip", "left_hip", "left_knee")),
                                            new AngleName(
                                                    List.of(
                                                            "left_hip",
                                                            "right_hip",
                                                            "right_knee"))),
                                    Blend.MEAN),
                            97,
                            true));

    /// An upper arm goes up beside the head, further than to wave.
    public static final AngleAction RAISED_HAND =
            new AngleAction(
                    "raised-hand",
                    AngleSignal.bothSides(Blend.LARGEST, "hip", "shoulder", "elbow"),
                    new Thresholds(90, 138),
                    null);

    public static final List<AngleAction> ALL = List.of(SQUAT, JUMPING_JACK, RAISED_HAND);

    private KnownActions() {}

    public static Optional<AngleAction> named(String name) {
        return ALL.stream().filter(action -> action.name().equals(name)).findFirst();
    }
}
