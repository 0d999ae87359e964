package org.hrscope.teach;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.hrscope.capture.figure.DemoFigure;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.Problem;

/// Examples of a joint that is none of COCO's: the pelvis, as in MPII. Every figure is another person, in another
/// scene.
final class Figures {
    static final int WIDTH = 480;
    static final int HEIGHT = 360;
    private static final int LEFT_HIP = 11;

    static final String PELVIS = "pelvis";

    private Figures() {}

    /// @param first frame number
    static List<LabelledPerson> seen(FeatureReader reader, int first, int count) throws Problem {
        List<LabelledPerson> people = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            DemoFigure figure = new DemoFigure(i, WIDTH, HEIGHT);
            long index = first + i * 97L;
            try (Frame frame = frame(figure, index)) {
                Keypoint pelvis = pelvis(figure, index);
                Click click = new Click(pelvis.x(), pelvis.y(), true);
                people.add(reader.read(frame, box(figure, index), Map.of(PELVIS, List.of(click))));
            }
        }
        return people;
    }

    static Frame frame(DemoFigure figure, long index) {
        ByteBuffer pixels = ByteBuffer.allocateDirect(WIDTH * HEIGHT * 4);
        figure.paint(index, pixels);
        return new Frame(WIDTH, HEIGHT, pixels, new Frame.Origin("figure", index, 0), () -> {});
    }

    /// Halfway between the hips.
    private static Keypoint pelvis(DemoFigure figure, long index) {
        Keypoint left = figure.truth(index).get(LEFT_HIP);
        Keypoint right = figure.truth(index).get(LEFT_HIP + 1);
        return new Keypoint((left.x() + right.x()) / 2, (left.y() + right.y()) / 2, 1);
    }

    /// As a finder or a hand draws it: nowhere near the same each time, or the place in the crop would tell the joint.
    static BoundingBox box(DemoFigure figure, long index) {
        List<Keypoint> truth = figure.truth(index);
        double left = truth.stream().mapToDouble(Keypoint::x).min().orElseThrow();
        double right = truth.stream().mapToDouble(Keypoint::x).max().orElseThrow();
        double bottom = truth.stream().mapToDouble(Keypoint::y).max().orElseThrow();
        double top = truth.stream().mapToDouble(Keypoint::y).min().orElseThrow();
        BoundingBox tight = new BoundingBox(left, top, right - left, bottom - top);
        SplittableRandom random = new SplittableRandom(index);
        double dx = random.nextDouble(-0.15, 0.15) * tight.height();
        double dy = random.nextDouble(-0.15, 0.15) * tight.height();
        return tight.scaled(random.nextDouble(0.9, 1.4)).moved(dx, dy);
    }
}
