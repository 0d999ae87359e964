package org.hrscope.puppet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.hrscope.domain.Problem;
import org.hrscope.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MotionFileTest {
    /// The nodes of the BVH, in the order of [MotionJoint].
    private static final List<String> NODES =
            List.of(
                    "Hips",
                    "Neck",
                    "NeckEnd",
                    "LeftArm",
                    "LeftForeArm",
                    "LeftForeArmEnd",
                    "RightArm",
                    "RightForeArm",
                    "RightForeArmEnd",
                    "LeftUpLeg",
                    "LeftLeg",
                    "LeftLegEnd",
                    "RightUpLeg",
                    "RightLeg",
                    "RightLegEnd");

    private final Actor actor = new Actor();

    /// The figure's motions as a camera sees them: now and then late, some frames lost.
    private List<MotionTake.Moment> seen(long from, long to, double jitter) {
        Random random = new Random(3);
        PuppetFollower follower = new PuppetFollower();
        List<MotionTake.Moment> moments = new ArrayList<>();
        for (long frame = from; frame < to; frame++) {
            if (jitter > 0 && random.nextInt(20) == 0) continue;
            long nanos = (long) ((frame + jitter * random.nextDouble(-0.5, 0.5)) * Actor.FRAME);
            PuppetPose pose = follower.next(Actor.COCO, actor.pose(frame), nanos);
            moments.add(new MotionTake.Moment(nanos, pose));
        }
        return moments;
    }

    @Test
    void aReaderRebuildsEveryJoint(@TempDir Path folder) throws Exception {
        MotionClip clip = MotionClip.of(seen(0, 1080, 0.6));
        Path file = folder.resolve("figure.bvh");
        MotionFile.write(file, clip);
        BvhReader read = new BvhReader(Files.readString(file));
        assertThat(read.frames()).isEqualTo(clip.frames().size());
        assertThat(read.frameTime()).isCloseTo(1.0 / 30, within(1e-6));
        double worst = 0;
        for (int frame = 0; frame < read.frames(); frame++) {
            Map<String, double[]> found = read.positions(frame);
            assertThat(found.keySet()).containsExactlyInAnyOrderElementsOf(NODES);
            for (MotionJoint joint : MotionJoint.values()) {
                Spot spot = joint.in(clip.frames().get(frame));
                double[] at = found.get(NODES.get(joint.ordinal()));
                double x = (spot.x() - clip.left()) * clip.unit();
                double y = (clip.floor() - spot.y()) * clip.unit();
                worst = Math.max(worst, Math.hypot(at[0] - x, at[1] - y));
            }
        }
        System.out.printf("BVH, off by at most %.5f cm of 170%n", worst);
        assertThat(worst).isLessThan(0.01);
    }

    /// Against the person's own joints: bones of constant length cost something.
    @Test
    void theFileMovesAsThePersonDid() throws Exception {
        MotionClip clip = MotionClip.of(seen(0, 1080, 0));
        BvhReader read = new BvhReader(new Bvh(clip).text());
        List<Double> off = new ArrayList<>();
        for (int frame = 0; frame < read.frames(); frame++) {
            Map<String, double[]> found = read.positions(frame);
            int[] coco = {9, 10, 15, 16, 7, 8};
            String[] names = {
                "LeftForeArmEnd",
                "RightForeArmEnd",
                "LeftLegEnd",
                "RightLegEnd",
                "LeftForeArm",
                "RightForeArm"
            };
            for (int i = 0; i < coco.length; i++) {
                var truth = actor.joints(frame).get(coco[i]);
                double[] at = found.get(names[i]);
                double x = (truth.x() - clip.left()) * clip.unit();
                double y = (clip.floor() - truth.y()) * clip.unit();
                off.add(Math.hypot(at[0] - x, at[1] - y));
            }
        }
        off.sort(Double::compare);
        System.out.printf(
                "BVH against the figure's joints: median %.1f cm, nine in ten %.1f cm of 170%n",
                off.get(off.size() / 2), off.get(9 * off.size() / 10));
        assertThat(off.get(off.size() / 2)).isLessThan(6);
        assertThat(off.get(9 * off.size() / 10)).isLessThan(16);
    }

    @Test
    void lateFramesLieWhereTheyBelong() throws Problem {
        // A hand's x at a whole second, from frames on time and from frames that are not.
        MotionClip clean = MotionClip.of(seen(0, 301, 0));
        MotionClip late = MotionClip.of(seen(0, 301, 0.9));
        assertThat(clean.framesASecond()).isEqualTo(30);
        assertThat(late.framesASecond()).isBetween(27, 33);
        for (int second = 1; second < 9; second++) {
            PuppetPose one = at(clean, second + 0.013);
            PuppetPose other = at(late, second + 0.013);
            assertThat(other.hips().distance(one.hips())).isLessThan(0.02 * one.height());
        }
    }

    private static PuppetPose at(MotionClip clip, double seconds) {
        return clip.frames().get((int) Math.round((seconds - clip.first()) * clip.framesASecond()));
    }

    /// Twice as many frames where the source ran at half the rate for a while.
    @Test
    void theRateIsConstantWhateverTheSourceDid() throws Problem {
        List<MotionTake.Moment> seen = new ArrayList<>(seen(0, 200, 0));
        for (int i = 160; i > 100; i -= 2) seen.remove(i);
        MotionClip clip = MotionClip.of(seen);
        assertThat(clip.framesASecond()).isEqualTo(30);
        assertThat(clip.frames().size()).isEqualTo(200);
    }

    /// Editors draw curves of angles: -179 after 179 degrees would be a whole turn.
    @Test
    void anglesDoNotJumpByATurn() throws Problem {
        BvhReader read = new BvhReader(new Bvh(MotionClip.of(seen(0, 1080, 0))).text());
        for (int frame = 1; frame < read.frames(); frame++) {
            for (int column = 3; column < read.rows().get(frame).length; column++) {
                double step = read.rows().get(frame)[column] - read.rows().get(frame - 1)[column];
                assertThat(Math.abs(step)).as("%d, %d", frame, column).isLessThan(181);
            }
        }
    }

    record Motion(
            String format,
            int version,
            int frames_per_second,
            List<Named> joints,
            List<At> frames) {}

    record Named(String name, String parent) {}

    record At(double time, List<List<Double>> positions, List<Double> confidence) {}

    @Test
    void jsonSaysTheSame(@TempDir Path folder) throws Exception {
        List<MotionTake.Moment> seen = seen(30, 90, 0);
        MotionClip clip = MotionClip.of(seen);
        Path file = folder.resolve("figure.JSON");
        MotionFile.write(file, clip);
        Motion read = new Json(Json.Names.AS_WRITTEN).read(file, Motion.class);
        assertThat(read.format()).isEqualTo("hrscope-motion");
        assertThat(read.joints()).hasSize(MotionJoint.values().length);
        assertThat(read.joints().getFirst().parent()).isNull();
        assertThat(read.frames()).hasSize(60);
        assertThat(read.frames().getFirst().time()).isCloseTo(1, within(1e-6));
        assertThat(read.frames().get(33).time()).isCloseTo(63 / 30.0, within(1e-6));
        Map<String, double[]> bvh = new BvhReader(new Bvh(clip).text()).positions(33);
        for (int joint = 0; joint < NODES.size(); joint++) {
            List<Double> at = read.frames().get(33).positions().get(joint);
            double[] same = bvh.get(NODES.get(joint));
            assertThat(at.get(0)).isCloseTo(same[0], within(0.02));
            assertThat(at.get(1)).isCloseTo(same[1], within(0.02));
            assertThat(read.frames().get(33).confidence().get(joint)).isBetween(0.9, 1.0);
        }
    }

    @Test
    void whatIsNoMotionIsRefused(@TempDir Path folder) throws Problem {
        List<MotionTake.Moment> one = seen(0, 1, 0);
        assertThatThrownBy(() -> MotionClip.of(one))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("motion.short"));
        MotionClip clip = MotionClip.of(seen(0, 9, 0));
        assertThatThrownBy(() -> MotionFile.write(folder.resolve("figure.fbx"), clip))
                .isInstanceOfSatisfying(
                        Problem.class,
                        problem -> assertThat(problem.key()).isEqualTo("motion.ending"));
        assertThat(folder).isEmptyDirectory();
    }
}
