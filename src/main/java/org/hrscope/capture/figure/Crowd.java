package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hrscope.domain.Keypoint;

/// Several figures in one image, with exact keypoints. A frame depends only on its index (from 0, 30 fps unless
/// said otherwise), the scene and the image size. Any thread.
public final class Crowd {
    public static final int MOST = 20;

    /// Width in metres of a figure with its arms out, and height of the view of a single one.
    private static final double WIDE = 1.9;

    private static final double HIGH = 2.5;

    /// Height of the walkers' view in metres: twice as far away as the demo figure.
    private static final double FAR_HIGH = 4.2;

    /// Metres from the centre at which a walker is out of view at any aspect ratio.
    private static final double OUT = 5.5;

    /// Seconds until the crossing figures meet.
    private static final double MEETING = 3.2;

    /// Frames between passers-by.
    private static final int NEXT = 50;

    private static final double PASSING_SPEED = 1.3;

    /// Frames a passer-by takes to cross.
    private static final int WAY = (int) (2 * OUT / PASSING_SPEED * Timeline.FRAMES_A_SECOND);

    /// Depth offsets of consecutive passers-by, repeating.
    private static final double[] BEHIND = {0.4, 1.6, 0, 1};

    private static final Anatomy ANATOMY = new Anatomy();

    private interface Scene {
        List<Member> at(long index, int width, int height);
    }

    private final Scene scene;
    private final double framesPerSecond;

    private Crowd(Scene scene) {
        this(scene, Timeline.FRAMES_A_SECOND);
    }

    private Crowd(Scene scene, double framesPerSecond) {
        this.scene = scene;
        this.framesPerSecond = framesPerSecond;
    }

    double framesPerSecond() {
        return framesPerSecond;
    }

    /// This many figures in rows, apart from each other and each doing something else: no occlusion.
    ///
    /// @param count 1 to [#MOST]
    public static Crowd standing(int count) {
        if (count < 1 || count > MOST) throw new IllegalArgumentException("" + count);
        List<Timeline> acts = IntStream.range(0, count).mapToObj(Timeline::new).toList();
        int rows = count < 6 ? 1 : count < 11 ? 2 : 3;
        int columns = (count + rows - 1) / rows;
        return new Crowd((index, width, height) -> {
            List<Member> members = new ArrayList<>();
            double across = (double) width / columns;
            double down = (double) height / rows;
            double focal = Math.min(across / WIDE, down / HIGH);
            for (int who = 0; who < count; who++) {
                long now = index + 37L * who;
                Placement root = acts.get(who).root(now);
                Vec3 target = new Vec3(root.x(), Camera.TARGET_HEIGHT, root.z());
                double x = (who % columns + 0.5) * across;
                double y = (who / columns + 0.54) * down;
                Camera camera = Camera.ahead(target, focal, x, y);
                members.add(new Member(who, acts.get(who).body(now), camera));
            }
            return members;
        });
    }

    /// Three walkers who all cross each other: two meet, the third is overtaken by one and meets the other. Then
    /// the view is empty.
    public static Crowd crossing() {
        return crossing(Timeline.FRAMES_A_SECOND);
    }

    /// The same walk, filmed at another frame rate.
    public static Crowd crossing(double framesPerSecond) {
        return crossing(1.15, -0.95, 0.55, framesPerSecond);
    }

    /// Three walkers at these speeds (metres per second to the right, negative to the left) who would all meet in
    /// the centre, except that they are half a metre apart.
    public static Crowd crossing(
            double first, double second, double third, double framesPerSecond) {
        Map<Integer, Stroll> walkers =
                Map.of(
                        0, new Stroll(-MEETING * first, first, 0),
                        1, new Stroll(0.5 - MEETING * second, second, 0.5),
                        2, new Stroll(-0.5 - MEETING * third, third, 1));
        return new Crowd(
                (index, width, height) -> walking(walkers, index / framesPerSecond, width, height),
                framesPerSecond);
    }

    /// An endless stream of passers-by from both sides, about four at a time, one behind the other.
    public static Crowd passing() {
        return new Crowd((index, width, height) -> {
            Map<Integer, Stroll> there = new LinkedHashMap<>();
            int newest = (int) (index / NEXT);
            int oldest = (int) Math.max(0, (index - WAY) / NEXT);
            for (int who = oldest; who <= newest; who++) {
                double side = who % 2 == 0 ? 1 : -1;
                double begin = (double) who * NEXT / Timeline.FRAMES_A_SECOND;
                double start = -side * (OUT + PASSING_SPEED * begin);
                there.put(
                        who, new Stroll(start, side * PASSING_SPEED, BEHIND[who % BEHIND.length]));
            }
            double seconds = (double) index / Timeline.FRAMES_A_SECOND;
            return walking(there, seconds, width, height);
        });
    }

    private static List<Member> walking(
            Map<Integer, Stroll> walkers, double seconds, int width, int height) {
        Vec3 target = new Vec3(0, Camera.TARGET_HEIGHT, 0);
        Camera camera = Camera.ahead(target, height / FAR_HIGH, width / 2.0, height * 0.54);
        List<Member> members = new ArrayList<>();
        walkers.entrySet().stream()
                .filter(each -> Math.abs(each.getValue().at(seconds)) < OUT)
                .sorted(Comparator.comparing(each -> -each.getValue().behind()))
                .forEach(each ->
                        members.add(
                                new Member(
                                        each.getKey(),
                                        each.getValue().body(ANATOMY, seconds),
                                        camera)));
        return members;
    }

    /// Furthest first.
    List<Member> at(long index, int width, int height) {
        return scene.at(index, width, height);
    }

    /// Everyone's keypoints as in [DemoFigure#truth], furthest first; including those out of view or occluded.
    public Map<Integer, List<Keypoint>> truth(long index, int width, int height) {
        Map<Integer, List<Keypoint>> truth = new LinkedHashMap<>();
        for (Member member : at(index, width, height)) truth.put(member.who(), member.truth());
        return truth;
    }
}
