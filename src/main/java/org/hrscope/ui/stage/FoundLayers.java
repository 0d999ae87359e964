package org.hrscope.ui.stage;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Frame;
import org.hrscope.domain.Heatmaps;
import org.hrscope.domain.ModelInfo;
import org.hrscope.export.FoundImage;
import org.hrscope.export.FoundPose;
import org.hrscope.inference.Estimate;
import org.hrscope.people.People;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.PixelBrush;
import org.hrscope.recording.FilmFormat;

/// The layers that need nothing but poses, over frames of a file that is estimated anew. Immutable.
record FoundLayers(ModelInfo model, OverlayPainter painter, Lettering letters)
        implements FilmFormat.Drawing {
    private static final Heatmaps NONE = new Heatmaps(0, 1, 1, new float[0]);

    FoundLayers {
        Set<StageLayer> possible = EnumSet.noneOf(StageLayer.class);
        possible.addAll(painter.look().layers());
        possible.removeAll(EnumSet.of(StageLayer.CROP, StageLayer.HEATMAPS, StageLayer.TRAILS));
        painter = painter.looking(painter.look().only(possible));
    }

    @Override
    public void draw(PixelBrush brush, FoundImage found) {
        List<Person> people = new ArrayList<>();
        for (FoundPose pose : found.people()) {
            int identity = pose.trackId() == null ? people.size() + 1 : pose.trackId();
            people.add(person(identity, pose));
        }
        Frame frame = Objects.requireNonNull(found.pixels());
        PipelineResult result = new PipelineResult(frame, model, new People(people), 0, 0, 0);
        new StageLayers(result, painter, List.of(), letters).accept(brush);
    }

    private Person person(int identity, FoundPose found) {
        CropGeometry geometry =
                new CropGeometry(AffineTransform2D.IDENTITY, AffineTransform2D.IDENTITY);
        Estimate estimate = new Estimate(found.pose(), NONE, geometry, new Estimate.Times(0, 0, 0));
        return Person.of(identity, estimate);
    }
}
