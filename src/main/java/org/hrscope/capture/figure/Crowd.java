package org.hrscope.capture.figure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.hrscope.domain.Keypoint;

/// Several figures in one picture, and where each of them truly is. What an index (from 0, 30 a second) shows depends on
/// nothing but the scene and the picture's size. Any thread.
public final class Crowd {
    public static final int MOST = 20;

    /// Metres that a figure with its arms out is wide, and the picture of one high.
    private static final double WIDE = 1.9;

    private static final double HIGH = 2.5;

    /// Metres that the picture of walkers is high: twice as far away as the demo figure.
    private static final double FAR_HIGH = 4.2;

    /// Metres from the middle at which a walker is out of the picture, whatever its sides.
    private static final double OUT = 5.5;

    /// Seconds until those who cross meet.
    private static final double MEETING = 3.2;

    /// Those who pass through: one begins every so many frames.
    private static final int NEXT = 50;

    private static final double PASSING_SPEED = 1.3;

    /// Frames on the way through.
    private static final int WAY = (int) (2 * OUT / PASSING_SPEED * Timeline.FRAMES_A_SECOND);

    /// In a cycle of these, how far behind each other those who pass go.
    private static final double[] BEHIND = {0.4, 1.6, 0, 1};

    private static final Anatomy ANATOMY = new Anatomy();

    private interface Scene {
        List<Member> at(long index, int width, int height);
    }

    private final Scene scene;

    private Crowd(Scene scene) {
        this.scene = scene;
    }

    /// So many in rows, apart from each other, each doing something else: no one hides another.
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

    /// Three who walk across and all cross each other: two meet, the third is overtaken by one and meets the other. Then
    /// the picture is empty.
    public static Crowd crossing() {
        return crossing(1.15, -0.95, 0.55);
    }

    /// Three who walk at these speeds (metres a second to the right, below 0 to the left) and would all be in the middle
    /// of the picture at one time, were it not for half a metre from each to the next.
    public static Crowd crossing(double first, double second, double third) {
        Map<Integer, Stroll> walkers =
                Map.of(
                        0, new Stroll(-MEETING * first, first, 0),
                        1, new Stroll(0.5 - MEETING * second, second, 0.5),
                        2, new Stroll(-0.5 - MEETING * third, third, 1));
        return new Crowd((index, width, height) -> walking(walkers, index, width, height));
    }

    /// People who come and go without end: some four at once, from both sides, one behind the other.
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
            return walking(there, index, width, height);
        });
    }

    private static List<Member> walking(
            Map<Integer, Stroll> walkers, long index, int width, int height) {
        double seconds = (double) index / Timeline.FRAMES_A_SECOND;
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

    /// The furthest first.
    List<Member> at(long index, int width, int height) {
        return scene.at(index, width, height);
    }

    /// Each one's joints as [DemoFigure#truth] gives them, the furthest first; also of those beyond the picture's edge
    /// or behind another.
    public Map<Integer, List<Keypoint>> truth(long index, int width, int height) {
        Map<Integer, List<Keypoint>> truth = new LinkedHashMap<>();
        for (Member member : at(index, width, height)) truth.put(member.who(), member.truth());
        return truth;
    }
}
