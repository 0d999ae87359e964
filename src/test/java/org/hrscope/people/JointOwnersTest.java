package org.hrscope.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Decoder;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Problem;
import org.hrscope.domain.Skeletons;
import org.hrscope.inference.Estimate;
import org.hrscope.inference.HeatmapDecoder;
import org.hrscope.inference.ModelOpener;
import org.hrscope.inference.ModelProfile;
import org.hrscope.inference.PoseModel;
import org.hrscope.pixels.CropGeometry;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// Two people whose crops overlap, with heatmaps made of Gaussians.
class JointOwnersTest {
    private static final int KNEE = 13;
    private static final int WRIST = 9;
    private static final Decoder DECODER = Decoder.QUARTER;
    private static final JointOwners OWNERS =
            new JointOwners(new Likeness(Skeletons.forJointCount(17)), DECODER);

    private static ModelInfo info;

    @BeforeAll
    static void open() throws Problem {
        try (PoseModel model = new ModelOpener(ModelProfile.EMPTY).bundled()) {
            info = model.info();
        }
    }

    private static BoundingBox box(double centre) {
        return BoundingBox.around(centre, 300, 160, 400);
    }

    /// Where a standing body has its joints, on either side of its middle.
    private static Keypoint own(int joint, double centre) {
        double side = joint % 2 == 0 ? 1 : -1;
        return new Keypoint(centre + side * (11 + joint), 130 + 20 * joint, 1);
    }

    private interface Peaks {
        List<Keypoint> of(int joint);
    }

    /// In a box round this middle, with these peaks, in pixels.
    private static Estimate seen(double centre, Peaks peaks) {
        CropGeometry geometry = CropGeometry.of(box(centre), info, DECODER);
        int height = info.heatmapHeight();
        int width = info.heatmapWidth();
        float[] values = new float[17 * height * width];
        for (int joint = 0; joint < 17; joint++) {
            for (Keypoint peak : peaks.of(joint)) {
                Keypoint cell = peak.moved(geometry.toHeatmap());
                for (int i = 0; i < height * width; i++) {
                    double dx = i % width - cell.x();
                    double dy = i / width - cell.y();
                    double value = peak.score() * Math.exp(-(dx * dx + dy * dy) / 8);
                    int at = joint * height * width + i;
                    values[at] = Math.max(values[at], (float) value);
                }
            }
        }
        Heatmaps maps = new Heatmaps(17, height, width, values);
        List<Keypoint> joints = HeatmapDecoder.of(DECODER).decode(maps, geometry.fromHeatmap());
        return new Estimate(
                new Pose(joints, box(centre)), maps, geometry, new Estimate.Times(0, 0, 0));
    }

    private static Peaks standing(double centre) {
        return joint -> List.of(own(joint, centre));
    }

    /// Like someone standing there, but for one joint.
    private static Peaks but(double centre, int joint, Keypoint... peaks) {
        return each -> each == joint ? List.of(peaks) : standing(centre).of(each);
    }

    private static Keypoint scored(Keypoint at, double score) {
        return new Keypoint(at.x(), at.y(), score);
    }

    private static void isAt(Estimate estimate, int joint, Keypoint there) {
        Keypoint found = estimate.pose().keypoints().get(joint);
        assertThat(Math.hypot(found.x() - there.x(), found.y() - there.y())).isLessThan(5);
    }

    @Test
    void aKneeTakenFromTheNeighbourIsGivenBack() {
        Keypoint mine = own(KNEE, 300);
        Keypoint theirs = own(KNEE, 395);
        Estimate first = seen(300, but(300, KNEE, scored(mine, 0.55), scored(theirs, 0.93)));
        Estimate second = seen(395, standing(395));
        isAt(first, KNEE, theirs);
        for (List<Estimate> order : List.of(List.of(first, second), List.of(second, first))) {
            List<Estimate> settled = OWNERS.settle(order);
            isAt(settled.get(order.indexOf(first)), KNEE, mine);
            isAt(settled.get(order.indexOf(second)), KNEE, theirs);
            assertThat(settled.get(order.indexOf(first)).pose().keypoints().get(KNEE).score())
                    .isCloseTo(0.55, within(0.05));
        }
    }

    /// The flip test's means have lower peaks, and who is there is judged without it.
    @Test
    void whatIsGivenBackIsJudgedWithoutTheFlipTest() {
        Keypoint mine = own(KNEE, 300);
        Keypoint theirs = own(KNEE, 395);
        Estimate means = seen(300, but(300, KNEE, scored(mine, 0.4), scored(theirs, 0.6)));
        Pose pose = means.pose();
        List<Keypoint> straight =
                pose.keypoints().stream().map(each -> scored(each, 1.5 * each.score())).toList();
        Estimate first =
                new Estimate(
                        pose,
                        new Pose(straight, pose.box()),
                        means.heatmaps(),
                        means.geometry(),
                        means.times());
        Estimate settled = OWNERS.settle(List.of(first, seen(395, standing(395)))).getFirst();
        isAt(settled, KNEE, mine);
        Keypoint judged = settled.judged().keypoints().get(KNEE);
        Keypoint shown = settled.pose().keypoints().get(KNEE);
        assertThat(judged).isEqualTo(scored(shown, judged.score()));
        assertThat(judged.score()).isCloseTo(1.5 * shown.score(), within(1e-9));
    }

    @Test
    void bothMayHaveTakenTheOthers() {
        Keypoint mine = own(KNEE, 300);
        Keypoint theirs = own(KNEE, 395);
        Estimate first = seen(300, but(300, KNEE, scored(mine, 0.8), scored(theirs, 0.9)));
        Estimate second = seen(395, but(395, KNEE, scored(theirs, 0.8), scored(mine, 0.7)));
        List<Estimate> settled = OWNERS.settle(List.of(first, second));
        isAt(settled.get(0), KNEE, mine);
        isAt(settled.get(1), KNEE, theirs);
    }

    /// The third has the second's knee too, and sees no other: that must not send the second back to the first's.
    @Test
    void aKneeThatWasGivenBackIsNotTakenAgain() {
        Keypoint left = own(KNEE, 300);
        Keypoint middle = own(KNEE, 395);
        Estimate first = seen(300, standing(300));
        Estimate second = seen(395, but(395, KNEE, scored(left, 0.93), scored(middle, 0.8)));
        Estimate third = seen(490, but(490, KNEE, middle));
        List<Estimate> settled = OWNERS.settle(List.of(first, second, third));
        isAt(settled.get(0), KNEE, left);
        isAt(settled.get(1), KNEE, middle);
        isAt(settled.get(2), KNEE, middle);
    }

    /// Hands that are held.
    @Test
    void whatReallyMeetsStaysWhereItIs() {
        Keypoint held = new Keypoint(350, 340, 0.9);
        Keypoint faint = new Keypoint(250, 340, 0.2);
        Estimate first = seen(300, but(300, WRIST, held, faint));
        Estimate second = seen(395, but(395, WRIST, held));
        List<Estimate> pair = List.of(first, second);
        assertThat(OWNERS.settle(pair)).isEqualTo(pair);
    }

    /// The finder's box of someone who is followed already.
    @Test
    void oneBodySeenTwiceIsNotTornApart() {
        Keypoint other = new Keypoint(260, 420, 0.6);
        Estimate first = seen(300, but(300, KNEE, own(KNEE, 300), other));
        Estimate again = seen(304, but(300, KNEE, own(KNEE, 300), other));
        List<Estimate> pair = List.of(first, again);
        assertThat(OWNERS.settle(pair)).isEqualTo(pair);
    }

    @Test
    void nobodyAndStrangersAreLeftAlone() {
        assertThat(OWNERS.settle(List.of())).isEmpty();
        List<Estimate> apart = List.of(seen(300, standing(300)), seen(900, standing(900)));
        assertThat(OWNERS.settle(apart)).isEqualTo(apart);
    }

    /// An interrupted run recorded the poses alone.
    @Test
    void withoutHeatmapsNothingChanges() {
        List<Estimate> gone = new ArrayList<>();
        for (double centre : new double[] {300, 395}) {
            Estimate full = seen(centre, but(centre, KNEE, own(KNEE, 395)));
            gone.add(
                    new Estimate(
                            full.pose(),
                            new Heatmaps(0, 0, 0, new float[0]),
                            full.geometry(),
                            full.times()));
        }
        assertThat(OWNERS.settle(gone)).isEqualTo(gone);
    }

    /// A box that a file may give.
    @Test
    void boxesWithoutAreaOrNumbersAreNoTrouble() {
        Estimate one = seen(300, standing(300));
        for (double size : new double[] {0, Double.NaN, 1e300}) {
            BoundingBox odd = new BoundingBox(size, 0, size, 1);
            Estimate other =
                    new Estimate(
                            new Pose(one.pose().keypoints(), odd),
                            one.heatmaps(),
                            one.geometry(),
                            one.times());
            assertThat(OWNERS.settle(List.of(one, other))).hasSize(2);
        }
    }
}
