package org.hrscope.people;

import java.util.Collections;
import java.util.List;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.BoundingBox;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.Keypoint;
import org.hrscope.domain.ModelInfo;
import org.hrscope.domain.Pose;
import org.hrscope.domain.Task;
import org.hrscope.inference.Estimate;
import org.hrscope.pixels.CropGeometry;

/// The person finder's view of a frame in the form of an estimate, so that its feature maps can be shown like those of
/// the pose network: the crop is the whole image, and there are no joints. Immutable.
public final class FinderView {
    private static final Estimate.Times NONE = new Estimate.Times(0, 0, 0);

    private final ModelInfo finder;
    private final List<Keypoint> noJoints;
    private final Heatmaps empty;

    /// @param finder see [FinderOpener#lookInto]
    public FinderView(ModelInfo finder) {
        this.finder = finder;
        int maps = finder.joints();
        noJoints = Collections.nCopies(maps, new Keypoint(0, 0, 0));
        int cells = finder.heatmapHeight() * finder.heatmapWidth();
        empty =
                new Heatmaps(
                        maps,
                        finder.heatmapHeight(),
                        finder.heatmapWidth(),
                        new float[maps * cells]);
    }

    public ModelInfo finder() {
        return finder;
    }

    /// One person who is the whole image.
    ///
    /// @param width,height of the image
    public People of(int width, int height) {
        BoundingBox all = new BoundingBox(0, 0, width, height);
        Estimate estimate =
                new Estimate(new Pose(noJoints, all), empty, geometry(width, height), NONE);
        return new People(List.of(new Person(1, estimate, 0)));
    }

    /// The centre of our finder's output cell i is input coordinate (i + 0.5) * 4: see [CentreDecoder].
    private CropGeometry geometry(int width, int height) {
        int wide = finder.inputWidth();
        int high = finder.inputHeight();
        AffineTransform2D toInput =
                finder.task() == Task.BOXES
                        ? Letterbox.topLeft(width, height, wide, high).toInput()
                        : Letterbox.centred(width, height, wide, high).toInput();
        double s = 1.0 / CentreDecoder.CELL;
        return new CropGeometry(
                toInput, toInput.then(AffineTransform2D.scaleThenShift(s, s, -0.5, -0.5)));
    }
}
