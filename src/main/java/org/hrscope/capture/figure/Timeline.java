package org.hrscope.capture.figure;

import java.util.List;
import org.hrscope.capture.figure.Posture.Part;
import org.jspecify.annotations.Nullable;

/// The figure's schedule: clips of one action each, every action once per cycle, waving first and the rest
/// reshuffled. Any thread.
final class Timeline {
    static final int FRAMES_A_SECOND = 30;
    static final int CLIP = (int) (Act.SECONDS * FRAMES_A_SECOND);

    /// Frames in one place, in one set of clothes.
    static final int SCENE = 2 * CLIP;

    /// Half the distance between the feet when standing.
    private static final double STANCE = 0.1;

    private final long seed;
    private final Anatomy anatomy = new Anatomy();
    private final Idle idle = new Idle();
    private final Act greeting = new Wave();
    private final List<Act> others =
            List.of(new Walk(), new JumpingJack(), new Stretch(), new Squat(), new TurnRound());
    private final @Nullable Act only;

    Timeline(long seed) {
        this(seed, null);
    }

    /// @param only the action of every clip; null for all in turn
    Timeline(long seed, @Nullable Act only) {
        this.seed = seed;
        this.only = only;
    }

    Body body(long index) {
        return body(
                Math.floorDiv(index, CLIP), (double) Math.floorMod(index, CLIP) / FRAMES_A_SECOND);
    }

    /// @param seconds since the clip's start
    Body body(long clip, double seconds) {
        double begin = (double) clip * Act.SECONDS;
        Act action = action(clip);
        Posture posture = posture(action, begin, seconds);
        Footsteps steps =
                new Footsteps(
                        at -> place(1, action, begin, at), at -> place(-1, action, begin, at));
        double spread = posture.get(Part.SPREAD);
        Placement root = action.root(seconds);
        return anatomy.body(
                posture,
                root,
                aside(steps.leftFoot(seconds), root, spread),
                aside(steps.rightFoot(seconds), root, -spread));
    }

    Act action(long clip) {
        if (only != null) return only;
        long cycle = Math.floorDiv(clip, others.size() + 1);
        int place = Math.floorMod(clip, others.size() + 1);
        if (place == 0) return greeting;
        return others.get(Shuffle.order(seed, cycle, others.size())[place - 1]);
    }

    /// A clip of this action in which the backdrop does not change: the second of a scene, or one of the first scene.
    long clipOf(Class<? extends Act> action) {
        long clip = 0;
        while (action(clip).getClass() != action || (clip > 1 && clip % 2 == 0)) clip++;
        return clip;
    }

    /// Idle at both ends, so that consecutive clips join.
    private Posture posture(Act action, double begin, double seconds) {
        Posture standing = idle.posture(begin + seconds);
        double acting = Ease.window(0.3, Act.SECONDS - 0.4, 0.6, seconds);
        return standing.towards(action.posture(seconds, standing), acting);
    }

    /// A foot's place under the figure at a second of the clip. Outside the clip it stands as at the clip's ends.
    private Placement place(int side, Act action, double begin, double seconds) {
        double within = Math.clamp(seconds, 0, Act.SECONDS);
        Posture posture = posture(action, begin, within);
        return action.root(within)
                .at(
                        side * (STANCE + posture.get(Part.STANCE)),
                        0,
                        side * posture.get(Part.TOES_OUT));
    }

    private static Footsteps.Foot aside(Footsteps.Foot foot, Placement root, double left) {
        Vec3 offset = Rotation.aboutY(root.yaw()).of(left, 0, 0);
        Placement place = foot.place();
        return new Footsteps.Foot(
                new Placement(place.x() + offset.x(), place.z() + offset.z(), place.yaw()),
                foot.lift(),
                foot.pitch());
    }

    /// The figure's position on the floor, for the camera to follow.
    Placement root(long index) {
        double seconds = (double) Math.floorMod(index, CLIP) / FRAMES_A_SECOND;
        return root(Math.floorDiv(index, CLIP), seconds);
    }

    /// @param seconds since the clip's start
    Placement root(long clip, double seconds) {
        return action(clip).root(seconds);
    }
}
