package org.hrscope.ui.stage;

import java.util.BitSet;
import java.util.List;
import java.util.function.Consumer;
import org.hrscope.domain.AffineTransform2D;
import org.hrscope.domain.Skeleton;
import org.hrscope.motion.RecentPoses;
import org.hrscope.people.Person;
import org.hrscope.pipeline.PipelineResult;
import org.hrscope.pixels.ColorMap;
import org.hrscope.pixels.CropGeometry;
import org.hrscope.pixels.HeatmapPainter;
import org.hrscope.pixels.PixelBrush;

/// The layers over one frame, as they are at one moment: what a recording draws on the frame at its own size, on its
/// own thread. A comparison and the maps of other panels are not among them. Immutable.
///
/// @param recent  the chosen person's, oldest first
/// @param letters for all names that may be asked for
record StageLayers(
        PipelineResult result,
        OverlayPainter painter,
        List<RecentPoses.Moment> recent,
        Lettering letters)
        implements Consumer<PixelBrush> {
    private static final double OTHERS = 0.55;

    StageLayers {
        recent = List.copyOf(recent);
    }

    @Override
    public void accept(PixelBrush brush) {
        AffineTransform2D units =
                AffineTransform2D.scaleThenShift(1 / brush.unit(), 1 / brush.unit(), 0, 0);
        StageDrawing to = new OnPixels(brush, letters);
        Person chosen = result.person().orElse(null);
        if (chosen != null && painter.look().shows(StageLayer.HEATMAPS))
            heatmaps(brush, units, chosen);
        paintOthers(to, units, result, painter);
        if (chosen == null) return;
        Skeleton skeleton = result.model().skeleton();
        painter.paintTrails(
                to, units, recent, painter.look().colours(skeleton, chosen.identity(), true));
        boolean several = result.people().size() > 1;
        painter.paint(to, units, chosen, result.model(), several);
        painter.paintName(to, units, chosen, skeleton, several);
    }

    /// Quieter than the chosen one.
    static void paintOthers(
            StageDrawing to,
            AffineTransform2D place,
            PipelineResult result,
            OverlayPainter painter) {
        Person chosen = result.person().orElse(null);
        Skeleton skeleton = result.model().skeleton();
        to.opacity(OTHERS);
        for (Person person : result.people()) {
            if (person == chosen) continue;
            painter.paintOther(to, place, person, skeleton);
            painter.paintName(to, place, person, skeleton, result.people().size() > 1);
        }
        to.opacity(1);
    }

    private void heatmaps(PixelBrush brush, AffineTransform2D units, Person chosen) {
        var maps = chosen.estimate().heatmaps();
        CropGeometry geometry = chosen.estimate().geometry();
        BitSet joints = painter.seen();
        int width = maps.width() * HeatmapPainter.SCALE;
        int height = maps.height() * HeatmapPainter.SCALE;
        int[] pixels = new int[width * height];
        HeatmapPainter heatmaps = new HeatmapPainter();
        if (painter.look().hues()) heatmaps.hues(maps, joints, pixels);
        else heatmaps.maximum(maps, joints, ColorMap.MAGMA, pixels);
        brush.opacity(painter.look().heatmapOpacity());
        AffineTransform2D area = HeatmapLayer.area(geometry.fromHeatmap());
        brush.image(pixels, width, height, area.then(units));
        brush.opacity(1);
    }
}
